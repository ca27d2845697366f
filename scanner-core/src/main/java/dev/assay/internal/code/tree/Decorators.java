package dev.assay.internal.code.tree;

import dev.assay.segment.Language;

/** Annotations and attributes: {@code @X(a = 1)}, {@code [X(a)]}, {@code #[x]}, {@code [[x]]}. */
final class Decorators {
  private static final int INTERFACE = Words.reserved("interface");

  private Decorators() {}

  /** Whether one stands here. */
  static boolean here(Operands in) {
    return switch (in.tree.language) {
      case CSHARP -> in.isOp('[') && attributeList(in, in.p);
      case CPP, C -> in.isOp('[') && in.isOpAt(in.p + 1, '[') && in.tokens.match[in.p] > 0;
      case RUST, PHP -> in.isOp('#') && (in.isOpAt(in.p + 1, '[') || in.isOpAt(in.p + 2, '['));
      case RUBY, SHELL, SQL, GO -> false;
      default -> in.isOp('@') && in.isNameAt(in.p + 1) && !in.isWordAt(in.p + 1, INTERFACE);
    };
  }

  private static boolean attributeList(Operands in, int open) {
    int close = in.tokens.match[open];
    return close > open + 1
        && in.isNameAt(open + 1)
        && (in.isNameAt(close + 1) || in.isOpAt(close + 1, '[') || in.isOpAt(close + 1, '('))
        && !in.isOpAt(open + 2, '.' | '.' << 8);
  }

  /** Reads it: DECORATOR nodes, siblings of each other; 0 if there is none inside. */
  static int read(Operands in) {
    if (in.tree.language == Language.RUST || in.tree.language == Language.PHP) {
      in.advance();
      in.accept('!');
    }
    int close = in.isOp('[') ? in.tokens.match[in.p] : -1;
    boolean list = in.isOp('[');
    in.advance();
    if (!list) {
      return one(in);
    }
    in.accept('[');
    int first = 0;
    int last = 0;
    while (in.p < close && !in.atEnd()) {
      if (!in.isName()) {
        in.advance();
        continue;
      }
      if (in.isOpAt(in.p + 1, ':')) {
        in.p += 2;
        continue;
      }
      int decorator = one(in);
      first = first == 0 ? decorator : first;
      if (last != 0) {
        in.tree.setNext(last, decorator);
      }
      last = decorator;
    }
    in.p = Math.max(in.p, close + 1);
    return first;
  }

  private static int one(Operands in) {
    int node = in.node(Kind.DECORATOR, in.from(), 0);
    int value = Imports.path(in, 0);
    if (in.isOp('(')) {
      boolean outer = in.namedByEquals;
      in.namedByEquals = true;
      value = Collections.call(in, value);
      in.namedByEquals = outer;
    }
    in.tree.append(node, 0, value);
    return node;
  }
}
