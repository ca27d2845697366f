package dev.assay.internal.code.tree;

/** Macros of Rust, read as calls; names inside their format become holes. */
final class Macros {
  private Macros() {}

  /** Whether the name here is followed by a mark and a bracket. */
  static boolean here(Operands in) {
    return in.isOpAt(in.p + 2, '(') || in.isOpAt(in.p + 2, '[') || in.isOpAt(in.p + 2, '{');
  }

  static int read(Operands in) {
    int callee = in.leaf(Kind.NAME, in.info());
    in.advance();
    if (in.isOp('(')) {
      return inlined(in, Collections.call(in, callee));
    }
    Tree tree = in.tree;
    int node = in.node(Kind.CALL, tree.start(callee), 0);
    int last = tree.append(node, 0, callee);
    if (in.isOp('{')) {
      in.skipBalanced();
    } else {
      int list = Collections.list(in);
      tree.append(node, last, tree.first(list));
    }
    tree.setEnd(node, in.behind());
    return node;
  }

  /** Turns {@code "a {x}"} among the first two arguments into a TEMPLATE. */
  private static int inlined(Operands in, int call) {
    Tree tree = in.tree;
    int before = tree.first(call);
    for (int i = 0; i < 2 && tree.next(before) != 0; i++) {
      int argument = tree.next(before);
      if (tree.kind(argument) == Kind.STRING && hasName(tree, argument)) {
        int template =
            tree.add(Kind.TEMPLATE, tree.start(argument), tree.end(argument), tree.data(argument));
        int flags = tree.data(argument);
        new Templates(
                in,
                template,
                tree.start(argument) + (flags >> 8 & 0xff),
                tree.end(argument) - (flags >> 16 & 0xff))
            .readNames();
        tree.setNext(template, tree.next(argument));
        tree.setNext(before, template);
        return call;
      }
      before = argument;
    }
    return call;
  }

  private static boolean hasName(Tree tree, int string) {
    for (int i = tree.start(string); i + 1 < tree.end(string); i++) {
      if (tree.source[i] == '{' && Character.isLetter(tree.source[i + 1])) {
        return true;
      }
    }
    return false;
  }
}
