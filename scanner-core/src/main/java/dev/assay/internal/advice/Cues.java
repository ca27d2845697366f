package dev.assay.internal.advice;

import java.util.Arrays;

/**
 * The phrases of the stance list that stand in a text, in order. Of negations, warnings, praise and
 * permissions that overlap, the longest alone counts: "no need to" is one, and "no harm in" is no
 * negation. Scratch memory for one thread.
 */
final class Cues {
  private static final long POLAR =
      Cue.FLIP.bit
          | Cue.NO_FLIP.bit
          | Cue.FLIP_AFTER.bit
          | Cue.WARN.bit
          | Cue.PRAISE.bit
          | Cue.URGE.bit
          | Cue.PERMIT.bit;

  /** No phrase has more words. */
  private static final int LONGEST = 12;

  private final long[] bitsOf;
  private int[] from = new int[128];
  private int[] to = new int[128];
  private long[] bits = new long[128];
  private int size;

  Cues(long[] bitsOf) {
    this.bitsOf = bitsOf;
  }

  void fill(AdviceText text) {
    size = 0;
    for (int hit = 0; hit < text.hits(); hit++) {
      long bit = bitsOf[text.phrase(hit)];
      if (bit != 0) {
        add(text.from(hit), text.to(hit), bit);
      }
    }
  }

  private void add(int first, int last, long bit) {
    for (int i = size - 1; i >= 0 && first - from[i] < LONGEST; i--) {
      if (from[i] == first && to[i] == last) {
        bits[i] |= bit;
        return;
      }
      if (to[i] < first || (bits[i] & POLAR) == 0 || (bit & POLAR) == 0) {
        continue;
      }
      if (to[i] - from[i] >= last - first) {
        return;
      }
      remove(i);
    }
    if (size == from.length) {
      from = Arrays.copyOf(from, size * 2);
      to = Arrays.copyOf(to, size * 2);
      bits = Arrays.copyOf(bits, size * 2);
    }
    from[size] = first;
    to[size] = last;
    bits[size++] = bit;
  }

  private void remove(int cue) {
    size--;
    System.arraycopy(from, cue + 1, from, cue, size - cue);
    System.arraycopy(to, cue + 1, to, cue, size - cue);
    System.arraycopy(bits, cue + 1, bits, cue, size - cue);
  }

  int size() {
    return size;
  }

  int from(int cue) {
    return from[cue];
  }

  int to(int cue) {
    return to[cue];
  }

  boolean is(int cue, Cue kind) {
    return (bits[cue] & kind.bit) != 0;
  }

  /** The first cue that begins at or after a word. */
  int at(int word) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (from[middle] < word) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The first cue of that kind that begins in {@code [first, limit)}, or -1. */
  int find(Cue kind, int first, int limit) {
    for (int cue = at(first); cue < size && from[cue] < limit; cue++) {
      if (is(cue, kind)) {
        return cue;
      }
    }
    return -1;
  }
}
