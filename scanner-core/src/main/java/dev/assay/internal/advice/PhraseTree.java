package dev.assay.internal.advice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Phrases as paths of words, so that phrases with the same beginning are followed together, however
 * many there are. The children of a node lie beside each other in the order of their words, so that
 * a step reads one stretch of memory. Immutable; shared by all threads.
 */
final class PhraseTree {
  private static final int NONE = -1;

  /** Fewer children than that are looked through one by one. */
  private static final int FEW = 8;

  /** Of each node: its phrase, its first child, and the bits of {@link #goesOn}. */
  private static final int STRIDE = 4;

  private static final int FIRST_CHILD = 1;
  private static final int LOW_BITS = 2;
  private static final int HIGH_BITS = 3;

  /** The node that a first word leads to, by the word's number. */
  private final int[] roots;

  private final int[] nodes;

  /** The word that leads to each node. */
  private final int[] wordOf;

  private PhraseTree(int[] roots, int[] nodes, int[] wordOf) {
    this.roots = roots;
    this.nodes = nodes;
    this.wordOf = wordOf;
  }

  /**
   * Builds the tree.
   *
   * @param phrases the numbers of each phrase's words, at least one; no two are the same
   * @param words how many words there are
   */
  static PhraseTree of(List<int[]> phrases, int words) {
    Draft root = new Draft();
    for (int number = 0; number < phrases.size(); number++) {
      Draft node = root;
      for (int word : phrases.get(number)) {
        node = node.children.computeIfAbsent(word, w -> new Draft());
      }
      node.phrase = number;
    }
    return laidOut(root, words);
  }

  private static final class Draft {
    private final TreeMap<Integer, Draft> children = new TreeMap<>();
    private int phrase = NONE;
  }

  /** Level by level: so the children of a node follow each other. */
  private static PhraseTree laidOut(Draft root, int words) {
    int[] roots = new int[words];
    Arrays.fill(roots, NONE);
    List<Draft> order = new ArrayList<>();
    List<Integer> wordOf = new ArrayList<>();
    root.children.forEach(
        (word, child) -> {
          roots[word] = order.size();
          order.add(child);
          wordOf.add(word);
        });
    int[] nodes = new int[STRIDE];
    for (int i = 0; i < order.size(); i++) {
      Draft node = order.get(i);
      int at = i * STRIDE;
      if (nodes.length < at + 2 * STRIDE) {
        nodes = Arrays.copyOf(nodes, 2 * nodes.length + STRIDE);
      }
      nodes[at] = node.phrase;
      nodes[at + FIRST_CHILD] = order.size();
      for (Map.Entry<Integer, Draft> child : node.children.entrySet()) {
        int bit = child.getKey() & 63;
        nodes[at + (bit < 32 ? LOW_BITS : HIGH_BITS)] |= 1 << bit;
        order.add(child.getValue());
        wordOf.add(child.getKey());
      }
    }
    nodes = Arrays.copyOf(nodes, (order.size() + 1) * STRIDE);
    nodes[order.size() * STRIDE + FIRST_CHILD] = order.size();
    return new PhraseTree(roots, nodes, wordOf.stream().mapToInt(Integer::intValue).toArray());
  }

  /** The node of a phrase's first word, or -1. */
  int start(int word) {
    return roots[word];
  }

  /** The phrase that ends at the node, or -1. */
  int phraseAt(int node) {
    return nodes[node * STRIDE];
  }

  /** Whether longer phrases go on from the node. */
  boolean goesOn(int node) {
    int at = node * STRIDE;
    return (nodes[at + LOW_BITS] | nodes[at + HIGH_BITS]) != 0;
  }

  /** The node that a word leads to, or -1. */
  int child(int node, int word) {
    int at = node * STRIDE;
    int bits = nodes[at + LOW_BITS + (word >>> 5 & 1)];
    if ((bits >>> word & 1) == 0) {
      return NONE;
    }
    int low = nodes[at + FIRST_CHILD];
    int high = nodes[at + STRIDE + FIRST_CHILD];
    if (high - low > FEW) {
      int found = Arrays.binarySearch(wordOf, low, high, word);
      return found < 0 ? NONE : found;
    }
    for (int child = low; child < high; child++) {
      if (wordOf[child] == word) {
        return child;
      }
    }
    return NONE;
  }
}
