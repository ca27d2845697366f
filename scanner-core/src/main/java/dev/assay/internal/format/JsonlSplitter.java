package dev.assay.internal.format;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** One record a line; blank lines are none. */
final class JsonlSplitter extends RowSplitter {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long NEWLINES = 0x0A0A0A0A0A0A0A0AL;
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  private final RowFormat format;
  private long line = 1;

  JsonlSplitter(String uri, ReadOptions options, long firstOffset, ByteWindow window) {
    super(uri, options.maxRecordBytes(), firstOffset, window);
    this.format = new JsonRows(options);
  }

  @Override
  String name() {
    return "jsonl";
  }

  @Override
  RowFormat format() {
    return format;
  }

  @Override
  void scan(ByteWindow window) {
    byte[] bytes = window.bytes;
    int at = window.at;
    for (int newline = find(bytes, at, window.end);
        newline >= 0;
        newline = find(bytes, at, window.end)) {
      line(bytes, newline);
      at = newline + 1;
      keep = at;
      line++;
    }
    window.at = window.end;
    inRow = tooLong || keep < window.end;
  }

  @Override
  void finish(ByteWindow window) {
    if (inRow) {
      line(window.bytes, window.end);
    }
  }

  private void line(byte[] bytes, int newline) {
    int end = newline;
    while (end > keep && isBlank(bytes[end - 1])) {
      end--;
    }
    if (tooLong || end > keep) {
      row(keep, end, line, 1);
    }
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\r' || b == '\t';
  }

  /** The first newline, eight bytes at a time, or -1. */
  private static int find(byte[] bytes, int from, int to) {
    int i = from;
    for (; i + Long.BYTES <= to; i += Long.BYTES) {
      long difference = (long) LONGS.get(bytes, i) ^ NEWLINES;
      long zeros = (difference - ONES) & ~difference & HIGH_BITS;
      if (zeros != 0) {
        return i + (Long.numberOfTrailingZeros(zeros) >> 3);
      }
    }
    for (; i < to; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }
}
