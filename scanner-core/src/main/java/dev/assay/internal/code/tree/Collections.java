package dev.assay.internal.code.tree;

import dev.assay.segment.Language;

/** Brackets: calls, indexes, lists, dictionaries, objects. */
final class Collections {
  private static final boolean[] NO_NAME =
      Reserved.flags(
          "throws",
          "where",
          "of",
          "as",
          "in",
          "extends",
          "implements",
          "range",
          "and",
          "or",
          "if",
          "unless",
          "do",
          "then",
          "else",
          "use",
          "is");

  /** Java has few words that end an expression; "in" and "use" are names there. */
  private static final boolean[] NO_NAME_JAVA =
      Reserved.flags("throws", "extends", "implements", "if", "else", "do");

  private Collections() {}

  /**
   * Reads elements up to the closing bracket and appends them; newlines end nothing in languages
   * with braces.
   *
   * @return whether one element without a comma stood there
   */
  static boolean elements(Operands in, int node, int close) {
    int last = 0;
    boolean comma = false;
    while (!in.atEnd() && !in.isOp(close)) {
      if (in.type() == Tokens.NEWLINE && in.syntax.indented()) {
        break;
      }
      in.skipSoftNewlines();
      int before = in.p;
      if (in.accept(',') || in.accept(';')) {
        comma = true;
        continue;
      }
      if (in.isOp(close) || in.isOp(')') || in.isOp(']') || in.isOp('}')) {
        break;
      }
      last = in.tree.append(node, last, element(in));
      if (in.p == before) {
        in.skipBalanced();
      }
      in.skipSoftNewlines();
    }
    in.accept(close);
    return !comma;
  }

  /** An element with what may follow it: a comprehension, a pair, a type before a name. */
  static int element(Operands in) {
    boolean noIn = in.noIn;
    in.noIn = false;
    int node = in.nested();
    if (in.isWord(Operands.FOR)
        || in.isWord(Operands.ASYNC) && in.isWordAt(in.p + 1, Operands.FOR)) {
      node = comprehension(in, node);
    } else if (in.isOp(Operands.ARROW)) {
      node = pair(in, node);
    } else {
      node = typed(in, node);
    }
    in.noIn = noIn;
    return node;
  }

  private static int pair(Operands in, int key) {
    int node = in.node(Kind.PAIR, in.tree.start(key), 0);
    in.advance();
    in.skipSoftNewlines();
    in.tree.append(node, in.tree.append(node, 0, key), in.nested());
    return node;
  }

  /** {@code Type name}, {@code name: Type}, {@code name Type}: what a parameter looks like. */
  private static int typed(Operands in, int expression) {
    int node = expression;
    Language language = in.tree.language;
    if (in.syntax.indented() || language == Language.RUBY) {
      return node;
    }
    if (in.isOp(':')
        && (language == Language.TYPESCRIPT
            || language == Language.JAVASCRIPT
            || language == Language.RUST)) {
      in.advance();
      int type = in.binary(Operators.OR);
      int declared = declaration(in, type, node);
      return in.isOp('=') ? assigned(in, declared) : declared;
    }
    boolean[] noName = language == Language.JAVA ? NO_NAME_JAVA : NO_NAME;
    for (int i = 0;
        i < 4 && in.isName() && !Reserved.is(noName, in.info()) && in.tree.kind(node) != Kind.ERROR;
        i++) {
      int right = in.nested();
      node = language == Language.GO ? declaration(in, right, node) : declaration(in, node, right);
    }
    return node;
  }

  private static int assigned(Operands in, int declared) {
    int node = in.node(Kind.ASSIGN, in.tree.start(declared), 0);
    in.advance();
    in.skipSoftNewlines();
    int last = in.tree.append(node, 0, in.declared(declared));
    in.tree.append(node, last, in.nested());
    return node;
  }

  private static int declaration(Operands in, int type, int name) {
    int node = in.node(Kind.TYPED, Math.min(in.tree.start(type), in.tree.start(name)), 0);
    int last = in.tree.append(node, 0, type);
    in.tree.append(node, last, name);
    return node;
  }

  static int comprehension(Operands in, int element) {
    Tree tree = in.tree;
    int node = in.node(Kind.COMPREHENSION, tree.start(element), 0);
    int last = tree.append(node, 0, element);
    while (in.isWord(Operands.FOR) || in.isWord(Operands.ASYNC)) {
      int clause = in.node(Kind.CLAUSE, in.from(), 0);
      in.acceptWord(Operands.ASYNC);
      in.advance();
      int target = target(in);
      int tail = tree.append(clause, 0, target);
      if (in.acceptWord(Operands.IN)) {
        tail = tree.append(clause, tail, in.binary(Operators.OR));
      }
      while (in.acceptWord(Operands.IF)) {
        tail = tree.append(clause, tail, in.binary(Operators.OR));
      }
      last = tree.append(node, last, clause);
    }
    return node;
  }

  /** What a loop binds: names up to "in". */
  static int target(Operands in) {
    boolean noIn = in.noIn;
    in.noIn = true;
    int first = in.binary(Operators.OR);
    if (in.isOp(',')) {
      int tuple = in.node(Kind.TUPLE, in.tree.start(first), 0);
      int last = in.tree.append(tuple, 0, first);
      while (in.accept(',')) {
        last = in.tree.append(tuple, last, in.binary(Operators.OR));
      }
      first = tuple;
    }
    in.noIn = noIn;
    return first;
  }

  static int call(Operands in, int callee) {
    Tree tree = in.tree;
    int node = in.node(Kind.CALL, tree.start(callee), 0);
    int last = tree.append(node, 0, callee);
    in.advance();
    boolean noBrace = in.noBrace;
    in.noBrace = false;
    while (!in.atEnd() && !in.isOp(')')) {
      if (in.type() == Tokens.NEWLINE && in.syntax.indented()) {
        break;
      }
      in.skipSoftNewlines();
      int before = in.p;
      if (in.accept(',') || in.isOp(')')) {
        continue;
      }
      if (in.isOp('}') || in.isOp(';') || in.isOp(']')) {
        break;
      }
      last = tree.append(node, last, argument(in));
      if (in.p == before) {
        in.skipBalanced();
      }
      in.skipSoftNewlines();
    }
    in.accept(')');
    in.noBrace = noBrace;
    tree.setEnd(node, in.behind());
    return node;
  }

  static int argument(Operands in) {
    if (in.isName() && namesArgument(in)) {
      int node = in.node(Kind.KEYWORD, in.from(), in.info());
      in.advance();
      in.advance();
      in.skipSoftNewlines();
      in.tree.append(node, 0, element(in));
      return node;
    }
    int element = element(in);
    return in.tree.language == Language.RUBY ? RubyCalls.named(in, element) : element;
  }

  private static boolean namesArgument(Operands in) {
    if (in.syntax.indented() || in.namedByEquals) {
      if (in.isOpAt(in.p + 1, '=')) {
        return true;
      }
    }
    Language language = in.tree.language;
    return in.isOpAt(in.p + 1, ':')
        && (language == Language.CSHARP || language == Language.RUBY || language == Language.PHP);
  }

  static int index(Operands in, int object) {
    Tree tree = in.tree;
    int node = in.node(Kind.INDEX, tree.start(object), 0);
    int last = tree.append(node, 0, object);
    in.advance();
    boolean noBrace = in.noBrace;
    in.noBrace = false;
    boolean slice = false;
    while (!in.atEnd() && !in.isOp(']')) {
      if (in.type() == Tokens.NEWLINE && in.syntax.indented()
          || in.isOp(')')
          || in.isOp('}')
          || in.isOp(';')) {
        break;
      }
      in.skipSoftNewlines();
      int before = in.p;
      if (in.accept(':') || in.accept(':' | ':' << 8)) {
        slice = true;
        continue;
      }
      if (in.accept(',') || in.isOp(']')) {
        continue;
      }
      last = tree.append(node, last, in.nested());
      if (in.p == before) {
        in.skipBalanced();
      }
    }
    in.accept(']');
    in.noBrace = noBrace;
    tree.setEnd(node, in.behind());
    if (slice) {
      tree.setData(node, 1);
    }
    return node;
  }

  static int list(Operands in) {
    int node = in.node(Kind.LIST, in.from(), 0);
    in.advance();
    boolean noBrace = in.noBrace;
    in.noBrace = false;
    elements(in, node, ']');
    in.noBrace = noBrace;
    in.tree.setEnd(node, in.behind());
    return node;
  }

  /** {@code Name{Field: value}}: a call with arguments by name. */
  static int composite(Operands in, int name) {
    Tree tree = in.tree;
    int node = in.node(Kind.CALL, tree.start(name), 1);
    int fields = braces(in);
    int last = tree.append(node, 0, name);
    for (int child = tree.first(fields), following; child != 0; child = following) {
      following = tree.next(child);
      tree.cutSiblings(child);
      last = tree.append(node, last, keyword(tree, child));
    }
    tree.setEnd(node, in.behind());
    return node;
  }

  /** An entry or an assignment as an argument by name. */
  static int keyword(Tree tree, int member) {
    byte kind = tree.kind(member);
    int key = tree.first(member);
    if (kind != Kind.PAIR && kind != Kind.ASSIGN || tree.kind(key) != Kind.NAME) {
      return member;
    }
    int argument = tree.add(Kind.KEYWORD, tree.start(member), tree.end(member), tree.data(key));
    tree.append(argument, 0, tree.next(key));
    return argument;
  }

  /** A dictionary, a set or an object. */
  static int braces(Operands in) {
    Tree tree = in.tree;
    int node = in.node(Kind.DICT, in.from(), 0);
    in.advance();
    boolean noBrace = in.noBrace;
    in.noBrace = false;
    int last = 0;
    boolean pairs = false;
    while (!in.atEnd() && !in.isOp('}')) {
      if (in.type() == Tokens.NEWLINE && in.syntax.indented()) {
        break;
      }
      in.skipSoftNewlines();
      int before = in.p;
      if (in.accept(',') || in.accept(';') || in.isOp('}')) {
        continue;
      }
      if (in.isOp(')') || in.isOp(']')) {
        break;
      }
      int member = member(in);
      pairs |= tree.kind(member) == Kind.PAIR || tree.kind(member) == Kind.STAR;
      last = tree.append(node, last, member);
      if (in.p == before) {
        in.skipBalanced();
      }
      in.skipSoftNewlines();
    }
    in.accept('}');
    in.noBrace = noBrace;
    tree.setEnd(node, in.behind());
    if (!pairs && tree.first(node) != 0 && in.syntax.indented()) {
      tree.setKind(node, Kind.SET);
    }
    return node;
  }

  private static int member(Operands in) {
    Tree tree = in.tree;
    if (!in.syntax.indented()) {
      int method = Methods.inObject(in);
      if (method != 0) {
        return method;
      }
    }
    boolean designated = in.isOp('.') && in.isNameAt(in.p + 1);
    int key = in.nested();
    if (designated && tree.kind(key) == Kind.ASSIGN) {
      tree.setKind(key, Kind.PAIR);
      return key;
    }
    if (in.isOp(':')) {
      int node = in.node(Kind.PAIR, tree.start(key), 0);
      in.advance();
      in.skipSoftNewlines();
      int last = tree.append(node, 0, key);
      last = tree.append(node, last, in.nested());
      if (in.isWord(Operands.FOR)) {
        return comprehension(in, node);
      }
      return node;
    }
    if (in.isOp(Operands.ARROW)) {
      return pair(in, key);
    }
    if (in.isWord(Operands.FOR)) {
      return comprehension(in, key);
    }
    return key;
  }
}
