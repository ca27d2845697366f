package dev.assay.internal.cache;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * How an entry lies in a file: its key, the length of its value, the value, and a checksum over
 * these and the fingerprint of whoever wrote it.
 */
final class Entry {
  static final int KEY = 32;
  static final int HEAD = KEY + Integer.BYTES;
  static final int CHECK = Integer.BYTES;

  /** No value is longer. */
  static final int MAX_VALUE = 1 << 16;

  private Entry() {}

  static int size(int value) {
    return HEAD + value + CHECK;
  }

  static void write(ByteBuffer out, byte[] fingerprint, byte[] key, byte[] value) {
    out.put(key).putInt(value.length).put(value).putInt(check(fingerprint, key, value));
  }

  /**
   * The value of an entry.
   *
   * @param in from the entry's first byte on; may hold more than the entry, or less
   * @return null unless it is whole, of this key and of this fingerprint
   */
  static byte @Nullable [] read(ByteBuffer in, byte[] fingerprint, byte[] key) {
    if (in.remaining() < HEAD) {
      return null;
    }
    byte[] found = new byte[KEY];
    in.get(found);
    int length = in.getInt();
    if (!Arrays.equals(found, key) || length < 0 || length > in.remaining() - CHECK) {
      return null;
    }
    byte[] value = new byte[length];
    in.get(value);
    return in.getInt() == check(fingerprint, key, value) ? value : null;
  }

  /** Length of the value of the entry that begins here; -1 if its head is not all there. */
  static int valueLength(ByteBuffer in) {
    return in.remaining() < HEAD ? -1 : in.getInt(in.position() + KEY);
  }

  private static int check(byte[] fingerprint, byte[] key, byte[] value) {
    CRC32C crc = new CRC32C();
    crc.update(fingerprint);
    crc.update(key);
    crc.update(value);
    return (int) crc.getValue();
  }
}
