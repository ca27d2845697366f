package dev.assay.record;

import dev.assay.internal.digest.Hashes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Identifies a record by what it says: the SHA-256 of its roles and texts, each with its length
 * before it. Place, file, format and all other fields have no part in it, so the same record has
 * the same hash wherever it stands.
 *
 * <p>An instance is used by one thread at a time.
 */
public final class RecordHash {
  private final MessageDigest digest = Hashes.sha256();
  private final byte[] length = new byte[Integer.BYTES];

  /** The hash as 64 hexadecimal digits, lower case. */
  public String of(DataRecord dataRecord) {
    return HexFormat.of().formatHex(bytes(dataRecord));
  }

  /** The hash as its 32 bytes. */
  public byte[] bytes(DataRecord dataRecord) {
    digest.reset();
    for (Turn turn : dataRecord.turns()) {
      update(turn.role().id());
      update(turn.text());
    }
    return digest.digest();
  }

  private void update(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < length.length; i++) {
      length[i] = (byte) (bytes.length >>> (8 * i));
    }
    digest.update(length);
    digest.update(bytes);
  }
}
