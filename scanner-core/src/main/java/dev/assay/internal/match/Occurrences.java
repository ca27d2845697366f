package dev.assay.internal.match;

import java.util.Arrays;

/** The known words of a turn, in order, each chained to the one before of the same term. */
final class Occurrences {
  private static final int START = 256;
  private static final int KEPT = 1 << 16;
  private final int[] last;
  private int[] term = new int[START];
  private int[] word = new int[START];
  private int[] start = new int[START];
  private int[] end = new int[START];
  private int[] before = new int[START];
  private int count;

  Occurrences(int terms) {
    last = new int[terms];
    Arrays.fill(last, -1);
  }

  void clear() {
    for (int i = 0; i < count; i++) {
      last[term[i]] = -1;
    }
    count = 0;
  }

  /** Lets go of memory that a giant needed. */
  void shrink() {
    if (term.length > KEPT) {
      clear();
      grow(START);
    }
  }

  void add(int id, int wordNumber, int from, int to) {
    if (count == term.length) {
      grow(2 * count);
    }
    term[count] = id;
    word[count] = wordNumber;
    start[count] = from;
    end[count] = to;
    before[count] = last[id];
    last[id] = count++;
  }

  private void grow(int size) {
    term = Arrays.copyOf(term, size);
    word = Arrays.copyOf(word, size);
    start = Arrays.copyOf(start, size);
    end = Arrays.copyOf(end, size);
    before = Arrays.copyOf(before, size);
  }

  int count() {
    return count;
  }

  /** The last occurrence of a term, or -1. */
  int last(int id) {
    return last[id];
  }

  /** The occurrence of the same term before this one, or -1. */
  int before(int occurrence) {
    return before[occurrence];
  }

  int start(int occurrence) {
    return start[occurrence];
  }

  int end(int occurrence) {
    return end[occurrence];
  }

  /** Whether these terms stand one right after the other, from this occurrence on. */
  boolean stand(int[] terms, int first) {
    int lastOne = first + terms.length - 1;
    if (lastOne >= count || word[lastOne] - word[first] != terms.length - 1) {
      return false;
    }
    for (int i = 0; i < terms.length; i++) {
      if (term[first + i] != terms[i]) {
        return false;
      }
    }
    return true;
  }
}
