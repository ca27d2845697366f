package dev.assay.internal.http;

import dev.assay.internal.digest.Hashes;
import dev.assay.internal.remote.Checksum;
import dev.assay.source.SourceException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file's address.
 *
 * @param uri what is asked for
 * @param shown its name in reports: a query may be a signature, so its digest stands for it
 * @param pinned the digest that the address names, or null
 */
record HttpAddress(URI uri, String shown, @Nullable Checksum pinned) {
  private static final Pattern PIN = Pattern.compile("sha256=([0-9A-Fa-f]{64})");
  private static final int SHOWN_DIGITS = 8;

  /**
   * Reads an address.
   *
   * @throws SourceException if it is none; the message does not quote it
   */
  static HttpAddress of(String argument) throws SourceException {
    URI uri;
    try {
      uri = new URI(argument);
    } catch (URISyntaxException e) {
      // The exception quotes the address, which may hold a password.
      throw new SourceException(
          "is no valid web address: percent-encode blanks and special characters in it");
    }
    if (uri.getRawUserInfo() != null || (uri.getHost() == null && argument.indexOf('@') >= 0)) {
      throw new SourceException(
          "holds a user's name or password, which would be printed in reports: put them into a"
              + " .netrc file or ASSAY_HTTP_TOKEN instead");
    }
    if (uri.getHost() == null) {
      throw new SourceException("is no valid web address: it names no host");
    }
    try {
      URI bare = new URI(withoutFragment(argument));
      return new HttpAddress(bare, shown(bare), pin(uri.getRawFragment()));
    } catch (URISyntaxException e) {
      throw new SourceException("is no valid web address");
    }
  }

  private static String withoutFragment(String address) {
    int hash = address.indexOf('#');
    return hash < 0 ? address : address.substring(0, hash);
  }

  private static @Nullable Checksum pin(@Nullable String fragment) throws SourceException {
    if (fragment == null) {
      return null;
    }
    Matcher pin = PIN.matcher(fragment);
    if (!pin.matches()) {
      throw new SourceException(
          "ends in something after # that is no pinned digest: write #sha256= and 64 hexadecimal"
              + " digits");
    }
    return new Checksum(Checksum.Kind.SHA256, pin.group(1), "in its address");
  }

  private static String shown(URI uri) {
    String base = uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
    return uri.getRawQuery() == null ? base : base + "?" + digest(uri.getRawQuery());
  }

  private static String digest(String query) {
    MessageDigest digest = Hashes.sha256();
    digest.update(query.getBytes(StandardCharsets.UTF_8));
    return Hashes.hex(digest).substring(0, SHOWN_DIGITS);
  }
}
