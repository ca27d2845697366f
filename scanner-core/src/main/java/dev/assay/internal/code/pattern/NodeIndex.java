package dev.assay.internal.code.pattern;

import dev.assay.internal.code.tree.Kind;
import dev.assay.internal.code.tree.Tree;
import java.util.Arrays;

/** The nodes of a tree by kind, in the order of the text. */
public final class NodeIndex {
  private static final int[] NONE = {};
  private final int[][] byKind = new int[Kind.OTHER + 1][];
  private final int[] count = new int[Kind.OTHER + 1];

  /** Indexes what hangs in the tree; nodes that were dropped while reading are left out. */
  public NodeIndex(Tree tree) {
    for (int node = 1; node < tree.size(); node++) {
      byte kind = tree.kind(node);
      if (tree.parent(node) != 0 && indexed(kind)) {
        int[] nodes = byKind[kind];
        if (nodes == null) {
          nodes = new int[8];
        } else if (count[kind] == nodes.length) {
          nodes = Arrays.copyOf(nodes, nodes.length * 2);
        }
        byKind[kind] = nodes;
        nodes[count[kind]++] = node;
      }
    }
    for (int kind = 0; kind < byKind.length; kind++) {
      if (byKind[kind] != null) {
        byKind[kind] = Arrays.copyOf(byKind[kind], count[kind]);
      }
    }
  }

  private static boolean indexed(byte kind) {
    return switch (kind) {
      case Kind.CALL,
          Kind.RETURN,
          Kind.ASSIGN,
          Kind.KEYWORD,
          Kind.COMPARE,
          Kind.IMPORTED,
          Kind.DECORATOR,
          Kind.STRING,
          Kind.TEMPLATE,
          Kind.BINARY,
          Kind.ASSERT,
          Kind.PAIR,
          Kind.FUNCTION,
          Kind.EXCEPT,
          Kind.PARAMETER,
          Kind.INDEX,
          Kind.ATTRIBUTE ->
          true;
      default -> false;
    };
  }

  int[] of(byte kind) {
    int[] nodes = byKind[kind];
    return nodes == null ? NONE : nodes;
  }
}
