package dev.assay.internal.git;

import dev.assay.internal.digest.Hashes;
import dev.assay.source.DataFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.eclipse.jgit.lib.ObjectId;

/** Names of contents. */
final class Digests {
  private static final int BUFFER = 1 << 16;

  private Digests() {}

  /**
   * The id that Git gives a file's bytes.
   *
   * @param size of the file; if it is wrong, so is the id
   */
  static ObjectId blob(DataFile file, long size) throws IOException {
    MessageDigest digest = Hashes.sha1();
    digest.update(("blob " + size + "\0").getBytes(StandardCharsets.US_ASCII));
    return ObjectId.fromRaw(read(file, digest));
  }

  /** SHA-256 of a file's bytes, in hexadecimal. */
  static String sha256(DataFile file) throws IOException {
    return HexFormat.of().formatHex(read(file, Hashes.sha256()));
  }

  private static byte[] read(DataFile file, MessageDigest digest) throws IOException {
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = file.open()) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    return digest.digest();
  }
}
