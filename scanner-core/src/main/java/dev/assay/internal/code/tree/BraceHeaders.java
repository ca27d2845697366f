package dev.assay.internal.code.tree;

import dev.assay.segment.Language;

/** Headers of branches, loops, handlers and imports where blocks stand in braces. */
abstract class BraceHeaders extends Operands {
  static final int ELSE = Words.reserved("else");
  static final int WHILE = Words.reserved("while");
  static final int SWITCH = Words.reserved("switch");
  static final int IMPORT = Words.reserved("import");
  static final int AS = Words.reserved("as");
  static final int OF = Words.reserved("of");
  static final int RANGE = Words.reserved("range");
  static final int ELSEIF = Words.reserved("elseif");
  static final boolean[] MODIFIERS =
      Reserved.flags(
          "var",
          "let",
          "const",
          "public",
          "private",
          "protected",
          "static",
          "final",
          "abstract",
          "override",
          "virtual",
          "readonly",
          "export",
          "default",
          "pub",
          "unsafe",
          "extern",
          "inline",
          "volatile",
          "register",
          "synchronized",
          "transient",
          "native",
          "internal",
          "sealed",
          "partial",
          "mut",
          "unsigned",
          "signed",
          "struct",
          "auto",
          "global");

  BraceHeaders(Tree tree, Syntax syntax, Lexer lexer) {
    super(tree, syntax, lexer);
  }

  /** A block in braces; or one statement. */
  abstract int block();

  final void skipSeparators() {
    while (type() == Tokens.NEWLINE || isOp(';')) {
      advance();
    }
  }

  /** Goes past what is left of a statement. */
  final void finish() {
    while (!atEnd() && type() != Tokens.NEWLINE && !isOp(';') && !isOp('}')) {
      if (isOp('{')) {
        return;
      }
      skipBalanced();
    }
    accept(';');
  }

  final int condition() {
    skipNewlines();
    int node = nested();
    while (isOp(';') || isOp(',')) {
      advance();
      if (isOp('{') || isOp(')')) {
        break;
      }
      node = nested();
    }
    return node;
  }

  final int branch() {
    int node = node(Kind.IF, from(), 0);
    int last = 0;
    do {
      advance();
      boolean bracket = isOp('(');
      int condition = bracket ? bracketed() : withoutBraces();
      last = tree.append(node, last, condition);
      last = tree.append(node, last, block());
      int back = p;
      skipSeparators();
      if (isWord(ELSEIF)) {
        continue;
      }
      if (!isWord(ELSE)) {
        p = back;
        return node;
      }
      advance();
    } while (isWord(IF) || isWord(ELSEIF));
    tree.append(node, last, block());
    return node;
  }

  /** A condition in brackets; where brackets are not asked for, more of it may follow them. */
  final int bracketed() {
    if (tree.language == Language.GO
        || tree.language == Language.RUST
        || tree.language == Language.RUBY) {
      return withoutBraces();
    }
    advance();
    int inner = isOp(')') ? error() : Collections.element(this);
    while (!isOp(')') && !isOp('{') && !atEnd()) {
      skipBalanced();
    }
    accept(')');
    return inner;
  }

  /** A condition before a block, where a brace cannot open an object. */
  final int withoutBraces() {
    boolean outer = noBrace;
    noBrace = true;
    int node = condition();
    noBrace = outer;
    return node;
  }

  final int loop(int word) {
    int node =
        node(word == WHILE ? Kind.WHILE : word == SWITCH ? Kind.OTHER : Kind.FOR, from(), word);
    advance();
    boolean bracket = accept('(');
    boolean outer = noBrace;
    noBrace = true;
    int last = tree.kind(node) == Kind.FOR ? loopHeader(node) : 0;
    while (!atEnd() && !isOp('{') && !(bracket && isOp(')'))) {
      int before = p;
      if (accept(';') || accept(',')) {
        continue;
      }
      last = tree.append(node, last, Collections.element(this));
      if (p == before) {
        skipBalanced();
      }
      if (!bracket && type() == Tokens.NEWLINE) {
        break;
      }
    }
    noBrace = outer;
    if (bracket) {
      accept(')');
    }
    tree.append(node, last, block());
    return node;
  }

  /** Target and iterated expression of a loop, in the order of FOR; or its first statement. */
  final int loopHeader(int node) {
    while (isName() && Reserved.is(MODIFIERS, info())) {
      advance();
    }
    if (isOp('{') || isOp(';')) {
      return 0;
    }
    int target = Collections.target(this);
    for (int i = 0; i < 4 && isName() && !loopWord(); i++) {
      target = Collections.target(this);
    }
    target = declared(target);
    if (accept(':') || acceptWord(IN) || acceptWord(OF)) {
      acceptWord(RANGE);
      return tree.append(node, tree.append(node, 0, target), nested());
    }
    if (acceptWord(AS)) {
      int bound = Collections.element(this);
      return tree.append(node, tree.append(node, 0, bound), target);
    }
    if (type() == Tokens.OPERATOR && Operators.assigns(info())) {
      int assign = node(Kind.ASSIGN, tree.start(target), 0);
      advance();
      boolean range = acceptWord(RANGE);
      int value = nested();
      if (range) {
        return tree.append(node, tree.append(node, 0, target), value);
      }
      tree.append(assign, tree.append(assign, 0, target), value);
      return tree.append(node, 0, assign);
    }
    return tree.append(node, 0, target);
  }

  final boolean loopWord() {
    return isWord(IN) || isWord(OF) || isWord(AS);
  }

  final int handler() {
    int node = node(Kind.EXCEPT, from(), -1);
    advance();
    if (accept('(')) {
      while (!isOp(')') && !isOp('{') && !atEnd()) {
        if (isName()) {
          tree.setData(node, info());
        }
        advance();
      }
      accept(')');
    }
    tree.append(node, 0, block());
    return node;
  }

  final int imports(int word) {
    if (word == IMPORT && syntax.interpolation() == Syntax.Interpolation.BACKTICK) {
      return Imports.script(this);
    }
    int node = tree.add(Kind.IMPORT, from(), to(), 0);
    advance();
    int last = 0;
    int line = p;
    while (!atEnd()
        && !isOp(';')
        && !isOp('}')
        && (type() != Tokens.NEWLINE || isOpAt(line, '('))) {
      int before = p;
      if (type() == Tokens.STRING) {
        int path = tree.add(Kind.STRING, from(), to(), info());
        int imported = tree.add(Kind.IMPORTED, from(), to(), -1);
        tree.append(imported, 0, path);
        last = tree.append(node, last, imported);
        advance();
      } else if (isName() && info() >= Words.FIRST_FREE) {
        int path = Imports.path(this, 0);
        int bound = tree.data(path);
        int imported = tree.add(Kind.IMPORTED, tree.start(path), tree.end(path), bound);
        tree.append(imported, 0, path);
        last = tree.append(node, last, imported);
      } else {
        advance();
        if (isOpAt(before, ')')) {
          break;
        }
      }
    }
    accept(';');
    return node;
  }
}
