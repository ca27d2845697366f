package dev.assay.internal.advice;

import java.util.Arrays;

/**
 * What the words of late were in the {@link WordTable}. Texts say the same words again and again,
 * and a word kept here costs one comparison in place of a look at each of its beginnings. Scratch
 * memory for one thread, of bounded size: two words share a place, and a third sends the older
 * away.
 */
final class WordCache {
  private static final int SLOTS = 1 << 14;

  /** Longer words, and those with other letters than Latin ones, are rare and looked up anew. */
  private static final int LONGEST = 16;

  private static final int LATIN = 256;
  private static final int CHARS_IN_LONG = 8;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final WordTable table;

  /** The letters of each word, a byte each; no letter is 0. */
  private final long[] words = new long[2 * SLOTS];

  private final int[][] terms = new int[SLOTS][];
  private int[] found = new int[8];
  private int count;

  WordCache(WordTable table) {
    this.table = table;
  }

  /**
   * The numbers of {@code text[start, end)} and of every stem that it begins with; do not change.
   */
  int[] terms(char[] text, int start, int end) {
    if (end - start > LONGEST) {
      return lookUp(text, start, end);
    }
    int middle = Math.min(end, start + CHARS_IN_LONG);
    long first = 0;
    int any = 0;
    for (int i = start; i < middle; i++) {
      any |= text[i];
      first = first << 8 | text[i];
    }
    long second = 0;
    for (int i = middle; i < end; i++) {
      any |= text[i];
      second = second << 8 | text[i];
    }
    return any >= LATIN ? lookUp(text, start, end) : terms(first, second, text, start, end);
  }

  private int[] terms(long first, long second, char[] text, int start, int end) {
    long mixed = (first * SPREAD ^ second) * SPREAD;
    int slot = (int) (mixed >>> 51) << 1;
    int at = 2 * slot;
    if (words[at] == first && words[at + 1] == second) {
      return terms[slot];
    }
    if (words[at + 2] == first && words[at + 3] == second) {
      return terms[slot + 1];
    }
    words[at + 2] = words[at];
    words[at + 3] = words[at + 1];
    terms[slot + 1] = terms[slot];
    int[] looked = lookUp(text, start, end);
    words[at] = first;
    words[at + 1] = second;
    terms[slot] = looked;
    return looked;
  }

  private int[] lookUp(char[] text, int start, int end) {
    count = 0;
    table.find(text, start, end, this::add);
    return Arrays.copyOf(found, count);
  }

  private void add(int id) {
    if (count == found.length) {
      found = Arrays.copyOf(found, 2 * count);
    }
    found[count++] = id;
  }
}
