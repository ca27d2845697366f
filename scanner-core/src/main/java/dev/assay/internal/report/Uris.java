package dev.assay.internal.report;

import java.nio.charset.StandardCharsets;

/**
 * A file's name, as a scan shows it, as a URI reference: one broken reference makes GitHub refuse a
 * whole SARIF file. Source: RFC 3986, sections 2.3, 3.3 and 4.2.
 */
final class Uris {
  private static final String KEPT = "-._~/!$&'()*+,;=@:";
  private static final String HEX = "0123456789ABCDEF";

  private Uris() {}

  /** Whether the reference stands alone, and is not resolved against the root of the sources. */
  static boolean isAbsolute(String reference) {
    return schemeLength(reference) > 0;
  }

  /** Percent-encoded; relative names stay relative, absolute paths become {@code file} URIs. */
  static String reference(String name) {
    if (name.isEmpty()) {
      return "./";
    }
    int scheme = schemeLength(name);
    if (scheme > 0 && name.startsWith("//", scheme)) {
      return name.substring(0, scheme) + encoded(name.substring(scheme), true);
    }
    if (name.startsWith("/")) {
      return "file://" + encoded(name, false);
    }
    if (isDrive(name)) {
      return "file:///" + name.substring(0, 2) + encoded(name.substring(2), false);
    }
    String encoded = encoded(name, false);
    int colon = encoded.indexOf(':');
    int slash = encoded.indexOf('/');
    boolean looksLikeScheme = colon >= 0 && (slash < 0 || colon < slash);
    return looksLikeScheme ? "./" + encoded : encoded;
  }

  private static boolean isDrive(String path) {
    return path.length() > 2
        && path.charAt(1) == ':'
        && path.charAt(2) == '/'
        && Character.toLowerCase(path.charAt(0)) >= 'a'
        && Character.toLowerCase(path.charAt(0)) <= 'z';
  }

  /** Length of {@code scheme:}, or 0. */
  private static int schemeLength(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean more = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
      if (c == ':') {
        return i > 1 ? i + 1 : 0;
      }
      if (!letter && !(more && i > 0)) {
        return 0;
      }
    }
    return 0;
  }

  private static String encoded(String path, boolean keepEscapes) {
    StringBuilder out = new StringBuilder(path.length() + 16);
    byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      char c = (char) (bytes[i] & 0xFF);
      boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (plain || KEPT.indexOf(c) >= 0 || (keepEscapes && isKept(bytes, i))) {
        out.append(c);
      } else {
        out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      }
    }
    return out.toString();
  }

  /** A query's mark, or an escape that is already one. */
  private static boolean isKept(byte[] bytes, int at) {
    return bytes[at] == '?'
        || (bytes[at] == '%'
            && at + 2 < bytes.length
            && Character.digit(bytes[at + 1], 16) >= 0
            && Character.digit(bytes[at + 2], 16) >= 0);
  }
}
