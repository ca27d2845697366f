package dev.assay.internal.code.tree;

/** Statements of Python on one line: expressions, assignments, commands. */
abstract class IndentedSimple extends Operands {

  IndentedSimple(Tree tree, Syntax syntax, Lexer lexer) {
    super(tree, syntax, lexer);
  }

  final boolean isBareArgument() {
    byte type = tokens.type[p + 1];
    return type == Tokens.STRING || type == Tokens.NAME || type == Tokens.NUMBER;
  }

  /** {@code print x} and {@code exec x} of Python 2: read as calls. */
  final int command() {
    int callee = tree.add(Kind.NAME, from(), to(), info());
    int statement = node(Kind.EXPRESSION, from(), 0);
    int call = node(Kind.CALL, from(), 0);
    advance();
    int last = tree.append(call, 0, callee);
    tree.append(call, last, list());
    tree.append(statement, 0, call);
    return statement;
  }

  /** Expressions with commas between them: one, or a tuple. */
  final int list() {
    int first = element();
    if (!isOp(',')) {
      return first;
    }
    int tuple = node(Kind.TUPLE, tree.start(first), 0);
    int last = tree.append(tuple, 0, first);
    while (accept(',')) {
      if (type() == Tokens.NEWLINE || isOp('=') || isOp(';') || atEnd()) {
        break;
      }
      last = tree.append(tuple, last, element());
    }
    return tuple;
  }

  final int element() {
    return Collections.element(this);
  }

  final int simple() {
    int start = from();
    int first = list();
    if (isOp(':') && tokens.type[p + 1] != Tokens.NEWLINE && bindable(first)) {
      advance();
      nested();
      if (!isOp('=')) {
        return expressionStatement(first, start);
      }
    }
    if (type() != Tokens.OPERATOR || !Operators.assigns(info()) || info() == (':' | '=' << 8)) {
      return expressionStatement(first, start);
    }
    int op = info() == '=' ? 0 : info();
    int node = node(Kind.ASSIGN, start, op);
    int last = tree.append(node, 0, first);
    while (type() == Tokens.OPERATOR && Operators.assigns(info())) {
      advance();
      last = tree.append(node, last, list());
    }
    return node;
  }

  final boolean bindable(int node) {
    byte kind = tree.kind(node);
    return kind == Kind.NAME || kind == Kind.ATTRIBUTE || kind == Kind.INDEX;
  }

  final int expressionStatement(int expression, int start) {
    int node = node(Kind.EXPRESSION, start, 0);
    int last = tree.append(node, 0, expression);
    while (type() != Tokens.NEWLINE
        && !isOp(';')
        && !isOp(':')
        && !atEnd()
        && !(type() == Tokens.OPERATOR && Operators.assigns(info()))) {
      int before = p;
      last = tree.append(node, last, nested());
      if (p == before) {
        skipBalanced();
      }
    }
    return node;
  }
}
