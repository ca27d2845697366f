package dev.assay.internal.code.tree;

/** Values of Go that start with their type: {@code []T{a}}, {@code map[K]V{}}, {@code []T(x)}. */
final class Literal {
  private Literal() {}

  /** Whether what follows a bracket is the type of its elements. */
  static boolean goTypeFollows(Operands in, int index) {
    return (in.isNameAt(index) || in.isOpAt(index, '*') || in.isOpAt(index, '['))
        && in.tokens.start[index] == in.tokens.end[index - 1];
  }

  static int go(Operands in) {
    int start = in.from();
    boolean map = in.isName();
    int end = in.late.end(in.p);
    if (end <= in.p) {
      return Collections.list(in);
    }
    int type = TypeNodes.read(in, map ? in.p : elementType(in), end);
    in.p = end;
    if (in.isOp('{') && !in.noBrace) {
      int node = Collections.braces(in);
      if (!map) {
        in.tree.setKind(node, Kind.LIST);
      }
      in.tree.setStart(node, start);
      return node;
    }
    return type;
  }

  private static int elementType(Operands in) {
    int close = in.tokens.match[in.p];
    return close < 0 ? in.p : close + 1;
  }
}
