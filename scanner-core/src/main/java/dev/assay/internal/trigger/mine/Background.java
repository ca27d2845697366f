package dev.assay.internal.trigger.mine;

import java.util.List;

/**
 * In about how many rows each cue stands, never too few: a table of counters that cues share
 * (Cormode and Muthukrishnan, count-min sketch, 2005, with one row of counters).
 */
final class Background {
  private static final int MOST = 1 << 23;

  private final int[] counts;
  private final int[] stamps;

  Background(List<Row> rows) {
    long tokens = 0;
    for (Row row : rows) {
      tokens += row.tokens().length;
    }
    int size = 1 << 12;
    while (size < 8 * tokens && size < MOST) {
      size <<= 1;
    }
    counts = new int[size];
    stamps = new int[size];
    int number = 0;
    for (Row row : rows) {
      int stamp = ++number;
      Cues.walk(
          row,
          (hash, kind, from, length) -> {
            int at = at(hash);
            if (stamps[at] != stamp) {
              stamps[at] = stamp;
              counts[at] += row.weight();
            }
          });
    }
  }

  int count(int cue) {
    return counts[at(cue)];
  }

  private int at(int cue) {
    return (cue * 0x9E3779B1 >>> 5) & (counts.length - 1);
  }
}
