package dev.assay.internal.trigger.cue;

import java.util.Map;

/**
 * A fixed map from hashes to numbers other than 0, without boxes: a table of open addresses that
 * relies on its keys being spread already. Immutable.
 */
public final class IntMap {
  /** Key and value by turns; a value of 0 marks a free place. */
  private final int[] table;

  private final int mask;

  public IntMap(Map<Integer, Integer> entries) {
    int places = Integer.highestOneBit(Math.max(16, 16 * entries.size()));
    mask = places - 1;
    table = new int[2 * places];
    entries.forEach(this::put);
  }

  private void put(int key, int value) {
    if (value == 0) {
      throw new IllegalArgumentException("0 means absent");
    }
    int at = key & mask;
    while (table[2 * at + 1] != 0) {
      at = (at + 1) & mask;
    }
    table[2 * at] = key;
    table[2 * at + 1] = value;
  }

  /** The number of the key; 0 if it has none. */
  public int get(int key) {
    int at = key & mask;
    while (table[2 * at + 1] != 0) {
      if (table[2 * at] == key) {
        return table[2 * at + 1];
      }
      at = (at + 1) & mask;
    }
    return 0;
  }

  public boolean has(int key) {
    return get(key) != 0;
  }
}
