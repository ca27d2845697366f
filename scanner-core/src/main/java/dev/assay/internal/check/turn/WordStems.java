package dev.assay.internal.check.turn;

import java.util.Arrays;
import java.util.List;

/**
 * Finds which groups have a word of theirs at the start of a word of a text, in one pass. A word
 * that ends in $ must be the whole word.
 */
public final class WordStems {
  /** 26 letters, and the end of a word. */
  private static final int LETTERS = 27;

  private static final int END = 26;

  private final int groups;

  /** Node times 27 plus letter to node; 0 means none, since no edge leads to the root. */
  private int[] next = new int[LETTERS];

  /** Groups whose word ends at a node. */
  private int[][] ends = new int[1][];

  private int nodes = 1;

  public WordStems(List<String[]> words) {
    groups = words.size();
    for (int group = 0; group < groups; group++) {
      for (String word : words.get(group)) {
        add(word, group);
      }
    }
    next = Arrays.copyOf(next, nodes * LETTERS);
    ends = Arrays.copyOf(ends, nodes);
  }

  private void add(String word, int group) {
    int node = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      int edge = node * LETTERS + (c == '$' ? END : c - 'a');
      if (next[edge] == 0) {
        if (nodes == ends.length) {
          next = Arrays.copyOf(next, 2 * nodes * LETTERS);
          ends = Arrays.copyOf(ends, 2 * nodes);
        }
        next[edge] = nodes++;
      }
      node = next[edge];
    }
    int[] before = ends[node] == null ? new int[0] : ends[node];
    int[] after = Arrays.copyOf(before, before.length + 1);
    after[before.length] = group;
    ends[node] = after;
  }

  /** Which groups were seen, and between which places in the text. */
  public static final class Seen {
    private final int[] first;
    private final int[] last;
    private int hits;
    private char[] chars = new char[512];

    private Seen(int groups) {
      first = new int[groups];
      last = new int[groups];
    }

    private void clear() {
      Arrays.fill(last, -1);
      hits = 0;
    }

    private void add(int group, int place) {
      if (last[group] < 0) {
        first[group] = place;
        hits++;
      }
      last[group] = place;
    }

    /** The first characters of a text; those behind them are of no text. */
    private char[] chars(String text, int limit) {
      if (chars.length < limit) {
        chars = new char[Math.max(limit, 2 * chars.length)];
      }
      text.getChars(0, limit, chars, 0);
      return chars;
    }

    /** How many groups were seen. */
    public int size() {
      return hits;
    }

    public boolean has(int group) {
      return last[group] >= 0;
    }

    /** Where the first word of the group ends. */
    public int first(int group) {
      return first[group];
    }

    /** Where the last one does. */
    public int last(int group) {
      return last[group];
    }
  }

  /** Scratch memory for {@link #find}. */
  public Seen scratch() {
    return new Seen(groups);
  }

  /** Fills {@code out} with the groups found in the first {@code limit} characters. */
  public void find(String text, int limit, Seen out) {
    find(out.chars(text, limit), limit, out);
  }

  private void find(char[] text, int limit, Seen out) {
    out.clear();
    boolean inWord = false;
    for (int i = 0; i < limit; i++) {
      boolean letter = CharFacts.isLetter(text[i]);
      if (letter && !inWord) {
        follow(text, i, limit, out);
      }
      inWord = letter;
    }
  }

  /** As {@link #find(String, int, Seen)}, of a text whose words are known. */
  public void find(CharFacts facts, int limit, Seen out) {
    out.clear();
    int words = facts.words();
    int[] starts = facts.wordStarts();
    char[] text = facts.chars();
    for (int word = 0; word < words && starts[word] < limit; word++) {
      follow(text, starts[word], limit, out);
    }
  }

  /** Notes what the word at this place begins with. */
  private void follow(char[] text, int start, int limit, Seen out) {
    int node = 0;
    int i = start;
    do {
      int letter = i < limit ? (text[i] | 0x20) - 'a' : END;
      if (letter < 0 || letter >= END) {
        note(next[node * LETTERS + END], i, out);
        return;
      }
      node = next[node * LETTERS + letter];
      note(node, i, out);
      i++;
    } while (node != 0);
  }

  private void note(int node, int place, Seen out) {
    int[] groupsHere = ends[node];
    if (groupsHere != null) {
      for (int group : groupsHere) {
        out.add(group, place);
      }
    }
  }
}
