package dev.assay.internal.schema;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds bytes that are not UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing above
 * U+10FFFF) and JSON escapes of half a surrogate pair. Both decode to texts that no model sees.
 */
public final class Utf8 {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long ONES = 0x0101010101010101L;
  private static final long BACKSLASHES = 0x5C5C5C5C5C5C5C5CL;
  private static final int ESCAPE = 6;

  private Utf8() {}

  /**
   * Checks JSON.
   *
   * @throws UnreadableRecordException at the first byte that is wrong
   */
  public static void requireValid(byte[] bytes, int start, int end)
      throws UnreadableRecordException {
    int i = start;
    while (i < end) {
      if (i + Long.BYTES <= end) {
        long word = (long) LONGS.get(bytes, i);
        long slash = word ^ BACKSLASHES;
        long found = (word | ((slash - ONES) & ~slash)) & HIGH_BITS;
        if (found == 0) {
          i += Long.BYTES;
          continue;
        }
        // The lowest mark is exact; those above it may not be.
        i += Long.numberOfTrailingZeros(found) >> 3;
      }
      byte b = bytes[i];
      if (b == '\\') {
        i = i + 1 < end && bytes[i + 1] == 'u' ? escape(bytes, i, end) : i + 2;
      } else {
        i = b >= 0 ? i + 1 : sequence(bytes, i, end);
      }
    }
  }

  /**
   * Checks text without escapes.
   *
   * @throws UnreadableRecordException at the first byte that is wrong
   */
  public static void requireValidText(byte[] bytes, int start, int end)
      throws UnreadableRecordException {
    int i = start;
    while (i < end) {
      if (i + Long.BYTES <= end && ((long) LONGS.get(bytes, i) & HIGH_BITS) == 0) {
        i += Long.BYTES;
      } else {
        i = bytes[i] >= 0 ? i + 1 : sequence(bytes, i, end);
      }
    }
  }

  private static int escape(byte[] bytes, int i, int end) throws UnreadableRecordException {
    int unit = unit(bytes, i, end);
    if (unit < Character.MIN_SURROGATE || unit > Character.MAX_SURROGATE) {
      return i + 2;
    }
    int low = unit(bytes, i + ESCAPE, end);
    if (unit > Character.MAX_HIGH_SURROGATE
        || low < Character.MIN_LOW_SURROGATE
        || low > Character.MAX_LOW_SURROGATE) {
      throw UnreadableRecordException.malformed("has half a surrogate pair", i);
    }
    return i + 2 * ESCAPE;
  }

  /** The value of a {@code \}{@code uXXXX} escape, or -1 if there is none. */
  private static int unit(byte[] bytes, int i, int end) {
    if (i + ESCAPE > end || bytes[i] != '\\' || bytes[i + 1] != 'u') {
      return -1;
    }
    int unit = 0;
    for (int k = i + 2; k < i + ESCAPE; k++) {
      int digit = Character.digit(bytes[k], 16);
      if (digit < 0) {
        return -1;
      }
      unit = unit << 4 | digit;
    }
    return unit;
  }

  private static int sequence(byte[] bytes, int i, int end) throws UnreadableRecordException {
    int lead = bytes[i] & 0xFF;
    int length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
    if (length == 0 || i + length > end) {
      throw broken(i);
    }
    int second = bytes[i + 1] & 0xFF;
    int lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    int highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (second < lowest || second > highest) {
      throw broken(i);
    }
    for (int k = i + 2; k < i + length; k++) {
      if ((bytes[k] & 0xC0) != 0x80) {
        throw broken(i);
      }
    }
    return i + length;
  }

  private static UnreadableRecordException broken(int at) {
    return UnreadableRecordException.malformed("is not UTF-8", at);
  }
}
