package dev.assay.internal.code.tree;

import dev.assay.segment.Language;

/** Links of a chain: {@code .name}, {@code ->name}, {@code ?.[x]}, {@code ::<T>}, {@code .0}. */
final class Members {
  private Members() {}

  /** The chain with the link that stands here; 0, and nothing read, if it is none. */
  static int read(Operands in, int object) {
    int next = in.p + 1;
    if (in.isNameAt(next)) {
      in.advance();
      return attribute(in, object);
    }
    if (in.isOpAt(next, '(')) {
      in.advance();
      return in.tree.language == Language.GO ? assertion(in, object) : object;
    }
    if (in.isOpAt(next, '[') || in.isOpAt(next, '{') && in.tree.language == Language.PHP) {
      in.advance();
      return in.isOp('[') ? object : dynamic(in, object);
    }
    if (in.isOpAt(next, '<')) {
      int after = in.types.angle(next);
      if (after < 0) {
        return 0;
      }
      in.p = after;
      return in.isName() ? attribute(in, object) : object;
    }
    if (in.tokens.type[next] == Tokens.NUMBER && in.tree.language == Language.RUST) {
      in.p += 2;
      return object;
    }
    if (in.isOpAt(next, '~') || in.isOpAt(next, '*') && in.isNameAt(next + 1)) {
      in.p += 2;
      return in.isName() ? attribute(in, object) : object;
    }
    return 0;
  }

  private static int attribute(Operands in, int object) {
    Tree tree = in.tree;
    if (in.isWord(Operands.AWAIT) && tree.language == Language.RUST) {
      in.advance();
      return object;
    }
    int node = tree.add(Kind.ATTRIBUTE, tree.start(object), in.to(), in.info());
    tree.append(node, 0, object);
    in.advance();
    return node;
  }

  /** {@code x.(T)}. */
  private static int assertion(Operands in, int object) {
    in.skipBalanced();
    return object;
  }

  /** {@code $o->{$name}}. */
  private static int dynamic(Operands in, int object) {
    Tree tree = in.tree;
    int node = in.node(Kind.INDEX, tree.start(object), 0);
    in.advance();
    int last = tree.append(node, 0, object);
    tree.append(node, last, in.nested());
    in.accept('}');
    tree.setEnd(node, in.behind());
    return node;
  }
}
