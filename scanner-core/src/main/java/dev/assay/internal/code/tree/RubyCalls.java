package dev.assay.internal.code.tree;

/** Calls of Ruby without brackets: {@code redirect_to params[:next], status: 302}. */
final class RubyCalls {
  private static final boolean[] NOT_ARGUMENTS =
      Reserved.flags(
          "if", "unless", "while", "until", "do", "and", "or", "in", "end", "else", "then", "elsif",
          "rescue", "ensure", "for", "is", "as");
  private static final boolean[] CALLEES =
      Reserved.flags("print", "exec", "raise", "include", "delete", "echo", "match");

  private RubyCalls() {}

  /** Whether arguments without brackets follow the expression that was just read. */
  static boolean follows(Operands in, int callee) {
    Tree tree = in.tree;
    byte kind = tree.kind(callee);
    boolean named = kind == Kind.ATTRIBUTE;
    if (kind == Kind.NAME) {
      int word = tree.data(callee);
      named = word >= Words.FIRST_FREE || Reserved.is(CALLEES, word);
      named &= !Character.isUpperCase(tree.source[tree.start(callee)]);
    }
    int gap = in.from() - in.behind();
    return named && in.depth < Cursor.MAX_DEPTH && gap > 0 && starts(in);
  }

  private static boolean starts(Operands in) {
    return switch (in.type()) {
      case Tokens.NAME -> !Reserved.is(NOT_ARGUMENTS, in.info());
      case Tokens.STRING, Tokens.NUMBER -> true;
      case Tokens.OPERATOR -> {
        boolean tight = in.tokens.start[in.p + 1] == in.to();
        yield tight
            && (in.isOp('@') || in.isOp(':') || in.isOp('*' | '*' << 8) || in.isOp('!'))
            && (in.isNameAt(in.p + 1) || in.isOpAt(in.p + 1, '@'));
      }
      default -> false;
    };
  }

  static int call(Operands in, int callee) {
    Tree tree = in.tree;
    int node = in.node(Kind.CALL, tree.start(callee), 0);
    int last = tree.append(node, 0, callee);
    do {
      in.skipNewlines();
      int before = in.p;
      last = tree.append(node, last, Collections.argument(in));
      if (in.p == before) {
        break;
      }
    } while (in.accept(','));
    tree.setEnd(node, Math.max(tree.end(callee), in.behind()));
    return node;
  }

  /** {@code :key => value} among arguments is an argument by name. */
  static int named(Operands in, int argument) {
    Tree tree = in.tree;
    int key = tree.kind(argument) == Kind.PAIR ? tree.first(argument) : 0;
    if (key == 0 || tree.kind(key) != Kind.STRING || tree.data(key) < 0) {
      return argument;
    }
    int before = tree.data(key) >> 8 & 0xff;
    int after = tree.data(key) >> 16 & 0xff;
    int word = tree.words.number(tree.start(key) + before, tree.end(key) - after);
    int node = tree.add(Kind.KEYWORD, tree.start(argument), tree.end(argument), word);
    tree.append(node, 0, tree.next(key));
    return node;
  }

  /** A literal in backticks, or {@code %x(...)}, is a call of what runs it. */
  static int command(Operands in, int literal) {
    Tree tree = in.tree;
    int from = tree.start(literal);
    boolean percent = tree.source[from] == '%';
    if (tree.source[from] != '`' && !(percent && tree.source[from + 1] == 'x')) {
      return literal;
    }
    int node = in.node(Kind.CALL, from, 0);
    int word = tree.words.number(from, from + (percent ? 2 : 1));
    int callee = tree.add(Kind.NAME, from, from + 1, word);
    tree.append(node, tree.append(node, 0, callee), literal);
    return node;
  }
}
