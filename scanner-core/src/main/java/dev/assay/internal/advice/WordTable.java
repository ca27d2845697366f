package dev.assay.internal.advice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Words and stems, found by hash in folded text: a stem ({@code mix*}) stands for every word that
 * begins so. Immutable once built; shared by all threads.
 */
final class WordTable {
  private static final int SEED = 0x811C9DC5;
  private static final int PRIME = 0x01000193;
  private static final int FILTER_BITS = 1 << 17;

  private final Slots words;
  private final Slots stems;

  private WordTable(List<String> words, List<String> stems, Map<String, Integer> ids) {
    this.words = new Slots(words, ids, "");
    this.stems = new Slots(stems, ids, "*");
  }

  /** Collects words; the same word has the same number. */
  static final class Builder {
    private final Map<String, Integer> ids = new HashMap<>();

    /** The number of a word, or of a stem that ends with a star; from 0. */
    int add(String word) {
      return ids.computeIfAbsent(word, w -> ids.size());
    }

    int size() {
      return ids.size();
    }

    WordTable build() {
      List<String> words = new ArrayList<>();
      List<String> stems = new ArrayList<>();
      for (String word : ids.keySet()) {
        if (word.endsWith("*")) {
          stems.add(word.substring(0, word.length() - 1));
        } else {
          words.add(word);
        }
      }
      return new WordTable(words, stems, ids);
    }
  }

  /** Takes the numbers of what a word is. */
  interface Sink {
    void word(int id);
  }

  /** Reports the word {@code text[start, end)} and every stem that it begins with. */
  void find(char[] text, int start, int end, Sink out) {
    int hash = SEED;
    for (int i = start; i < end; i++) {
      hash = (hash ^ text[i]) * PRIME;
      if (stems.maybe(hash)) {
        report(stems, hash, text, start, i + 1, out);
      }
    }
    if (words.maybe(hash)) {
      report(words, hash, text, start, end, out);
    }
  }

  private static void report(Slots slots, int hash, char[] text, int start, int end, Sink out) {
    int id = slots.find(hash, text, start, end);
    if (id >= 0) {
      out.word(id);
    }
  }

  /** An open hash table behind a filter that rules out nearly all other words. */
  private static final class Slots {
    private final long[] filter = new long[FILTER_BITS / Long.SIZE];
    private final char[][] keys;
    private final int[] values;

    Slots(List<String> all, Map<String, Integer> ids, String ending) {
      int size = Math.max(16, Integer.highestOneBit(Math.max(1, all.size())) * 4);
      keys = new char[size][];
      values = new int[size];
      for (String key : all) {
        int hash = SEED;
        for (int i = 0; i < key.length(); i++) {
          hash = (hash ^ key.charAt(i)) * PRIME;
        }
        int bit = spread(hash) & (FILTER_BITS - 1);
        filter[bit >>> 6] |= 1L << bit;
        int slot = spread(hash) & (size - 1);
        while (keys[slot] != null) {
          slot = (slot + 1) & (size - 1);
        }
        keys[slot] = key.toCharArray();
        values[slot] = ids.getOrDefault(key + ending, -1);
      }
    }

    boolean maybe(int hash) {
      int bit = spread(hash) & (FILTER_BITS - 1);
      return (filter[bit >>> 6] >>> bit & 1) != 0;
    }

    int find(int hash, char[] text, int start, int end) {
      int slot = spread(hash) & (keys.length - 1);
      while (keys[slot] != null) {
        if (Arrays.equals(keys[slot], 0, keys[slot].length, text, start, end)) {
          return values[slot];
        }
        slot = (slot + 1) & (keys.length - 1);
      }
      return -1;
    }

    private static int spread(int hash) {
      return hash ^ hash >>> 15;
    }
  }
}
