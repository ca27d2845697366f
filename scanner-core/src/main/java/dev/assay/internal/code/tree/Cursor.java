package dev.assay.internal.code.tree;

/** Where a parser stands in the tokens. */
class Cursor {
  /** Deeper nesting is skipped over, so that no input exhausts the stack. */
  static final int MAX_DEPTH = 120;

  final Tree tree;
  final Tokens tokens;
  final Syntax syntax;
  int p;
  int depth;

  Cursor(Tree tree, Syntax syntax) {
    this.tree = tree;
    this.tokens = tree.tokens;
    this.syntax = syntax;
  }

  final byte type() {
    return tokens.type[p];
  }

  final boolean atEnd() {
    return tokens.type[p] == Tokens.END;
  }

  final boolean isOp(int op) {
    return tokens.type[p] == Tokens.OPERATOR && tokens.info[p] == op;
  }

  final boolean isOpAt(int index, int op) {
    return index >= 0
        && index < tokens.size
        && tokens.type[index] == Tokens.OPERATOR
        && tokens.info[index] == op;
  }

  final boolean isWord(int word) {
    return tokens.type[p] == Tokens.NAME && tokens.info[p] == word;
  }

  final boolean isWordAt(int index, int word) {
    return index >= 0
        && index < tokens.size
        && tokens.type[index] == Tokens.NAME
        && tokens.info[index] == word;
  }

  final boolean isName() {
    return tokens.type[p] == Tokens.NAME;
  }

  final boolean isNameAt(int index) {
    return index >= 0 && index < tokens.size && tokens.type[index] == Tokens.NAME;
  }

  final int info() {
    return tokens.info[p];
  }

  final int from() {
    return tokens.start[p];
  }

  final int to() {
    return tokens.end[p];
  }

  /** End of the token before this one. */
  final int behind() {
    return p == 0 ? 0 : tokens.end[p - 1];
  }

  final void advance() {
    if (tokens.type[p] != Tokens.END) {
      p++;
    }
  }

  final boolean accept(int op) {
    if (isOp(op)) {
      p++;
      return true;
    }
    return false;
  }

  final boolean acceptWord(int word) {
    if (isWord(word)) {
      p++;
      return true;
    }
    return false;
  }

  final void skipNewlines() {
    while (tokens.type[p] == Tokens.NEWLINE) {
      p++;
    }
  }

  /** Skips newlines where they do not end a statement: inside brackets of languages with braces. */
  final void skipSoftNewlines() {
    if (!syntax.indented()) {
      skipNewlines();
    }
  }

  /** Skips a bracket and all that it holds, or one token. */
  final void skipBalanced() {
    int open = 0;
    do {
      if (type() == Tokens.OPERATOR) {
        int op = info();
        if (op == '(' || op == '[' || op == '{') {
          open++;
        } else if (op == ')' || op == ']' || op == '}') {
          open--;
        }
      }
      advance();
    } while (open > 0 && !atEnd());
  }

  final int error() {
    return tree.add(Kind.ERROR, from(), from(), 0);
  }

  final int node(byte kind, int start, int data) {
    return tree.add(kind, start, start, data);
  }
}
