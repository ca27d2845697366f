package dev.assay.internal.trigger.cue;

import java.util.Arrays;

/** A small set of hashes other than 0 that is filled again for each record. For one thread. */
public final class IntSet {
  private final int[] table;
  private final int mask;
  private int size;

  /**
   * @param most how many it may hold
   */
  public IntSet(int most) {
    int places = Integer.highestOneBit(4 * most);
    table = new int[places];
    mask = places - 1;
  }

  public void clear() {
    if (size > 0) {
      Arrays.fill(table, 0);
      size = 0;
    }
  }

  public int size() {
    return size;
  }

  public void add(int value) {
    int at = place(value);
    if (table[at] == 0) {
      table[at] = value;
      size++;
    }
  }

  public boolean contains(int value) {
    return table[place(value)] != 0;
  }

  /** Where the value stands, or would. */
  private int place(int value) {
    int at = value & mask;
    while (table[at] != 0 && table[at] != value) {
      at = (at + 1) & mask;
    }
    return at;
  }
}
