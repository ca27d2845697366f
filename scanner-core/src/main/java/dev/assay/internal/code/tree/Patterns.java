package dev.assay.internal.code.tree;

/** Patterns that take a value apart, read as expressions and turned into targets. */
final class Patterns {
  private Patterns() {}

  /**
   * What a pattern binds: {@code Some(x)} becomes a TUPLE of x, {@code Point { x, .. }} too. The
   * node itself is changed.
   */
  static int bound(Tree tree, int pattern) {
    return bound(tree, pattern, 0);
  }

  private static int bound(Tree tree, int pattern, int depth) {
    byte kind = tree.kind(pattern);
    if (kind == Kind.CALL) {
      tree.setKind(pattern, Kind.TUPLE);
      tree.setFirst(pattern, tree.next(tree.first(pattern)));
    }
    if (kind == Kind.KEYWORD) {
      return tree.first(pattern);
    }
    if (depth < 40 && (kind == Kind.CALL || kind == Kind.TUPLE || kind == Kind.LIST)) {
      int last = 0;
      for (int child = tree.first(pattern), following; child != 0; child = following) {
        following = tree.next(child);
        tree.cutSiblings(child);
        last = tree.append(pattern, last, bound(tree, child, depth + 1));
      }
    }
    return pattern;
  }
}
