package dev.assay.internal.code.tree;

import dev.assay.segment.Language;

/** Members with a type: {@code name: T = x} of TypeScript, {@code ?T $name = x} of PHP. */
final class Properties {
  private Properties() {}

  /** The member that stands here; 0, and nothing read, if none does. */
  static int read(BraceStatements in, int start, int first, int last) {
    if (in.tree.language == Language.TYPESCRIPT) {
      return script(in, start, first, last);
    }
    if (in.tree.language == Language.PHP) {
      int from = in.isOp('?') ? in.p + 1 : in.p;
      int end = in.isNameAt(from) && !isVariable(in, from) ? in.types.end(from) : -1;
      if (end > from && in.isNameAt(end) && isVariable(in, end)) {
        in.p = end;
        return in.statement();
      }
    }
    return 0;
  }

  private static boolean isVariable(BraceStatements in, int index) {
    return in.tree.source[in.tokens.start[index]] == '$';
  }

  private static int script(BraceStatements in, int start, int first, int last) {
    int mark = in.p + 1;
    boolean marked = in.isOpAt(mark, '?') || in.isOpAt(mark, '!');
    int colon = marked ? mark + 1 : mark;
    if (!in.isName() || !in.isOpAt(colon, ':')) {
      return 0;
    }
    int end = in.late.end(colon + 1);
    byte type = in.tokens.type[end];
    boolean ends =
        type == Tokens.NEWLINE
            || type == Tokens.END
            || in.isOpAt(end, '=')
            || in.isOpAt(end, ';')
            || in.isOpAt(end, '}');
    if (end == colon + 1 || !ends) {
      return 0;
    }
    Tree tree = in.tree;
    int node = in.node(Kind.EXPRESSION, start, 0);
    if (first != 0) {
      tree.setFirst(node, first);
    }
    int typed = in.node(Kind.TYPED, in.from(), 0);
    int name = in.leaf(Kind.NAME, in.info());
    in.p = end;
    int declared = TypeNodes.read(in, colon + 1, end);
    int value = in.isOp('=') ? in.assign(name) : name;
    tree.append(typed, tree.append(typed, 0, declared), value);
    tree.append(node, last, typed);
    in.finish(node);
    return node;
  }
}
