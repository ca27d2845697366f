package dev.assay.internal.advice;

import java.util.Arrays;
import java.util.List;

/**
 * Phrases as paths of words, so that phrases with the same beginning are followed together: a step
 * costs one look into a hash table, however many phrases there are. Immutable; shared by all
 * threads.
 */
final class PhraseTree {
  private static final int NONE = -1;

  /** The node that a first word leads to, by the word's number. */
  private final int[] roots;

  /** The phrase that ends at a node. */
  private final int[] phrases;

  /** Which words longer phrases may go on with: the bits of their numbers' last six bits. */
  private final long[] goesOn;

  private final long[] keys;
  private final int[] children;

  private PhraseTree(int words, int nodes) {
    roots = new int[words];
    Arrays.fill(roots, NONE);
    phrases = new int[nodes];
    Arrays.fill(phrases, NONE);
    goesOn = new long[nodes];
    int slots = Math.max(16, Integer.highestOneBit(nodes) * 4);
    keys = new long[slots];
    Arrays.fill(keys, NONE);
    children = new int[slots];
  }

  /**
   * Builds the tree.
   *
   * @param phrases the numbers of each phrase's words, at least one; no two are the same
   * @param words how many words there are
   */
  static PhraseTree of(List<int[]> phrases, int words) {
    int nodes = 0;
    for (int[] phrase : phrases) {
      nodes += phrase.length;
    }
    PhraseTree tree = new PhraseTree(words, nodes);
    int used = 0;
    for (int number = 0; number < phrases.size(); number++) {
      used = tree.add(phrases.get(number), number, used);
    }
    return tree;
  }

  private int add(int[] phrase, int number, int used) {
    int next = used;
    int node = roots[phrase[0]];
    if (node == NONE) {
      node = roots[phrase[0]] = next++;
    }
    for (int i = 1; i < phrase.length; i++) {
      goesOn[node] |= 1L << phrase[i];
      long key = key(node, phrase[i]);
      int slot = slot(key);
      if (keys[slot] == NONE) {
        keys[slot] = key;
        children[slot] = next++;
      }
      node = children[slot];
    }
    phrases[node] = number;
    return next;
  }

  private static long key(int node, int word) {
    return (long) node << 32 | word;
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & mask;
    while (keys[slot] != NONE && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** The node of a phrase's first word, or -1. */
  int start(int word) {
    return roots[word];
  }

  /** The phrase that ends at the node, or -1. */
  int phraseAt(int node) {
    return phrases[node];
  }

  /** Whether longer phrases go on from the node. */
  boolean goesOn(int node) {
    return goesOn[node] != 0;
  }

  /** The node that a word leads to, or -1. */
  int child(int node, int word) {
    if ((goesOn[node] >>> word & 1) == 0) {
      return NONE;
    }
    int slot = slot(key(node, word));
    return keys[slot] == NONE ? NONE : children[slot];
  }
}
