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

  /** Longer words are rare, and are looked up anew. */
  private static final int LONGEST = 24;

  private static final int SPREAD = 0x9E3779B1;

  private final WordTable table;
  private final char[][] words = new char[SLOTS][];
  private final int[][] terms = new int[SLOTS][];
  private int[] found = new int[8];
  private int count;

  WordCache(WordTable table) {
    this.table = table;
    Arrays.fill(words, new char[0]);
  }

  /**
   * The numbers of {@code text[start, end)} and of every stem that it begins with; do not change.
   */
  int[] terms(char[] text, int start, int end) {
    if (end - start > LONGEST) {
      return lookUp(text, start, end);
    }
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = hash * 31 + text[i];
    }
    int slot = (hash * SPREAD >>> 19) << 1;
    if (same(words[slot], text, start, end)) {
      return terms[slot];
    }
    if (same(words[slot + 1], text, start, end)) {
      return terms[slot + 1];
    }
    words[slot + 1] = words[slot];
    terms[slot + 1] = terms[slot];
    words[slot] = Arrays.copyOfRange(text, start, end);
    return terms[slot] = lookUp(text, start, end);
  }

  private static boolean same(char[] word, char[] text, int start, int end) {
    if (word.length != end - start) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      if (word[i] != text[start + i]) {
        return false;
      }
    }
    return true;
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
