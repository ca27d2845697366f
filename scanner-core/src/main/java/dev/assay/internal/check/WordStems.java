package dev.assay.internal.check;

import java.util.Arrays;
import java.util.List;

/**
 * Finds which groups have a word of theirs at the start of a word of a text, in one pass. A word
 * that ends in $ must be the whole word.
 */
final class WordStems {
  /** 26 letters, and the end of a word. */
  private static final int LETTERS = 27;

  private static final int END = 26;

  private final int groups;

  /** Node times 27 plus letter to node; 0 means none, since no edge leads to the root. */
  private int[] next = new int[LETTERS];

  /** Groups whose word ends at a node, as bits. */
  private long[][] ends = new long[1][];

  private int nodes = 1;

  WordStems(List<String[]> words) {
    groups = words.size();
    for (int group = 0; group < groups; group++) {
      for (String word : words.get(group)) {
        add(word, group);
      }
    }
  }

  private void add(String word, int group) {
    int node = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      int edge = node * LETTERS + (c == '$' ? END : c - 'a');
      if (next[edge] == 0) {
        next = Arrays.copyOf(next, (nodes + 1) * LETTERS);
        ends = Arrays.copyOf(ends, nodes + 1);
        next[edge] = nodes++;
      }
      node = next[edge];
    }
    long[] bits = ends[node] == null ? new long[words()] : ends[node];
    bits[group >> 6] |= 1L << (group & 63);
    ends[node] = bits;
  }

  private int words() {
    return (groups + 63) >> 6;
  }

  /** What was seen, and between which places in the text. */
  static final class Seen {
    private final long[] groups;
    private int first;
    private int last;

    private Seen(int words) {
      groups = new long[words];
    }

    boolean any() {
      return last >= 0;
    }

    boolean has(int group) {
      return (groups[group >> 6] >>> (group & 63) & 1) != 0;
    }

    /** Where the first word of any group ends. */
    int first() {
      return first;
    }

    /** Where the last one does. */
    int last() {
      return last;
    }
  }

  /** Scratch memory for {@link #find}. */
  Seen scratch() {
    return new Seen(words());
  }

  /** Fills {@code out} with the groups found in the first {@code limit} characters. */
  void find(String text, int limit, Seen out) {
    out.first = limit;
    out.last = -1;
    Arrays.fill(out.groups, 0);
    boolean inWord = false;
    int node = 0;
    for (int i = 0; i < limit; i++) {
      int letter = (text.charAt(i) | 0x20) - 'a';
      if (letter < 0 || letter >= END) {
        if (node != 0) {
          note(next[node * LETTERS + END], i, out);
          node = 0;
        }
        inWord = false;
      } else if (node != 0 || !inWord) {
        node = next[node * LETTERS + letter];
        inWord = true;
        note(node, i, out);
      }
    }
    if (node != 0) {
      note(next[node * LETTERS + END], limit, out);
    }
  }

  private void note(int node, int place, Seen out) {
    long[] bits = ends[node];
    if (bits != null) {
      out.first = Math.min(out.first, place);
      out.last = place;
      for (int w = 0; w < bits.length; w++) {
        out.groups[w] |= bits[w];
      }
    }
  }
}
