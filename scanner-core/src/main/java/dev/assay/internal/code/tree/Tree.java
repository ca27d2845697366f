package dev.assay.internal.code.tree;

import dev.assay.segment.Language;
import java.util.Arrays;

/**
 * Analysed code as nodes in parallel arrays. A node is a number above 0; 0 is "no node". Positions
 * count from the start of the segment; {@link #base} turns them into positions in the turn.
 */
public final class Tree {
  /** Longest chain of operators or members that is kept as such, so that walks may recurse. */
  private static final int MAX_CHAIN = 250;

  final char[] source;
  final Words words;
  final Tokens tokens = new Tokens();

  /** Where the segment starts in its turn. */
  public final int base;

  public final Language language;
  private byte[] kind = new byte[256];
  private int[] start = new int[256];
  private int[] end = new int[256];
  private int[] first = new int[256];
  private int[] next = new int[256];
  private int[] parent = new int[256];
  private int[] data = new int[256];
  private int[] height = new int[256];
  private int size = 1;
  private int root;

  Tree(char[] source, int base, Language language) {
    this.source = source;
    this.base = base;
    this.language = language;
    this.words = new Words(source);
  }

  int add(byte nodeKind, int from, int to, int nodeData) {
    if (size == kind.length) {
      grow();
    }
    kind[size] = nodeKind;
    start[size] = from;
    end[size] = to;
    data[size] = nodeData;
    return size++;
  }

  /** Appends a child after {@code last}, the last child so far (0 if none); returns the child. */
  int append(int node, int last, int child) {
    if (last == 0) {
      first[node] = child;
    } else {
      next[last] = child;
    }
    if (end[child] > end[node]) {
      end[node] = end[child];
    }
    if (height[child] >= height[node]) {
      height[node] = height[child] + 1;
    }
    return child;
  }

  /** Whether the node is so deep that nothing may be put around it except by nesting. */
  boolean tall(int node) {
    return height[node] > MAX_CHAIN;
  }

  void setEnd(int node, int to) {
    end[node] = to;
  }

  void setStart(int node, int from) {
    start[node] = from;
  }

  void setData(int node, int value) {
    data[node] = value;
  }

  void setKind(int node, byte value) {
    kind[node] = value;
  }

  void cutSiblings(int node) {
    next[node] = 0;
  }

  void setFirst(int node, int child) {
    first[node] = child;
  }

  void setNext(int node, int sibling) {
    next[node] = sibling;
  }

  /**
   * Closes the tree: every node under {@code rootNode} learns its parent, and none ends before it
   * begins, however broken the code is.
   */
  void finish(int rootNode) {
    root = rootNode;
    int node = rootNode;
    while (true) {
      end[node] = Math.max(start[node], end[node]);
      if (first[node] != 0) {
        parent[first[node]] = node;
        node = first[node];
        continue;
      }
      while (node != rootNode && next[node] == 0) {
        node = parent[node];
      }
      if (node == rootNode) {
        return;
      }
      parent[next[node]] = parent[node];
      node = next[node];
    }
  }

  private void grow() {
    int length = size * 2;
    kind = Arrays.copyOf(kind, length);
    start = Arrays.copyOf(start, length);
    end = Arrays.copyOf(end, length);
    first = Arrays.copyOf(first, length);
    next = Arrays.copyOf(next, length);
    parent = Arrays.copyOf(parent, length);
    data = Arrays.copyOf(data, length);
    height = Arrays.copyOf(height, length);
  }

  /** The block that is the whole segment. */
  public int root() {
    return root;
  }

  /** One past the greatest node. */
  public int size() {
    return size;
  }

  /** One past the greatest word. */
  public int wordLimit() {
    return words.limit();
  }

  /** One of {@link Kind}. */
  public byte kind(int node) {
    return kind[node];
  }

  /** First UTF-16 unit, from the segment's start. */
  public int start(int node) {
    return start[node];
  }

  /** One past the last UTF-16 unit, from the segment's start. */
  public int end(int node) {
    return end[node];
  }

  /** First child, or 0. */
  public int first(int node) {
    return first[node];
  }

  /** Next sibling, or 0. */
  public int next(int node) {
    return next[node];
  }

  /** Parent, or 0 for the root and for what is not part of the tree. */
  public int parent(int node) {
    return parent[node];
  }

  /** What {@link Kind} says of the node's kind. */
  public int data(int node) {
    return data[node];
  }

  /** Last child, or 0. */
  public int last(int node) {
    int child = first[node];
    while (child != 0 && next[child] != 0) {
      child = next[child];
    }
    return child;
  }

  /** The child at that index, or 0. */
  public int child(int node, int index) {
    int child = first[node];
    for (int i = 0; i < index && child != 0; i++) {
      child = next[child];
    }
    return child;
  }

  /** Text of a word's number; empty for a number below 0. */
  public String word(int number) {
    return number < 0 ? "" : words.word(number);
  }

  /** What {@link String#hashCode} says of a word's text, without making it. */
  public int wordHash(int number) {
    return number < 0 ? 0 : words.hash(number);
  }

  /** Number of a word that stands in the code, or -1. */
  public int findWord(String word) {
    return words.find(word);
  }

  /** The node's code as it stands. */
  public String text(int node) {
    return new String(source, start[node], end[node] - start[node]);
  }

  /** Code between two positions. */
  public String text(int from, int to) {
    return new String(source, from, to - from);
  }

  /** One character of the code. */
  public char charAt(int position) {
    return source[position];
  }

  /** The content of a STRING node without its delimiters, with escapes resolved. */
  public String stringValue(int node) {
    return Strings.value(source, start[node], end[node], data[node]);
  }

  /** The nearest node of that kind around {@code node}, itself not counted; 0 if none. */
  public int enclosing(int node, byte wanted) {
    int at = parent[node];
    while (at != 0 && kind[at] != wanted) {
      at = parent[at];
    }
    return at;
  }
}
