package dev.assay.internal.code.tree;

import dev.assay.segment.Language;

/**
 * Variables declared by a word: {@code let x: T = y}, {@code var a, b = c}, {@code const (...)}.
 */
final class Variables {
  private Variables() {}

  /** Stands at the word. */
  static int read(BraceStatements in, int start) {
    in.advance();
    if (in.tree.language == Language.GO && in.isOp('(')) {
      return group(in, start);
    }
    Tree tree = in.tree;
    int node = in.node(Kind.EXPRESSION, start, 0);
    int last = 0;
    do {
      in.skipSoftNewlines();
      if (in.isOp(';') || in.isOp('}') || in.atEnd()) {
        break;
      }
      last = tree.append(node, last, one(in));
    } while (in.accept(','));
    int only = tree.first(node);
    if (in.isWord(BraceHeaders.ELSE)) {
      in.advance();
      tree.append(node, last, in.block());
    } else if (only != 0 && tree.next(only) == 0 && tree.kind(only) == Kind.ASSIGN) {
      tree.setStart(only, start);
      in.finish(only);
      return only;
    }
    in.finish(node);
    return node;
  }

  private static int group(BraceStatements in, int start) {
    int node = in.node(Kind.EXPRESSION, start, 0);
    int last = 0;
    in.advance();
    while (!in.atEnd() && !in.isOp(')') && !in.isOp('}')) {
      int before = in.p;
      in.skipSeparators();
      if (!in.isOp(')') && !in.isOp('}') && !in.atEnd()) {
        last = in.tree.append(node, last, one(in));
      }
      if (in.p == before) {
        in.advance();
      }
    }
    in.accept(')');
    in.tree.setEnd(node, in.behind());
    return node;
  }

  private static int one(BraceStatements in) {
    Tree tree = in.tree;
    int target = target(in);
    int type = 0;
    in.accept('!');
    boolean go = tree.language == Language.GO;
    if (in.accept(':') || go && !in.isOp('=')) {
      int from = in.p;
      int end = in.late.end(from);
      if (end > from) {
        type = TypeNodes.read(in, from, end);
        in.p = end;
      }
    }
    int node = in.isOp('=') ? in.assign(target) : target;
    if (type == 0 || tree.language == Language.TYPESCRIPT) {
      return node;
    }
    int typed = in.node(Kind.TYPED, Math.min(tree.start(type), tree.start(node)), 0);
    tree.append(typed, tree.append(typed, 0, type), node);
    return typed;
  }

  private static int target(BraceStatements in) {
    Tree tree = in.tree;
    if (tree.language == Language.GO) {
      int name = in.isName() ? in.leaf(Kind.NAME, in.info()) : in.error();
      if (!in.isOp(',')) {
        return name;
      }
      int tuple = in.node(Kind.TUPLE, tree.start(name), 0);
      int last = tree.append(tuple, 0, name);
      while (in.accept(',') && in.isName()) {
        last = tree.append(tuple, last, in.leaf(Kind.NAME, in.info()));
      }
      return tuple;
    }
    if (in.isName() && (in.isOpAt(in.p + 1, ':') || in.isOpAt(in.p + 1, '='))) {
      return in.leaf(Kind.NAME, in.info());
    }
    int pattern = in.binary(Operators.UNARY);
    if (tree.language == Language.RUST) {
      while (tree.kind(pattern) == Kind.AWAIT && tree.first(pattern) != 0) {
        pattern = tree.first(pattern);
      }
      return Patterns.bound(tree, pattern);
    }
    return pattern;
  }
}
