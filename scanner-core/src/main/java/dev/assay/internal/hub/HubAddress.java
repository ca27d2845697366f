package dev.assay.internal.hub;

import dev.assay.source.SourceException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which files of which dataset repository.
 *
 * @param repository {@code owner/name}, or {@code name} for the oldest ones
 * @param revision branch, tag or commit
 * @param path a file or folder in it; empty for all
 */
record HubAddress(String repository, String revision, String path) {
  static final String SCHEME = "hf://";
  private static final Pattern FORM =
      Pattern.compile("hf://datasets/((?:[\\w.-]+/)?[\\w.-]+)(?:@([^:@\\s]+))?(?::([^\\s].*)?)?");

  static HubAddress of(String argument) throws SourceException {
    Matcher form = FORM.matcher(argument);
    if (!form.matches()) {
      throw new SourceException(
          "is no address of a dataset: write hf://datasets/OWNER/NAME, with @REVISION and :PATH"
              + " behind it if need be");
    }
    String revision = form.group(2) == null ? "main" : form.group(2);
    String path = form.group(3) == null ? "" : form.group(3);
    while (path.endsWith("/")) {
      path = path.substring(0, path.length() - 1);
    }
    return new HubAddress(form.group(1), revision, path);
  }

  /** The name of a file in reports: with the commit, since a branch moves on. */
  static String shown(String repository, String commit, String path) {
    return SCHEME + "datasets/" + repository + "@" + commit + ":" + path;
  }

  /** One step of a path, for a web address. */
  static String encoded(String step) {
    return URLEncoder.encode(step, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A path, for a web address. */
  static String encodedPath(String path) {
    return encoded(path).replace("%2F", "/");
  }
}
