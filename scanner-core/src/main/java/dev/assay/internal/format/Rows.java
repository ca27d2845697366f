package dev.assay.internal.format;

import java.util.Arrays;

/**
 * The rows found in a chunk's bytes: where each begins and ends, and on which line and column.
 * Written by the reading thread, then handed over.
 */
final class Rows {
  /** The start of a row that is longer than the limit; its bytes are not kept. */
  static final int TOO_LONG = -1;

  /** The line of rows in a file that has none. */
  static final long NO_LINE = 0;

  private static final int FIRST = 256;

  private int[] starts = new int[FIRST];
  private int[] ends = new int[FIRST];
  private long[] lines = new long[FIRST];
  private long[] columns = new long[FIRST];
  private int count;

  void add(int start, int end, long line, long column) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
      lines = Arrays.copyOf(lines, 2 * count);
      columns = Arrays.copyOf(columns, 2 * count);
    }
    starts[count] = start;
    ends[count] = end;
    lines[count] = line;
    columns[count++] = column;
  }

  int count() {
    return count;
  }

  int start(int row) {
    return starts[row];
  }

  int end(int row) {
    return ends[row];
  }

  long line(int row) {
    return lines[row];
  }

  long column(int row) {
    return columns[row];
  }
}
