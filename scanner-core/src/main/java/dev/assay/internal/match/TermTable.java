package dev.assay.internal.match;

import dev.assay.internal.text.CharFold;
import java.util.List;

/**
 * Finds the number of a word among all words that queries name: open addressing over 64-bit hashes.
 * A hash that agrees is not enough, the word itself is compared.
 */
final class TermTable {
  /** Odd, with bits spread evenly: the golden ratio of 2 to the 64. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  /** Units of seven bits whose hash is nothing but the word itself, one behind the other. */
  private static final int SHORT = 9;

  private final char[][] words;
  private final long[] hashes;

  /** Twice the word's number, and one more if no other short word has its hash; or -1. */
  private final int[] entries;

  private final int shift;

  /**
   * @param words folded, each once; a word's number is its index
   */
  TermTable(List<String> words) {
    this.words = words.stream().map(String::toCharArray).toArray(char[][]::new);
    int bits = Math.max(4, 34 - Integer.numberOfLeadingZeros(Math.max(1, words.size())));
    shift = 64 - bits;
    hashes = new long[1 << bits];
    entries = new int[1 << bits];
    java.util.Arrays.fill(entries, -1);
    for (int id = 0; id < this.words.length; id++) {
      enter(id);
    }
  }

  private void enter(int id) {
    long hash = 0;
    int units = 0;
    for (char c : words[id]) {
      hash = mix(hash, c);
      units |= c;
    }
    int slot = slot(hash);
    while (entries[slot] >= 0) {
      slot = slot + 1 & entries.length - 1;
    }
    hashes[slot] = hash;
    entries[slot] = 2 * id + (tellsAll(units, words[id].length) ? 1 : 0);
  }

  /** Whether the hash of a word alone tells it from all others of which the same is true. */
  private static boolean tellsAll(int units, int length) {
    return units < 128 && length <= SHORT;
  }

  /** The hash of a word one unit longer; starts at 0. Cheap, since it is in the innermost loop. */
  static long mix(long hash, char folded) {
    return Long.rotateLeft(hash, 7) + folded;
  }

  private int slot(long hash) {
    return (int) (hash * SPREAD >>> shift);
  }

  int size() {
    return words.length;
  }

  /**
   * The number of the word in {@code text[start, end)}, or -1.
   *
   * @param hash of its folded units
   * @param units its folded units, or-ed
   */
  int find(long hash, int units, char[] text, int start, int end) {
    int slot = slot(hash);
    int entry = entries[slot];
    while (entry >= 0) {
      if (hashes[slot] == hash
          && ((entry & 1) == 1 && tellsAll(units, end - start)
              || same(words[entry >> 1], text, start, end))) {
        return entry >> 1;
      }
      slot = slot + 1 & entries.length - 1;
      entry = entries[slot];
    }
    return -1;
  }

  private static boolean same(char[] word, char[] text, int start, int end) {
    if (word.length != end - start) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      char c = text[start + i];
      if (Character.isHighSurrogate(c)) {
        return sameCodePoints(word, text, start);
      }
      if (CharFold.fold(c) != word[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameCodePoints(char[] word, char[] text, int start) {
    int end = start + word.length;
    for (int i = 0; i < word.length; ) {
      int c = Character.codePointAt(text, start + i, end);
      if (CharFold.fold(c) != Character.codePointAt(word, i, word.length)) {
        return false;
      }
      i += Character.charCount(c);
    }
    return true;
  }
}
