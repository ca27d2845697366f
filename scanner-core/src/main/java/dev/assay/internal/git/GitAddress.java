package dev.assay.internal.git;

import dev.assay.source.SourceException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a revision lies: {@code git+https://host/repository@revision:path}. What stands before the
 * host is kept apart, so that it is in no message.
 *
 * @param scheme {@code https}, {@code http}, {@code file} or {@code ssh}
 * @param url of the repository, without credentials
 * @param userInfo what was written before the host, or null
 * @param revision to read, or null if none was named
 * @param path within the repository; empty for all of it
 */
record GitAddress(
    String scheme, String url, @Nullable String userInfo, @Nullable String revision, String path) {
  static final String PREFIX = "git+";

  private static final List<String> SCHEMES = List.of("https", "http", "file", "ssh");

  static boolean isOne(String text) {
    return text.regionMatches(true, 0, PREFIX, 0, PREFIX.length()) && text.contains("://");
  }

  /**
   * Reads an address.
   *
   * @throws SourceException if it has another form; says which is meant
   */
  static GitAddress parse(String text) throws SourceException {
    int slashes = text.indexOf("://");
    String scheme = text.substring(PREFIX.length(), slashes).toLowerCase(Locale.ROOT);
    if (!SCHEMES.contains(scheme)) {
      throw new SourceException(
          "has no scheme that is known: write git+https://, git+ssh://, git+http:// or git+file://");
    }
    String rest = text.substring(slashes + 3);
    int slash = rest.indexOf('/');
    if (slash < 0) {
      throw new SourceException("names no repository: write git+https://host/path@revision:path");
    }
    String host = rest.substring(0, slash);
    int user = host.lastIndexOf('@');
    String place = rest.substring(slash);
    int at = place.indexOf('@');
    String repository = at < 0 ? place : place.substring(0, at);
    String behind = at < 0 ? "" : place.substring(at + 1);
    int colon = behind.indexOf(':');
    String revision = colon < 0 ? behind : behind.substring(0, colon);
    String url = scheme + "://" + host.substring(user + 1) + repository;
    check(url);
    return new GitAddress(
        scheme,
        url,
        user < 0 ? null : host.substring(0, user),
        revision.isEmpty() ? null : revision,
        colon < 0 ? "" : path(behind.substring(colon + 1)));
  }

  private static void check(String url) throws SourceException {
    try {
      URI parsed = new URI(url);
      if (!url.startsWith("file:") && parsed.getHost() == null) {
        throw new SourceException("names no host");
      }
    } catch (URISyntaxException e) {
      throw new SourceException("is no address: " + e.getReason());
    }
  }

  private static String path(String text) throws SourceException {
    String path = text.replaceAll("^/+|/+$", "");
    for (String step : path.split("/", -1)) {
      if (step.equals(".") || step.equals("..") || (step.isEmpty() && !path.isEmpty())) {
        throw new SourceException("names the path " + text + ", which is in no repository");
      }
    }
    return path;
  }

  /** The address as a server is asked for it: by SSH with the user, never with a password. */
  String asked() {
    if (!scheme.equals("ssh") || userInfo == null) {
      return url;
    }
    int colon = userInfo.indexOf(':');
    String user = colon < 0 ? userInfo : userInfo.substring(0, colon);
    return "ssh://" + user + "@" + url.substring("ssh://".length());
  }

  /** The same repository by HTTPS, where servers that know SSH keep Git LFS. */
  GitAddress web() throws SourceException {
    if (!scheme.equals("ssh")) {
      return this;
    }
    String host = URI.create(url).getHost();
    return parse(PREFIX + "https://" + host + URI.create(url).getRawPath());
  }

  boolean isRemote() {
    return !scheme.equals("file");
  }

  /** The name in reports of a file, without credentials. */
  String shown(String revisionRead, String file) {
    return PREFIX + url + "@" + revisionRead + ":" + file;
  }

  @Override
  public String toString() {
    return PREFIX + url;
  }
}
