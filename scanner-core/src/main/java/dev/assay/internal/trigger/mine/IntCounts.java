package dev.assay.internal.trigger.mine;

import java.util.Arrays;

/** In how many rows each hash was seen: an open table of ints. A hash counts once in each row. */
final class IntCounts {
  private static final int LEAST = 1 << 10;
  private static final int LARGE = 1 << 14;

  private int[] keys;
  private int[] counts;
  private int[] stamps;
  private int size;

  IntCounts() {
    keys = new int[LEAST];
    counts = new int[LEAST];
    stamps = new int[LEAST];
  }

  /** Counts the hash in a row with this number, at least 1. */
  void add(int key, int row) {
    add(key, row, 1);
  }

  /** Counts it so many times. */
  void add(int key, int row, int weight) {
    int at = slot(key);
    if (counts[at] == 0) {
      if (3 * size > 2 * keys.length) {
        grow();
        at = slot(key);
      }
      keys[at] = key;
      size++;
    } else if (stamps[at] == row) {
      return;
    }
    stamps[at] = row;
    counts[at] += weight;
  }

  int get(int key) {
    return counts[slot(key)];
  }

  int size() {
    return size;
  }

  /** Takes what was counted. */
  interface Each {
    void of(int key, int count);
  }

  void each(Each each) {
    for (int i = 0; i < keys.length; i++) {
      if (counts[i] > 0) {
        each.of(keys[i], counts[i]);
      }
    }
  }

  void clear() {
    if (keys.length > LARGE) {
      // Most uses need little: to wipe a large table each time would cost more than all else.
      keys = new int[LEAST];
      counts = new int[LEAST];
      stamps = new int[LEAST];
      size = 0;
    } else if (size > 0) {
      Arrays.fill(counts, 0);
      Arrays.fill(stamps, 0);
      size = 0;
    }
  }

  private int slot(int key) {
    int mask = keys.length - 1;
    int at = (key * 0x9E3779B9 >>> 7) & mask;
    while (counts[at] != 0 && keys[at] != key) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    int[] oldKeys = keys;
    int[] oldCounts = counts;
    int[] oldStamps = stamps;
    keys = new int[2 * oldKeys.length];
    counts = new int[keys.length];
    stamps = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldCounts[i] > 0) {
        int at = slot(oldKeys[i]);
        keys[at] = oldKeys[i];
        counts[at] = oldCounts[i];
        stamps[at] = oldStamps[i];
      }
    }
  }
}
