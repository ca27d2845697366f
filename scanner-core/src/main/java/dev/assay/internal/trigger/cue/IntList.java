package dev.assay.internal.trigger.cue;

import java.util.Arrays;

/** A growing list of ints. For one thread. */
public final class IntList {
  private int[] values = new int[64];
  private int size;

  public void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  public void addOnce(int value) {
    if (!contains(value)) {
      add(value);
    }
  }

  public boolean contains(int value) {
    for (int i = 0; i < size; i++) {
      if (values[i] == value) {
        return true;
      }
    }
    return false;
  }

  public int get(int index) {
    return values[index];
  }

  public int size() {
    return size;
  }

  public void clear() {
    size = 0;
  }

  public int[] toArray() {
    return Arrays.copyOf(values, size);
  }

  /** Keeps the first and the last so many. */
  public void cutMiddle(int first, int last) {
    if (size > first + last) {
      System.arraycopy(values, size - last, values, first, last);
      size = first + last;
    }
  }
}
