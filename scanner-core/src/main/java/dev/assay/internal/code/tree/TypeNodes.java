package dev.assay.internal.code.tree;

/** Makes nodes of types: a path, an INDEX for arguments and arrays, UNARY for pointers. */
final class TypeNodes {
  private TypeNodes() {}

  /** The type in tokens {@code [from, to)}. */
  static int read(Cursor in, int from, int to) {
    Tree tree = in.tree;
    int node = 0;
    int index = 0;
    int last = 0;
    for (int i = from; i < to; i++) {
      int start = in.tokens.start[i];
      int end = in.tokens.end[i];
      if (in.tokens.type[i] == Tokens.NAME) {
        boolean qualifier = Reserved.is(Types.QUALIFIERS, in.tokens.info[i]);
        if (node == 0 && !(qualifier && i + 1 < to)) {
          node = tree.add(Kind.NAME, start, end, in.tokens.info[i]);
        } else if (node != 0 && index == 0 && joins(in, i - 1)) {
          node = member(in, node, i);
        } else if (node != 0 && index == 0 && tree.kind(node) == Kind.NAME && !qualifier) {
          tree.setData(node, in.tokens.info[i]);
          tree.setEnd(node, end);
        } else if (index != 0 && !joins(in, i - 1)) {
          last = tree.append(index, last, tree.add(Kind.NAME, start, end, in.tokens.info[i]));
        } else if (last != 0) {
          tree.setData(last, in.tokens.info[i]);
          tree.setEnd(last, end);
        }
      } else if (index == 0 && node != 0 && opens(in, i)) {
        index = tree.add(Kind.INDEX, tree.start(node), end, 0);
        last = tree.append(index, 0, node);
      }
    }
    return pointers(in, finished(in, node, index, from, to), from, to);
  }

  private static boolean joins(Cursor in, int i) {
    return in.isOpAt(i, '.') || in.isOpAt(i, Operators.SCOPE) || in.isOpAt(i, '\\');
  }

  private static boolean opens(Cursor in, int i) {
    return in.isOpAt(i, '<') || in.isOpAt(i, Operators.DIAMOND) || in.isOpAt(i, '[');
  }

  private static int member(Cursor in, int object, int i) {
    if (in.tree.tall(object)) {
      return object;
    }
    int node =
        in.tree.add(Kind.ATTRIBUTE, in.tree.start(object), in.tokens.end[i], in.tokens.info[i]);
    in.tree.append(node, 0, object);
    return node;
  }

  private static int finished(Cursor in, int node, int index, int from, int to) {
    int whole = index == 0 ? node : index;
    if (whole == 0) {
      return in.tree.add(Kind.ERROR, in.tokens.start[from], in.tokens.end[to - 1], 0);
    }
    if (index != 0) {
      in.tree.setEnd(index, in.tokens.end[to - 1]);
    }
    return whole;
  }

  private static int pointers(Cursor in, int type, int from, int to) {
    int node = type;
    for (int i = to - 1; i > from && i > to - 4; i--) {
      if (in.isOpAt(i, '*') || in.isOpAt(i, Operators.STARS)) {
        int pointer = in.tree.add(Kind.UNARY, in.tree.start(node), in.tokens.end[i], '*');
        in.tree.append(pointer, 0, node);
        node = pointer;
      }
    }
    return node;
  }
}
