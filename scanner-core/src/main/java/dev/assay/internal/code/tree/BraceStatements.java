package dev.assay.internal.code.tree;

import dev.assay.segment.Language;

/** Statements of languages whose blocks stand in braces, read by their common shape. */
final class BraceStatements extends BraceDeclarations {
  private static final int MAX_BLOCKS = 60;
  private static final int MAX_STATEMENTS = 100;
  private static final int CATCH = Words.reserved("catch");
  private static final int FINALLY = Words.reserved("finally");
  private static final int RETURN = Words.reserved("return");
  private static final int THROW = Words.reserved("throw");
  private static final int TRY = Words.reserved("try");
  private static final int DEF = Words.reserved("def");
  private static final int CASE = Words.reserved("case");
  private static final int DEFAULT = Words.reserved("default");
  private static final int DO = Words.reserved("do");
  private static final int ASSERT = Words.reserved("assert");
  private static final int USING = Words.reserved("using");
  private static final int EXPORT = Words.reserved("export");
  private static final int SELECT = Words.reserved("select");
  private static final int TYPE = Words.reserved("type");
  private static final int STRUCT = Words.reserved("struct");
  private static final int TEMPLATE = Words.reserved("template");
  private static final int TYPEDEF = Words.reserved("typedef");
  private static final boolean[] JUMPS = Reserved.flags("break", "continue", "goto", "fallthrough");
  private static final boolean[] LOOPS = Reserved.flags("for", "foreach", "while");
  private static final boolean[] BLOCK_WORDS =
      Reserved.flags("finally", "else", "loop", "begin", "ensure");
  private static final boolean[] TYPES =
      Reserved.flags(
          "class",
          "interface",
          "enum",
          "trait",
          "impl",
          "namespace",
          "module",
          "struct",
          "union",
          "record");
  private static final boolean[] COMMANDS =
      Reserved.flags("echo", "print", "include", "include_once", "require", "require_once");
  private static final boolean[] HOLDING = Reserved.flags("lock", "fixed", "synchronized", "using");
  private static final boolean[] BINDERS = Reserved.flags("let", "const", "var");
  private static final boolean[] MODIFIERS =
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
          "auto",
          "global",
          "async",
          "typedef");
  private static final boolean[] TYPED_MODIFIERS =
      Reserved.flags(
          "var",
          "public",
          "private",
          "protected",
          "static",
          "final",
          "abstract",
          "override",
          "virtual",
          "readonly",
          "default",
          "unsafe",
          "volatile",
          "synchronized",
          "transient",
          "native",
          "internal",
          "sealed",
          "partial",
          "async",
          "extern",
          "const",
          "new",
          "inline",
          "typedef");

  private final Switches switches = new Switches(this);
  private int blocks;
  private int nesting;

  BraceStatements(Tree tree, Syntax syntax, Lexer lexer) {
    super(tree, syntax, lexer);
  }

  int file() {
    int root = node(Kind.BLOCK, 0, 0);
    int last = 0;
    while (!atEnd()) {
      int before = p;
      skipSeparators();
      if (atEnd()) {
        break;
      }
      last = tree.append(root, last, statement());
      if (p == before) {
        advance();
      }
    }
    return root;
  }

  /** A block in braces; or one statement. */
  @Override
  int block() {
    skipNewlines();
    int block = node(Kind.BLOCK, from(), 0);
    if (blocks >= MAX_BLOCKS) {
      skipBalanced();
      return block;
    }
    boolean outerBrace = noBrace;
    boolean outerArrow = noArrow;
    boolean outerIn = noIn;
    noBrace = false;
    noArrow = false;
    noIn = false;
    blocks++;
    if (accept('{')) {
      statements(block);
      accept('}');
      tree.setEnd(block, behind());
    } else if (accept(':')) {
      if (syntax.dotConcat()) {
        alternative(block);
      }
    } else if (!accept(';') && !isOp('}') && !atEnd()) {
      tree.append(block, 0, statement());
    }
    blocks--;
    noBrace = outerBrace;
    noArrow = outerArrow;
    noIn = outerIn;
    return block;
  }

  private void statements(int block) {
    int last = 0;
    while (!atEnd() && !isOp('}')) {
      int before = p;
      skipSeparators();
      if (!isOp('}') && !atEnd()) {
        last = tree.append(block, last, statement());
      }
      if (p == before) {
        advance();
      }
    }
  }

  /** The statements up to {@code endif}, {@code else} and the like. */
  private void alternative(int block) {
    int last = 0;
    while (!atEnd() && !isOp('}') && !alternativeEnds()) {
      int before = p;
      skipSeparators();
      if (!isOp('}') && !atEnd() && !alternativeEnds()) {
        last = tree.append(block, last, statement());
      }
      if (p == before) {
        advance();
      }
    }
  }

  private boolean alternativeEnds() {
    return isName() && (Reserved.is(BLOCK_ENDS, info()) || isWord(ELSE) || isWord(ELSEIF));
  }

  /** A statement; deeper nesting is skipped over, so that no input exhausts the stack. */
  @Override
  int statement() {
    if (nesting >= MAX_STATEMENTS) {
      int node = error();
      skipBalanced();
      tree.setEnd(node, behind());
      return node;
    }
    nesting++;
    int node = decorated();
    nesting--;
    return node;
  }

  private int decorated() {
    int start = from();
    int first = 0;
    int last = 0;
    while (Decorators.here(this)) {
      int read = Decorators.read(this);
      if (last != 0 && read != 0) {
        tree.setNext(last, read);
      }
      first = first == 0 ? read : first;
      for (int each = read; each != 0; each = tree.next(each)) {
        last = each;
      }
      skipNewlines();
    }
    if (first == 0 && isOp('{')) {
      return block();
    }
    if (first == 0 && isName() && isOpAt(p + 1, ':') && isLabel()) {
      int label = node(Kind.EXPRESSION, start, 0);
      tree.append(label, 0, leaf(Kind.NAME, info()));
      advance();
      return label;
    }
    skipModifiers();
    if (first == 0 && isOp('{')) {
      return block();
    }
    if (isName() && info() < Words.FIRST_FREE) {
      int special = keyword(info(), start, first, last);
      if (special != 0) {
        return special;
      }
    }
    return declaration(start, first, last);
  }

  private void skipModifiers() {
    boolean typed = typedLanguage();
    for (int i = 0; i < 12; i++) {
      if (isName()
          && Reserved.is(typed ? TYPED_MODIFIERS : MODIFIERS, info())
          && goesOn(p + 1)
          && !(binds() && Reserved.is(BINDERS, info()))) {
        advance();
      } else if (isWord(USING) && isNameAt(p + 1) && !BraceImports.here(this, USING)) {
        advance();
      } else if (isWord(TEMPLATE) && (isOpAt(p + 1, '<') || isOpAt(p + 1, Operators.DIAMOND))
          || isOp('@') && isNameAt(p + 1) && typed) {
        p = isWord(TEMPLATE) ? Math.max(p + 1, types.angle(p + 1)) : p + 1;
      } else if (isWord(MODIFIER_PUB) && isOpAt(p + 1, '(')) {
        advance();
        skipBalanced();
      } else {
        return;
      }
      skipNewlines();
    }
  }

  private static final int MODIFIER_PUB = Words.reserved("pub");

  private boolean goesOn(int index) {
    return isNameAt(index)
        || isOpAt(index, '{') && !isWord(UNSAFE)
        || isOpAt(index, '[')
        || isOpAt(index, '*')
        || isOpAt(index, '<')
        || isOpAt(index, '@')
        || isOpAt(index, '?')
        || isOpAt(index, '~')
        || isOpAt(index, '(') && (isWord(EXPORT) || isWord(PUBLIC) || isWord(VAR))
        || tokens.type[index] == Tokens.STRING && isWord(EXTERN);
  }

  private static final int UNSAFE = Words.reserved("unsafe");
  private static final int PUBLIC = Words.reserved("public");
  private static final int VAR = Words.reserved("var");
  private static final int EXTERN = Words.reserved("extern");

  /** Whether the language declares variables by a word. */
  private boolean binds() {
    return switch (tree.language) {
      case JAVASCRIPT, TYPESCRIPT, RUST, GO, OTHER, HTML -> true;
      default -> false;
    };
  }

  private boolean isLabel() {
    return switch (tree.language) {
      case C, CPP, JAVA, CSHARP, GO, PHP -> !isWord(ELSE);
      case JAVASCRIPT -> isNameAt(p + 2) && Reserved.is(LOOPS, tokens.info[p + 2]);
      default -> false;
    };
  }

  private int keyword(int word, int start, int first, int last) {
    if (word == IF) {
      return branch();
    }
    if (Reserved.is(LOOPS, word) && (isOpAt(p + 1, '(') || isWordAt(p + 1, AWAIT) || bareLoops())) {
      return loop(word);
    }
    if (word == SWITCH && (isOpAt(p + 1, '(') || tree.language == Language.GO)
        || word == MATCH && (tree.language == Language.RUST || syntax.dotConcat())
        || word == SELECT && tree.language == Language.GO && isOpAt(p + 1, '{')) {
      return switches.read();
    }
    if (word == TRY) {
      return attempt();
    }
    if (word == CATCH && (isOpAt(p + 1, '(') || isOpAt(p + 1, '{'))) {
      return handler();
    }
    if (Reserved.is(HOLDING, word) && isOpAt(p + 1, '(') && word != USING
        || word == USING && isOpAt(p + 1, '(')) {
      return holding();
    }
    int block = blockWord(word);
    if (block != 0) {
      return block;
    }
    if (word == RETURN || word == THROW) {
      return leaving(word);
    }
    if (word == CASE || word == DEFAULT && isOpAt(p + 1, ':')) {
      return label(word);
    }
    if (Reserved.is(JUMPS, word) && !isOpAt(p + 1, '=') && !isOpAt(p + 1, '.')) {
      return jump(word);
    }
    if (word == YIELD && typedLanguage() && !isOpAt(p + 1, '=')) {
      advance();
      return statement();
    }
    return declaring(word, start, first, last);
  }

  /** {@code case x:} alone; what follows the colon is a statement of its own. */
  private int label(int word) {
    int node = node(Kind.OTHER, from(), word);
    advance();
    if (!isOp(':')) {
      tree.append(node, 0, nested());
    }
    while (!atEnd()
        && !isOp(':')
        && !isOp(THIN_ARROW)
        && !isOp(ARROW)
        && !isOp(';')
        && !isOp('{')
        && !isOp('}')
        && type() != Tokens.NEWLINE) {
      skipBalanced();
    }
    if (isOp(':') || isOp(';') || isOp(THIN_ARROW) || isOp(ARROW)) {
      advance();
    }
    return node;
  }

  private int jump(int word) {
    int node = tree.add(Kind.OTHER, from(), to(), word);
    advance();
    if (isName()) {
      advance();
    }
    finish(node);
    return node;
  }

  private boolean bareLoops() {
    return tree.language == Language.GO || tree.language == Language.RUST;
  }

  private int blockWord(int word) {
    if (word == DO) {
      int node = node(Kind.WHILE, from(), 0);
      advance();
      int block = block();
      skipSeparators();
      int condition = acceptWord(WHILE) && isOp('(') ? bracketed() : error();
      tree.append(node, tree.append(node, 0, condition), block);
      accept(';');
      return node;
    }
    boolean unsafe = word == UNSAFE && isOpAt(p + 1, '{');
    if (Reserved.is(BLOCK_WORDS, word) && !isOpAt(p + 1, '=') && !isOpAt(p + 1, '(') || unsafe) {
      advance();
      return block();
    }
    return 0;
  }

  private int leaving(int word) {
    int node = tree.add(word == RETURN ? Kind.RETURN : Kind.RAISE, from(), to(), 0);
    advance();
    if (type() != Tokens.NEWLINE && !isOp(';') && !isOp('}') && !atEnd()) {
      tree.append(node, 0, list());
    }
    finish(node);
    return node;
  }

  private int declaring(int word, int start, int first, int last) {
    if (syntax.dotConcat() && Reserved.is(COMMANDS, word)) {
      return command();
    }
    if (Reserved.is(TYPES, word) && isTypeHere(word)) {
      return type(start, first, last);
    }
    if (BraceImports.here(this, word)) {
      return BraceImports.read(this);
    }
    if (word == TYPE && isNameAt(p + 1) && tree.language != Language.CSHARP) {
      return alias(start);
    }
    if (binds() && Reserved.is(BINDERS, word)) {
      return Variables.read(this, start);
    }
    if ((word == FUNCTION || word == FUNC || word == FN || word == DEF)
        && (isNameAt(p + 1)
            || isOpAt(p + 1, '*')
            || isOpAt(p + 1, '&')
            || isOpAt(p + 1, '(') && tree.language == Language.GO)) {
      return function(start, first, last);
    }
    if (word == ASSERT && tree.language == Language.JAVA) {
      int node = node(Kind.ASSERT, from(), 0);
      advance();
      int tail = tree.append(node, 0, nested());
      if (accept(':')) {
        tree.append(node, tail, nested());
      }
      finish(node);
      return node;
    }
    return 0;
  }

  private int function(int start, int first, int last) {
    int node = functionValue();
    if (first != 0) {
      tree.setNext(last, tree.first(node));
      tree.setFirst(node, first);
    }
    tree.setStart(node, start);
    if (isOp('(') || isOp('.')) {
      finish(node);
    }
    return node;
  }

  private boolean isTypeHere(int word) {
    boolean c = tree.language == Language.C || tree.language == Language.CPP;
    if (c && word != CLASS_WORD || word == STRUCT) {
      int i = p + 1;
      while (isNameAt(i) && i < p + 4) {
        i++;
      }
      return isOpAt(i, '{')
          || isOpAt(i, ':')
          || isOpAt(i, Operators.SCOPE)
          || isOpAt(i, '<')
          || !c && isNameAt(p + 1);
    }
    return isNameAt(p + 1)
        || isOpAt(p + 1, '<') && tree.language == Language.RUST
        || isOpAt(p + 1, '{') && tree.language != Language.RUBY;
  }

  /** {@code type X = ...}, {@code type X struct {...}}. */
  private int alias(int start) {
    int node = node(Kind.CLASS, start, tokens.info[p + 1]);
    p += 2;
    if (isOp('<') && types.angle(p) > 0) {
      p = types.angle(p);
    }
    accept('=');
    p = Math.max(p, late.end(p));
    tree.setEnd(node, behind());
    accept(';');
    return node;
  }

  /** Blocks and handlers; resources first. */
  private int attempt() {
    int node = node(Kind.TRY, from(), 0);
    advance();
    int last = isOp('(') ? resources(node) : 0;
    last = tree.append(node, last, block());
    while (true) {
      int back = p;
      skipSeparators();
      if (isWord(CATCH)) {
        last = tree.append(node, last, handler());
      } else if (acceptWord(FINALLY)) {
        last = tree.append(node, last, block());
      } else {
        p = back;
        return node;
      }
    }
  }

  private int resources(int node) {
    int close = tokens.match[p];
    int last = 0;
    advance();
    while (!atEnd() && !isOp(')') && !isOp('{')) {
      int before = p;
      skipSeparators();
      skipModifiers();
      if (!isOp(')') && !atEnd()) {
        last = tree.append(node, last, simple());
      }
      if (p == before) {
        skipBalanced();
      }
    }
    p = Math.max(p, close);
    accept(')');
    return last;
  }

  /** {@code lock (x) {}}, {@code using (var x = y) {}}. */
  private int holding() {
    int node = node(Kind.WITH, from(), 0);
    advance();
    int item = node(Kind.WITH_ITEM, from(), 0);
    int last = resources(item);
    int only = tree.first(item);
    if (last == 0) {
      tree.append(item, 0, error());
    } else if (tree.kind(only) == Kind.ASSIGN || tree.kind(only) == Kind.TYPED) {
      tree.setKind(item, Kind.EXPRESSION);
    }
    last = tree.append(node, 0, item);
    tree.append(node, last, block());
    return node;
  }

  private int command() {
    int statement = node(Kind.EXPRESSION, from(), 0);
    int call = node(Kind.CALL, from(), 0);
    int callee = tree.add(Kind.NAME, from(), to(), info());
    advance();
    int last = tree.append(call, 0, callee);
    while (!isOp(';') && !isOp('}') && !atEnd()) {
      int before = p;
      last = tree.append(call, last, nested());
      if (!accept(',') && p == before) {
        break;
      }
    }
    tree.append(statement, 0, call);
    finish(statement);
    return statement;
  }

  /** A declaration of a variable or a function, an assignment, or an expression. */
  private int declaration(int start, int first, int last) {
    int declared = typedLanguage() ? typedDeclaration(start, first, last) : 0;
    if (declared == 0) {
      declared = Properties.read(this, start, first, last);
    }
    if (declared != 0) {
      return declared;
    }
    int name = Methods.name(this, p);
    int bracket = name < 0 ? -1 : Methods.bracket(this, name);
    if (bracket > 0 && !controlled()) {
      return Methods.read(this, start, name, bracket, first, last);
    }
    int expression = simple();
    if (tree.kind(expression) == Kind.ASSIGN && first == 0 && !isOp(',')) {
      tree.setStart(expression, start);
      finish(expression);
      return expression;
    }
    int node = node(Kind.EXPRESSION, start, 0);
    if (first != 0) {
      tree.setFirst(node, first);
    }
    int tail = tree.append(node, last, expression);
    while (accept(',')) {
      skipSoftNewlines();
      tail = tree.append(node, tail, simple());
    }
    finish(node);
    return node;
  }

  /** Whether the brace after a call cannot be a body: Go and Rust declare functions by a word. */
  private boolean controlled() {
    return tree.language == Language.GO || tree.language == Language.RUST;
  }

  @Override
  int statementValue() {
    if (isOp('{')) {
      return block();
    }
    if (isWord(MATCH) || isWord(SWITCH)) {
      return switches.read();
    }
    if (isWord(CLASS_WORD)) {
      return type(from(), 0, 0);
    }
    if (isWord(ASYNC) || isWord(MOVE)) {
      advance();
      return isOp('{') || isOp('|') || isOp(Operators.PIPES) || isWord(MOVE) ? operand() : error();
    }
    int node = keyword(info(), from(), 0, 0);
    if (node == 0) {
      node = leaf(Kind.NAME, info());
    }
    return node;
  }

  private static final int MOVE = Words.reserved("move");

  @Override
  int armsAfter(int subject) {
    advance();
    return switches.over(tree.start(subject), SWITCH, subject);
  }
}
