package dev.assay.internal.remote;

import dev.assay.internal.digest.Hashes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;

/**
 * A digest that a file must have.
 *
 * @param kind how it is computed
 * @param hex the digest, lower case
 * @param by who says so, to follow "the digest", such as {@code in its address}
 */
public record Checksum(Kind kind, String hex, String by) {
  /** How a digest is computed. */
  public enum Kind {
    /** Of the bytes. */
    SHA256("SHA-256"),
    /** Of a Git blob: the bytes behind a header with their number. */
    GIT_BLOB("Git blob id");

    private final String shown;

    Kind(String shown) {
      this.shown = shown;
    }

    String shown() {
      return shown;
    }

    /**
     * Starts a digest.
     *
     * @param size of the file; only Git asks for it
     */
    MessageDigest start(long size) {
      if (this == SHA256) {
        return Hashes.sha256();
      }
      MessageDigest digest = Hashes.sha1();
      digest.update(("blob " + size + "\0").getBytes(StandardCharsets.US_ASCII));
      return digest;
    }
  }

  public Checksum {
    hex = hex.toLowerCase(Locale.ROOT);
  }
}
