package dev.assay.internal.code.tree;

import dev.assay.segment.Language;

/** Headers of branches, loops and handlers where blocks stand in braces. */
abstract class BraceHeaders extends Operands {
  static final int ELSE = Words.reserved("else");
  static final int WHILE = Words.reserved("while");
  static final int AS = Words.reserved("as");
  static final int OF = Words.reserved("of");
  static final int LET = Words.reserved("let");
  static final int RANGE = Words.reserved("range");
  static final int ELSEIF = Words.reserved("elseif");
  static final int WHEN = Words.reserved("when");
  private static final boolean[] BINDERS = Reserved.flags("var", "let", "const", "final");

  /** What was read before a condition: {@code if x := f(); x > 1}. */
  private int before;

  private int beforeLast;

  BraceHeaders(Tree tree, Syntax syntax, Lexer lexer) {
    super(tree, syntax, lexer);
  }

  /** A block in braces; or one statement. */
  abstract int block();

  /** Declared variables with their types, if such stand here; else 0. */
  abstract int typedVariables();

  final void skipSeparators() {
    while (type() == Tokens.NEWLINE || isOp(';')) {
      advance();
    }
  }

  /** Reads what is left of a statement as further parts of {@code node}. */
  final void finish(int node) {
    int last = tree.last(node);
    for (int i = 0; !atEnd() && type() != Tokens.NEWLINE && !isOp(';') && !isOp('}'); i++) {
      if (isOp('{')) {
        return;
      }
      int start = p;
      if (i < 64 && !isOp(')') && !isOp(']') && tree.kind(node) == Kind.EXPRESSION) {
        last = tree.append(node, last, Collections.element(this));
      }
      if (p == start) {
        skipBalanced();
      }
    }
    accept(';');
  }

  /** Several targets, values or one expression, with an assignment if one follows. */
  final int simple() {
    int node = typedVariables();
    if (node != 0) {
      return node;
    }
    node = Collections.element(this);
    if (isOp(',') && tree.language == Language.GO) {
      node = targets(node);
    }
    return type() == Tokens.OPERATOR && Operators.assigns(info()) ? assign(node) : node;
  }

  /** {@code a, b := f()}: several targets. */
  final int targets(int first) {
    int tuple = node(Kind.TUPLE, tree.start(first), 0);
    int last = tree.append(tuple, 0, first);
    while (accept(',')) {
      last = tree.append(tuple, last, binary(Operators.OR));
    }
    return tuple;
  }

  final int assign(int target) {
    int op = info() == ('=') || info() == (':' | '=' << 8) ? 0 : info();
    int node = node(Kind.ASSIGN, tree.start(target), op);
    advance();
    skipSoftNewlines();
    boolean list = tree.kind(target) == Kind.CALL && syntax.dotConcat();
    int bound = list ? Patterns.bound(tree, target) : declared(target);
    int last = tree.append(node, 0, bound);
    acceptWord(RANGE);
    tree.append(node, last, list());
    return node;
  }

  final int list() {
    int first = Collections.element(this);
    if (!isOp(',') || tree.language != Language.GO) {
      return first;
    }
    int tuple = node(Kind.TUPLE, tree.start(first), 0);
    int last = tree.append(tuple, 0, first);
    while (accept(',')) {
      skipSoftNewlines();
      last = tree.append(tuple, last, Collections.element(this));
    }
    return tuple;
  }

  final int condition() {
    skipNewlines();
    int node = acceptWord(LET) ? binding() : simple();
    while (isOp(';') || isOp(',')) {
      advance();
      if (before == 0) {
        before = node(Kind.BLOCK, tree.start(node), 0);
        beforeLast = 0;
      }
      beforeLast = tree.append(before, beforeLast, node);
      node = isOp('{') || isOp(')') ? error() : simple();
    }
    return node;
  }

  /** {@code Some(x) = y} after "let". */
  private int binding() {
    int node = node(Kind.ASSIGN, from(), 0);
    int pattern = binary(Operators.OR);
    int last = tree.append(node, 0, Patterns.bound(tree, pattern));
    if (accept('=')) {
      tree.append(node, last, binary(Operators.OR));
    }
    return node;
  }

  final int branch() {
    int outer = before;
    int outerLast = beforeLast;
    before = 0;
    int node = node(Kind.IF, from(), 0);
    int last = 0;
    boolean more;
    do {
      advance();
      last = tree.append(node, last, isOp('(') ? bracketed() : withoutBraces());
      int holder = before;
      int holderLast = beforeLast;
      last = tree.append(node, last, block());
      before = holder;
      beforeLast = holderLast;
      more = elseFollows();
    } while (more && (isWord(IF) || isWord(ELSEIF)));
    if (more) {
      tree.append(node, last, block());
    }
    acceptEnd();
    int holder = before;
    if (holder != 0) {
      tree.append(holder, beforeLast, node);
    }
    before = outer;
    beforeLast = outerLast;
    return holder == 0 ? node : holder;
  }

  /** Goes past "else", if it follows; a branch with its own condition is not gone past. */
  private boolean elseFollows() {
    int back = p;
    skipSeparators();
    if (isWord(ELSEIF)) {
      return true;
    }
    if (acceptWord(ELSE)) {
      return true;
    }
    p = back;
    return false;
  }

  /** Goes past the word that ends a block opened by a colon. */
  final void acceptEnd() {
    if (isName() && Reserved.is(BLOCK_ENDS, info())) {
      advance();
      accept(';');
    }
  }

  static final boolean[] BLOCK_ENDS =
      Reserved.flags("endif", "endforeach", "endfor", "endwhile", "endswitch");

  /** A condition in brackets; where brackets are not asked for, more of it may follow them. */
  final int bracketed() {
    if (tree.language == Language.GO
        || tree.language == Language.RUST
        || tree.language == Language.RUBY) {
      return withoutBraces();
    }
    int close = tokens.match[p];
    advance();
    boolean outer = noBrace;
    noBrace = false;
    int inner = isOp(')') ? error() : condition();
    noBrace = outer;
    while (!isOp(')') && !isOp('{') && !atEnd() && (close < 0 || p < close)) {
      skipBalanced();
    }
    p = Math.max(p, close);
    accept(')');
    return inner;
  }

  /** A condition before a block, where a brace cannot open an object. */
  final int withoutBraces() {
    boolean outer = noBrace;
    noBrace = true;
    int node = isOp('{') ? error() : condition();
    noBrace = outer;
    return node;
  }

  final int loop(int word) {
    int node = node(word == WHILE ? Kind.WHILE : Kind.FOR, from(), word);
    advance();
    acceptWord(AWAIT);
    int close = isOp('(') ? tokens.match[p] : -1;
    boolean bracket = isOp('(') && tree.language != Language.GO && tree.language != Language.RUST;
    if (bracket) {
      advance();
    }
    boolean outer = noBrace;
    noBrace = !bracket;
    int last = tree.kind(node) == Kind.FOR ? loopHeader(node) : 0;
    while (!atEnd() && !(isOp('{') && !bracket) && !(bracket && (isOp(')') || p == close))) {
      int start = p;
      if (accept(';') || accept(',')) {
        continue;
      }
      if (!bracket && type() == Tokens.NEWLINE || isOp('}')) {
        break;
      }
      last = tree.append(node, last, acceptWord(LET) ? binding() : simple());
      if (p == start) {
        skipBalanced();
      }
    }
    noBrace = outer;
    if (bracket) {
      accept(')');
    }
    tree.append(node, last, block());
    acceptEnd();
    return node;
  }

  /** Target and iterated expression of a loop, in the order of FOR; or its first statement. */
  private int loopHeader(int node) {
    while (isName() && Reserved.is(BINDERS, info()) && !isOpAt(p + 1, '=')) {
      advance();
    }
    if (isOp('{') || isOp(';')) {
      return 0;
    }
    int target = typedTarget();
    if (target == 0) {
      int declared = typedVariables();
      if (declared != 0) {
        return tree.append(node, 0, declared);
      }
      boolean outer = noArrow;
      target = declared(Collections.target(this));
      noArrow = outer;
    }
    if (accept(':') || acceptWord(IN) || acceptWord(OF)) {
      return tree.append(node, tree.append(node, 0, Patterns.bound(tree, target)), nested());
    }
    if (acceptWord(AS)) {
      int bound = Collections.element(this);
      return tree.append(node, tree.append(node, 0, bound), target);
    }
    if (acceptWord(RANGE)) {
      return tree.append(node, tree.append(node, 0, error()), nested());
    }
    return type() == Tokens.OPERATOR && Operators.assigns(info())
        ? counted(node, target)
        : tree.append(node, 0, target);
  }

  private int counted(int node, int target) {
    advance();
    boolean range = acceptWord(RANGE);
    int value = list();
    if (range) {
      return tree.append(node, tree.append(node, 0, target), value);
    }
    int assign = node(Kind.ASSIGN, tree.start(target), 0);
    tree.append(assign, tree.append(assign, 0, target), value);
    return tree.append(node, 0, assign);
  }

  /** The variable of a loop whose type stands before it; 0 if there is none. */
  private int typedTarget() {
    int end = typedLanguage() ? types.end(p) : -1;
    if (end > 0
        && tokens.type[end] == Tokens.NAME
        && types.isName(end)
        && (isOpAt(end + 1, ':') || isWordAt(end + 1, IN))) {
      p = end;
      return leaf(Kind.NAME, info());
    }
    if (end > 0 && isOpAt(end, '[') && isOpAt(tokens.match[end] + 1, ':')) {
      p = end;
      return Collections.list(this);
    }
    return 0;
  }

  /** Whether types stand before the names of what is declared. */
  final boolean typedLanguage() {
    return switch (tree.language) {
      case JAVA, C, CPP, CSHARP -> true;
      default -> false;
    };
  }

  final int handler() {
    int node = node(Kind.EXCEPT, from(), -1);
    advance();
    int last = 0;
    if (isOp('(')) {
      int close = tokens.match[p];
      advance();
      last = caught(node);
      while (!isOp(')') && !isOp('{') && !atEnd()) {
        if (isName()) {
          tree.setData(node, info());
        }
        advance();
      }
      p = Math.max(p, close);
      accept(')');
    }
    if (acceptWord(WHEN) && isOp('(')) {
      last = tree.append(node, last, bracketed());
    }
    tree.append(node, last, block());
    return node;
  }

  private int caught(int node) {
    int end = types.end(p);
    boolean typed = end > p && (isNameAt(end) || isOpAt(end, '|') || typedLanguage());
    if (!typed || tree.language == Language.JAVASCRIPT) {
      return 0;
    }
    int type = TypeNodes.read(this, p, end);
    p = end;
    return tree.append(node, 0, type);
  }
}
