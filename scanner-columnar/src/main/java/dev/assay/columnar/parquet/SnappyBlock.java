package dev.assay.columnar.parquet;

import java.io.IOException;

/**
 * Decompresses raw snappy, as github.com/google/snappy/blob/main/format_description.txt has it.
 * Array to array, because most datasets are compressed so, and a stream takes several times as
 * long.
 */
final class SnappyBlock {
  private final byte[] in;
  private final int end;
  private final byte[] out;
  private int at;
  private int filled;

  private SnappyBlock(byte[] in, int from, int size, int length) {
    this.in = in;
    this.at = from;
    this.end = from + size;
    this.out = new byte[length];
  }

  /**
   * Decompresses some bytes.
   *
   * @param length what they must come to
   */
  static byte[] decompress(byte[] in, int from, int size, int length) throws IOException {
    SnappyBlock block = new SnappyBlock(in, from, size, length);
    try {
      block.run();
    } catch (IndexOutOfBoundsException e) {
      throw new IOException("a page's snappy data are damaged", e);
    }
    return block.out;
  }

  private void run() throws IOException {
    if (length() != out.length) {
      throw new IOException("a page has another size than it claims");
    }
    while (at < end) {
      int tag = in[at++] & 0xFF;
      switch (tag & 3) {
        case 0 -> literal(tag >> 2);
        case 1 -> copy(4 + (tag >> 2 & 7), (tag >> 5) << 8 | number(1));
        case 2 -> copy(1 + (tag >> 2), number(2));
        default -> copy(1 + (tag >> 2), number(4));
      }
    }
    if (filled != out.length || at != end) {
      throw new IOException("a page's snappy data end too early");
    }
  }

  private long length() {
    long value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      byte b = in[at++];
      value |= (long) (b & 0x7F) << shift;
      if (b >= 0) {
        return value;
      }
    }
    return -1;
  }

  private int number(int bytes) {
    int value = 0;
    for (int i = 0; i < bytes; i++) {
      value |= (in[at++] & 0xFF) << (8 * i);
    }
    return value;
  }

  private void literal(int code) {
    int count = code < 60 ? code + 1 : number(code - 59) + 1;
    if (count <= 0 || count > end - at) {
      throw new IndexOutOfBoundsException(count);
    }
    System.arraycopy(in, at, out, filled, count);
    at += count;
    filled += count;
  }

  /** What is copied may overlap with what it becomes. */
  private void copy(int count, int offset) {
    if (offset <= 0 || offset > filled || count > out.length - filled) {
      throw new IndexOutOfBoundsException(offset);
    }
    int from = filled - offset;
    if (offset >= count) {
      System.arraycopy(out, from, out, filled, count);
    } else {
      for (int i = 0; i < count; i++) {
        out[filled + i] = out[from + i];
      }
    }
    filled += count;
  }
}
