package dev.assay.internal.code.tree;

/** Values of string literals. */
final class Strings {
  private Strings() {}

  static String value(char[] source, int start, int end, int info) {
    int from = start;
    int to = end;
    boolean raw = false;
    if (info >= 0) {
      from += info >> 8 & 0xff;
      to -= info >> 16 & 0xff;
      raw = (info & Tokens.RAW) != 0;
    }
    if (to < from) {
      return "";
    }
    for (int i = from; !raw && i < to; i++) {
      if (source[i] == '\\') {
        return unescape(source, from, to);
      }
    }
    return new String(source, from, to - from);
  }

  private static String unescape(char[] source, int from, int to) {
    StringBuilder out = new StringBuilder(to - from);
    int i = from;
    while (i < to) {
      char c = source[i++];
      if (c != '\\' || i >= to) {
        out.append(c);
        continue;
      }
      char e = source[i++];
      switch (e) {
        case 'n' -> out.append('\n');
        case 't' -> out.append('\t');
        case 'r' -> out.append('\r');
        case '\n' -> {}
        case '\\', '\'', '"', '`', '$' -> out.append(e);
        case 'x' -> i = hex(source, i, to, 2, out);
        case 'u' -> i = hex(source, i, to, 4, out);
        default -> out.append('\\').append(e);
      }
    }
    return out.toString();
  }

  private static int hex(char[] source, int at, int to, int digits, StringBuilder out) {
    int value = 0;
    for (int i = at; i < at + digits; i++) {
      int digit = i < to ? Character.digit(source[i], 16) : -1;
      if (digit < 0) {
        out.append('\\').append(digits == 2 ? 'x' : 'u');
        return at;
      }
      value = value * 16 + digit;
    }
    out.append((char) value);
    return at + digits;
  }
}
