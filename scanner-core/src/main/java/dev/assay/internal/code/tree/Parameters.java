package dev.assay.internal.code.tree;

import dev.assay.segment.Language;

/** Parameters of functions, with what annotates them, their types and defaults. */
final class Parameters {
  private static final boolean[] MODIFIERS =
      Reserved.flags(
          "final",
          "const",
          "readonly",
          "private",
          "public",
          "protected",
          "static",
          "var",
          "let",
          "mut",
          "ref",
          "out",
          "in",
          "params");
  private final Operands in;
  private final Tree tree;
  private int tail;
  private int annotation;

  private Parameters(Operands in) {
    this.in = in;
    this.tree = in.tree;
  }

  /**
   * Reads the list whose opening bracket stands here and appends PARAMETER nodes to {@code
   * function} after {@code last}; returns the last child.
   */
  static int read(Operands in, int function, int last) {
    int close = in.tokens.match[in.p];
    in.advance();
    return read(in, function, last, close, ')');
  }

  /** Reads parameters up to token {@code close}, or, if that is -1, to where they must end. */
  static int read(Operands in, int function, int last, int close, int closer) {
    int tail = last;
    while (!in.atEnd() && (close < 0 ? !in.isOp(closer) && !in.isOp('{') : in.p < close)) {
      int before = in.p;
      if (in.accept(',') || in.type() == Tokens.NEWLINE) {
        in.skipNewlines();
        continue;
      }
      tail = in.tree.append(function, tail, new Parameters(in).one());
      if (close >= 0) {
        skipTo(in, close);
      }
      if (in.p == before) {
        in.skipBalanced();
      }
    }
    if (close >= 0) {
      in.p = close;
    }
    in.accept(closer);
    return tail;
  }

  private static void skipTo(Operands in, int close) {
    while (in.p < close && !in.isOp(',')) {
      in.skipBalanced();
    }
  }

  private int one() {
    int node = in.node(Kind.PARAMETER, in.from(), -1);
    while (Decorators.here(in)) {
      int decorator = Decorators.read(in);
      for (int each = decorator, following; each != 0; each = following) {
        following = tree.next(each);
        tree.cutSiblings(each);
        tail = tree.append(node, tail, each);
      }
    }
    while (in.isName() && Reserved.is(MODIFIERS, in.info()) && !ends(in.p + 1)) {
      in.advance();
    }
    switch (in.tree.language) {
      case JAVA, C, CPP, CSHARP, PHP -> typed(node);
      case GO -> go(node);
      default -> named(node);
    }
    if (annotation != 0) {
      tail = tree.append(node, tail, annotation);
    }
    if (in.accept('=')) {
      in.skipSoftNewlines();
      tree.append(node, tail, Collections.element(in));
    }
    tree.setEnd(node, in.behind());
    return node;
  }

  private boolean ends(int index) {
    return in.isOpAt(index, ',') || in.isOpAt(index, ')') || in.isOpAt(index, '=');
  }

  private void typed(int node) {
    if (in.isOp('?') || in.isOp(Operators.ELLIPSIS)) {
      in.advance();
    }
    int start = in.p;
    int end = in.tree.language == Language.PHP ? phpType(start) : in.types.end(start);
    if (end > start) {
      in.p = end;
      if (in.isName() || in.isOp('(') || !ends(end) || end > start + 1 || !nameOnly()) {
        annotate(start, end);
      } else {
        in.p = start;
      }
    }
    while (in.isOp('&')
        || in.isOp('*')
        || in.isOp(Operators.STARS)
        || in.isOp('(')
        || in.isOp(Operators.ELLIPSIS)
        || in.isOp(Operators.AMPERSANDS)) {
      in.advance();
    }
    if (in.isName()) {
      tree.setData(node, in.info());
      in.advance();
    }
    while (in.isOp('[') || in.isOp(')') && in.isOpAt(in.p + 1, '(')) {
      in.skipBalanced();
    }
  }

  /** Whether a word alone names a parameter, and not its type. */
  private boolean nameOnly() {
    return !(in.tree.language == Language.C || in.tree.language == Language.CPP)
        || in.tokens.info[in.p - 1] >= Words.FIRST_FREE;
  }

  private int phpType(int from) {
    return in.isName() && tree.source[in.from()] != '$' ? in.types.end(from) : from;
  }

  private void annotate(int from, int to) {
    annotation = tree.add(Kind.ANNOTATION, in.tokens.start[from], in.tokens.end[to - 1], 0);
    tree.append(annotation, 0, TypeNodes.read(in, from, to));
  }

  /** {@code a int}, {@code a, b int}: a name without a type has the next one's. */
  private void go(int node) {
    int start = in.p;
    boolean name = in.isName();
    boolean alone = ends(start + 1);
    if (name && !in.isOpAt(start + 1, '.')) {
      int type = alone ? goShared(start + 1) : start + 1;
      int end = in.late.end(type);
      if (end > type) {
        tree.setData(node, in.info());
        annotate(type, end);
        in.p = alone ? start + 1 : end;
        return;
      }
      if (alone) {
        tree.setData(node, in.info());
        in.advance();
        return;
      }
    }
    int end = in.late.end(start);
    if (end > start) {
      annotate(start, end);
      in.p = end;
    }
  }

  /** Where the type of {@code a, b, c int} starts. */
  private int goShared(int from) {
    int i = from;
    for (int n = 0; n < 8 && in.isOpAt(i, ',') && in.isNameAt(i + 1); n++) {
      i += 2;
      if (!in.isOpAt(i, ',') && !in.isOpAt(i, ')')) {
        return i;
      }
    }
    return from;
  }

  /** {@code name: Type}, {@code {a, b}: Type}, {@code ...rest}. */
  private void named(int node) {
    while (in.isOp(Operators.ELLIPSIS)
        || in.isOp('*')
        || in.isOp(Operators.STARS)
        || in.isOp('&')
        || in.isName() && Reserved.is(MODIFIERS, in.info()) && !ends(in.p + 1)) {
      in.advance();
    }
    if (in.isName()
        && (ends(in.p + 1)
            || in.isOpAt(in.p + 1, ':')
            || in.isOpAt(in.p + 1, '?')
            || in.isOpAt(in.p + 1, Operators.PIPES)
            || in.isOpAt(in.p + 1, '|'))) {
      tree.setData(node, in.info());
      in.advance();
    } else {
      int pattern = in.binary(Operators.UNARY);
      boolean plain = tree.kind(pattern) == Kind.NAME;
      if (plain) {
        tree.setData(node, tree.data(pattern));
      } else {
        int bound = Patterns.bound(tree, pattern);
        int only = tree.first(bound);
        if (tree.kind(bound) == Kind.TUPLE
            && only != 0
            && tree.kind(only) == Kind.NAME
            && tree.next(only) == 0) {
          tree.setData(node, tree.data(only));
        } else {
          tail = tree.append(node, tail, bound);
        }
      }
    }
    in.accept('?');
    if (in.accept(':')) {
      int start = in.p;
      int end = in.late.end(start);
      if (end > start) {
        annotate(start, end);
        in.p = end;
      }
    }
  }
}
