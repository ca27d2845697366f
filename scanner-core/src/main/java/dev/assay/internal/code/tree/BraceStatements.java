package dev.assay.internal.code.tree;

import dev.assay.segment.Language;

/** Statements of languages whose blocks stand in braces, read by their common shape. */
final class BraceStatements extends BraceHeaders {
  private static final int MAX_BLOCKS = 60;
  private static final int CATCH = Words.reserved("catch");
  private static final int RETURN = Words.reserved("return");
  private static final int THROW = Words.reserved("throw");
  private static final int DEF = Words.reserved("def");
  private static final int CASE = Words.reserved("case");
  private static final int DEFAULT = Words.reserved("default");
  private static final boolean[] LOOPS =
      Reserved.flags("for", "foreach", "while", "switch", "match");
  private static final boolean[] BLOCK_WORDS =
      Reserved.flags("do", "try", "finally", "else", "loop", "begin", "ensure");
  private static final boolean[] TYPES =
      Reserved.flags("class", "interface", "enum", "trait", "impl", "namespace", "module");
  private static final boolean[] IMPORTS =
      Reserved.flags(
          "import",
          "using",
          "use",
          "package",
          "include",
          "require",
          "require_once",
          "include_once");
  private static final boolean[] COMMANDS =
      Reserved.flags("echo", "print", "include", "include_once", "require", "require_once");
  private static final boolean[] BEFORE_BODY =
      Reserved.flags("throws", "where", "const", "override", "final", "extends", "implements");

  private int blocks;

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
    if (!isOp('{')) {
      if (isOp(':') || blocks >= MAX_BLOCKS) {
        advance();
        return block;
      }
      blocks++;
      skipNewlines();
      if (!isOp('}') && !atEnd()) {
        tree.append(block, 0, statement());
      }
      blocks--;
      return block;
    }
    if (blocks >= MAX_BLOCKS) {
      skipBalanced();
      return block;
    }
    blocks++;
    advance();
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
    accept('}');
    tree.setEnd(block, behind());
    blocks--;
    return block;
  }

  private int statement() {
    if (isOp('{')) {
      return block();
    }
    if (isOp('@')
        && isNameAt(p + 1)
        && tree.language != Language.RUBY
        && tree.language != Language.PHP) {
      return annotated();
    }
    int start = p;
    while (isName()
        && Reserved.is(MODIFIERS, info())
        && (isNameAt(p + 1) || isOpAt(p + 1, '{') || isOpAt(p + 1, '['))) {
      advance();
    }
    if (!isName() || info() >= Words.FIRST_FREE) {
      return declaration(from(), 0, 0);
    }
    int special = keyword(info());
    return special != 0 ? special : declaration(tokens.start[Math.min(start, p)], 0, 0);
  }

  private int keyword(int word) {
    if (word == IF) {
      return branch();
    }
    if (Reserved.is(LOOPS, word)
        && (isOpAt(p + 1, '(') || tree.language == Language.GO || tree.language == Language.RUST)) {
      return loop(word);
    }
    if (word == CATCH) {
      return handler();
    }
    if (word == CASE || word == DEFAULT && isOpAt(p + 1, ':')) {
      return label(word);
    }
    if (Reserved.is(BLOCK_WORDS, word)) {
      advance();
      return block();
    }
    if (word == RETURN || word == THROW) {
      int node = tree.add(word == RETURN ? Kind.RETURN : Kind.RAISE, from(), to(), 0);
      advance();
      if (type() != Tokens.NEWLINE && !isOp(';') && !isOp('}') && !atEnd()) {
        tree.append(node, 0, list());
      }
      finish();
      return node;
    }
    if (syntax.dotConcat() && Reserved.is(COMMANDS, word)) {
      return command();
    }
    if (Reserved.is(TYPES, word) && isNameAt(p + 1)) {
      return type(from(), 0, 0);
    }
    if (Reserved.is(IMPORTS, word)) {
      return imports(word);
    }
    if ((word == FUNCTION || word == FUNC || word == FN || word == DEF) && !isOpAt(p + 1, '=')) {
      return functionValue();
    }
    return 0;
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
    finish();
    return statement;
  }

  private int list() {
    int first = Collections.element(this);
    if (!isOp(',')) {
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

  private int annotated() {
    int start = from();
    int holder = node(Kind.BLOCK, start, 0);
    int last = 0;
    while (isOp('@') && isNameAt(p + 1)) {
      int decorator = node(Kind.DECORATOR, from(), 0);
      advance();
      tree.append(decorator, 0, decoratorValue());
      last = tree.append(holder, last, decorator);
      skipNewlines();
    }
    while (isName() && Reserved.is(MODIFIERS, info())) {
      advance();
    }
    int first = tree.first(holder);
    if (isName() && Reserved.is(TYPES, info()) && isNameAt(p + 1)) {
      return type(start, first, last);
    }
    return declaration(start, first, last);
  }

  private int decoratorValue() {
    int node = Imports.path(this, 0);
    return isOp('(') ? Collections.call(this, node) : node;
  }

  private int type(int start, int firstDecorator, int lastDecorator) {
    advance();
    int node = node(Kind.CLASS, start, isName() ? info() : -1);
    if (firstDecorator != 0) {
      tree.setFirst(node, firstDecorator);
    }
    int last = lastDecorator;
    while (!isOp('{') && !isOp(';') && !atEnd()) {
      if (isName() && info() >= Words.FIRST_FREE && p > 0 && !isOpAt(p - 1, '<')) {
        last = tree.append(node, last, tree.add(Kind.NAME, from(), to(), info()));
      }
      advance();
    }
    if (isOp('{')) {
      tree.append(node, last, block());
    }
    return node;
  }

  /** A declaration of a variable or a function, an assignment, or an expression. */
  private int declaration(int start, int firstDecorator, int lastDecorator) {
    int expression = Collections.element(this);
    if (tree.kind(expression) == Kind.TYPED && isOp('=')) {
      expression = Collections.element(this);
    }
    if (isOp(',') && tree.language == Language.GO) {
      expression = targets(expression);
    }
    skipBeforeBody();
    int callee = functionCall(expression);
    if (callee != 0 && bodyFollows()) {
      return function(start, callee, firstDecorator, lastDecorator);
    }
    if (type() == Tokens.OPERATOR && Operators.assigns(info())) {
      expression = assign(expression);
    }
    if (tree.kind(expression) == Kind.ASSIGN) {
      tree.setStart(expression, start);
      if (!isOp(',')) {
        finish();
        return expression;
      }
    }
    int node = node(Kind.EXPRESSION, start, 0);
    if (firstDecorator != 0) {
      tree.setFirst(node, firstDecorator);
    }
    int last = tree.append(node, lastDecorator, expression);
    while (accept(',')) {
      skipSoftNewlines();
      last = tree.append(node, last, Collections.element(this));
      if (type() == Tokens.OPERATOR && Operators.assigns(info())) {
        last = tree.append(node, last, assign(last));
      }
    }
    finish();
    return node;
  }

  /** {@code a, b := f()}: several targets. */
  private int targets(int first) {
    int tuple = node(Kind.TUPLE, tree.start(first), 0);
    int last = tree.append(tuple, 0, first);
    while (accept(',')) {
      last = tree.append(tuple, last, binary(Operators.OR));
    }
    return tuple;
  }

  private int assign(int target) {
    int op = info() == ('=') || info() == (':' | '=' << 8) ? 0 : info();
    int node = node(Kind.ASSIGN, tree.start(target), op);
    advance();
    skipSoftNewlines();
    int copy = tree.add(tree.kind(target), tree.start(target), tree.end(target), tree.data(target));
    tree.setFirst(copy, tree.first(target));
    int last = tree.append(node, 0, declared(copy));
    tree.append(node, last, list());
    return node;
  }

  private int functionCall(int expression) {
    int at = unwrapped(declared(expression));
    return tree.kind(at) == Kind.CALL && tree.data(at) == 0 ? at : 0;
  }

  private boolean bodyFollows() {
    int i = p;
    while (tokens.type[i] == Tokens.NEWLINE) {
      i++;
    }
    return isOpAt(i, '{');
  }

  private void skipBeforeBody() {
    if (isName() && Reserved.is(BEFORE_BODY, info()) || isOp(':') || isOp(THIN_ARROW)) {
      for (int i = 0; i < 40 && !isOp('{') && !isOp(';') && !isOp('}') && !atEnd(); i++) {
        advance();
      }
    }
  }

  private int function(int start, int call, int firstDecorator, int lastDecorator) {
    int callee = tree.first(call);
    byte kind = tree.kind(callee);
    int name = kind == Kind.NAME || kind == Kind.ATTRIBUTE ? tree.data(callee) : -1;
    int node = node(Kind.FUNCTION, start, name);
    if (firstDecorator != 0) {
      tree.setFirst(node, firstDecorator);
    }
    int last = lastDecorator;
    for (int child = tree.next(callee), following; child != 0; child = following) {
      following = tree.next(child);
      tree.cutSiblings(child);
      last = tree.append(node, last, parameter(child));
    }
    tree.append(node, last, block());
    return node;
  }

  @Override
  int body() {
    skipNewlines();
    if (isOp('{')) {
      return block();
    }
    int result = node(Kind.RETURN, from(), 1);
    tree.append(result, 0, nested());
    int block = node(Kind.BLOCK, tree.start(result), 0);
    tree.append(block, 0, result);
    return block;
  }

  @Override
  int functionValue() {
    int start = from();
    advance();
    accept('*');
    accept('&');
    if (isOp('(') && tree.language == Language.GO && receiverFollows()) {
      skipBalanced();
    }
    int name = -1;
    if (isName()) {
      name = info();
      advance();
    }
    int node = node(Kind.FUNCTION, start, name);
    int last = 0;
    if (isOp('(')) {
      int call = Collections.call(this, error());
      for (int child = tree.next(tree.first(call)), following; child != 0; child = following) {
        following = tree.next(child);
        tree.cutSiblings(child);
        last = tree.append(node, last, parameter(child));
      }
    }
    for (int i = 0; i < 60 && !isOp('{') && !isOp(';') && !isOp('}') && !atEnd(); i++) {
      if (type() == Tokens.NEWLINE && !bodyFollows()) {
        return node;
      }
      if (isOp(ARROW) && syntax.dotConcat()) {
        advance();
        tree.append(node, last, body());
        return node;
      }
      skipBalanced();
    }
    if (isOp('{')) {
      tree.append(node, last, block());
    }
    return node;
  }

  private boolean receiverFollows() {
    int i = p;
    while (i < tokens.size && !isOpAt(i, ')') && tokens.type[i] != Tokens.END) {
      i++;
    }
    return isNameAt(i + 1) && isOpAt(i + 2, '(');
  }
}
