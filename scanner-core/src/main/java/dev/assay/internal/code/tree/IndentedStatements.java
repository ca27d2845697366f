package dev.assay.internal.code.tree;

/** Statements of Python. */
final class IndentedStatements extends IndentedSimple {
  private static final int MAX_BLOCKS = 60;
  private static final int ELIF = Words.reserved("elif");
  private static final int ELSE = Words.reserved("else");
  private static final int WHILE = Words.reserved("while");
  private static final int DEF = Words.reserved("def");
  private static final int CLASS = Words.reserved("class");
  private static final int RETURN = Words.reserved("return");
  private static final int IMPORT = Words.reserved("import");
  private static final int AS = Words.reserved("as");
  private static final int TRY = Words.reserved("try");
  private static final int EXCEPT = Words.reserved("except");
  private static final int FINALLY = Words.reserved("finally");
  private static final int WITH = Words.reserved("with");
  private static final int RAISE = Words.reserved("raise");
  private static final int ASSERT = Words.reserved("assert");
  private static final int DEL = Words.reserved("del");
  private static final int PRINT = Words.reserved("print");
  private static final int EXEC = Words.reserved("exec");
  private static final boolean[] BARE =
      Reserved.flags("pass", "break", "continue", "global", "nonlocal");

  private int column;
  private int blocks;

  IndentedStatements(Tree tree, Syntax syntax, Lexer lexer) {
    super(tree, syntax, lexer);
  }

  int file() {
    int root = node(Kind.BLOCK, 0, 0);
    int last = 0;
    nextLine();
    while (!atEnd()) {
      last = line(root, last);
    }
    return root;
  }

  /** Appends the statements of a logical line, with their blocks; returns the last child. */
  private int line(int block, int lastChild) {
    int last = lastChild;
    int before = p;
    last = tree.append(block, last, statement());
    while (accept(';')) {
      if (type() != Tokens.NEWLINE && !atEnd()) {
        last = tree.append(block, last, statement());
      }
    }
    if (isOp(':') && tokens.type[p + 1] == Tokens.NEWLINE) {
      last = tree.append(block, last, suite(column));
    } else if (type() != Tokens.NEWLINE && !atEnd() && p == before) {
      skipBalanced();
    }
    nextLine();
    return last;
  }

  private void nextLine() {
    while (type() == Tokens.NEWLINE) {
      column = info();
      advance();
    }
  }

  /** The block of a header at column {@code header}; stands at its colon. */
  private int suite(int header) {
    accept(':');
    int block = node(Kind.BLOCK, from(), 0);
    int last = 0;
    if (type() != Tokens.NEWLINE) {
      do {
        if (type() == Tokens.NEWLINE || atEnd()) {
          break;
        }
        last = tree.append(block, last, statement());
      } while (accept(';'));
      return block;
    }
    if (blocks >= MAX_BLOCKS) {
      return block;
    }
    blocks++;
    int newline = p;
    int outer = column;
    nextLine();
    while (!atEnd() && column > header) {
      last = line(block, last);
    }
    blocks--;
    unread(newline, outer, last);
    return block;
  }

  /** Steps back to the newline before the line that did not belong to the block. */
  private void unread(int newline, int outer, int last) {
    if (last == 0) {
      p = newline;
      column = outer;
    } else if (p > 0 && tokens.type[p - 1] == Tokens.NEWLINE) {
      p--;
    }
  }

  /** Whether the next line starts at {@code header} with {@code word}; if so goes there. */
  private boolean clause(int header, int word) {
    int i = p;
    int at = column;
    while (tokens.type[i] == Tokens.NEWLINE) {
      at = tokens.info[i];
      i++;
    }
    if (at != header || !isWordAt(i, word)) {
      return false;
    }
    p = i;
    column = at;
    return true;
  }

  private int statement() {
    if (isOp('@')) {
      return decorated();
    }
    if (!isName() || info() >= Words.FIRST_FREE) {
      return simple();
    }
    int word = info();
    if (word == ASYNC && isNameAt(p + 1)) {
      advance();
      word = info();
    }
    int compound = compound(word);
    return compound != 0 ? compound : small(word);
  }

  private int compound(int word) {
    if (word == DEF) {
      return function(from(), 0, 0);
    }
    if (word == CLASS) {
      return type(from(), 0, 0);
    }
    if (word == IF || word == ELIF) {
      return branch();
    }
    if (word == WHILE) {
      int header = column;
      int node = node(Kind.WHILE, from(), 0);
      advance();
      int last = tree.append(node, 0, nested());
      tree.append(node, last, suite(header));
      return node;
    }
    if (word == FOR) {
      return loop();
    }
    if (word == WITH) {
      return with();
    }
    if (word == TRY) {
      return attempt();
    }
    if (word == EXCEPT) {
      return handler(column);
    }
    return 0;
  }

  private int small(int word) {
    if (word == RETURN || word == RAISE || word == ASSERT || word == DEL) {
      byte kind =
          word == RETURN
              ? Kind.RETURN
              : word == RAISE ? Kind.RAISE : word == ASSERT ? Kind.ASSERT : Kind.DELETE;
      int node = tree.add(kind, from(), to(), 0);
      advance();
      if (type() != Tokens.NEWLINE && !isOp(';') && !atEnd()) {
        int last = tree.append(node, 0, list());
        while (isWord(FROM)) {
          advance();
          last = tree.append(node, last, nested());
        }
      }
      return node;
    }
    if (word == IMPORT || word == FROM) {
      return Imports.python(this);
    }
    if (word == ELSE || word == FINALLY) {
      advance();
      return isOp(':') ? suite(column) : error();
    }
    if (Reserved.is(BARE, word)) {
      int node = tree.add(Kind.OTHER, from(), to(), word);
      while (type() != Tokens.NEWLINE && !isOp(';') && !atEnd()) {
        advance();
      }
      return node;
    }
    if ((word == PRINT || word == EXEC) && isBareArgument()) {
      return command();
    }
    return simple();
  }

  private int decorated() {
    int start = from();
    int holder = node(Kind.BLOCK, start, 0);
    int last = 0;
    while (isOp('@')) {
      int decorator = node(Kind.DECORATOR, from(), 0);
      advance();
      tree.append(decorator, 0, nested());
      last = tree.append(holder, last, decorator);
      while (type() != Tokens.NEWLINE && !atEnd()) {
        advance();
      }
      nextLine();
    }
    int first = tree.first(holder);
    if (isWord(ASYNC)) {
      advance();
    }
    if (isWord(DEF)) {
      return function(start, first, last);
    }
    if (isWord(CLASS)) {
      return type(start, first, last);
    }
    return holder;
  }

  private int function(int start, int firstDecorator, int lastDecorator) {
    int header = column;
    advance();
    int node = node(Kind.FUNCTION, start, isName() ? info() : -1);
    if (isName()) {
      advance();
    }
    if (firstDecorator != 0) {
      tree.setFirst(node, firstDecorator);
    }
    int last = lastDecorator;
    if (accept('(')) {
      last = parameters(node, last);
    }
    if (accept(THIN_ARROW)) {
      nested();
    }
    while (!isOp(':') && type() != Tokens.NEWLINE && !atEnd()) {
      advance();
    }
    tree.append(node, last, suite(header));
    return node;
  }

  private int parameters(int node, int lastChild) {
    int last = lastChild;
    while (!isOp(')') && !atEnd() && type() != Tokens.NEWLINE) {
      if (!isName()) {
        advance();
        continue;
      }
      int parameter = tree.add(Kind.PARAMETER, from(), to(), info());
      advance();
      int inside = 0;
      if (accept(':')) {
        int annotation = node(Kind.ANNOTATION, from(), 0);
        tree.append(annotation, 0, nested());
        inside = tree.append(parameter, inside, annotation);
      }
      if (accept('=')) {
        tree.append(parameter, inside, nested());
      }
      last = tree.append(node, last, parameter);
    }
    accept(')');
    return last;
  }

  private int type(int start, int firstDecorator, int lastDecorator) {
    int header = column;
    advance();
    int node = node(Kind.CLASS, start, isName() ? info() : -1);
    if (isName()) {
      advance();
    }
    if (firstDecorator != 0) {
      tree.setFirst(node, firstDecorator);
    }
    int last = lastDecorator;
    if (isOp('(')) {
      int bases = Collections.call(this, error());
      for (int child = tree.next(tree.first(bases)), following; child != 0; child = following) {
        following = tree.next(child);
        tree.cutSiblings(child);
        last = tree.append(node, last, child);
      }
    }
    while (!isOp(':') && type() != Tokens.NEWLINE && !atEnd()) {
      advance();
    }
    tree.append(node, last, suite(header));
    return node;
  }

  private int branch() {
    int header = column;
    int node = node(Kind.IF, from(), 0);
    int last = 0;
    do {
      advance();
      last = tree.append(node, last, nested());
      last = tree.append(node, last, suite(header));
    } while (clause(header, ELIF));
    if (clause(header, ELSE)) {
      advance();
      tree.append(node, last, suite(header));
    }
    return node;
  }

  private int loop() {
    int header = column;
    int node = node(Kind.FOR, from(), 0);
    advance();
    int last = tree.append(node, 0, Collections.target(this));
    acceptWord(IN);
    last = tree.append(node, last, list());
    last = tree.append(node, last, suite(header));
    if (clause(header, ELSE)) {
      advance();
      tree.append(node, last, suite(header));
    }
    return node;
  }

  private int with() {
    int header = column;
    int node = node(Kind.WITH, from(), 0);
    advance();
    boolean bracketed = isOp('(') && bracketedItems();
    if (bracketed) {
      advance();
    }
    int last = 0;
    do {
      if (isOp(')')) {
        break;
      }
      int item = node(Kind.WITH_ITEM, from(), 0);
      int tail = tree.append(item, 0, nested());
      if (acceptWord(AS)) {
        tree.append(item, tail, binary(Operators.OR));
      }
      last = tree.append(node, last, item);
    } while (accept(','));
    if (bracketed) {
      accept(')');
    }
    tree.append(node, last, suite(header));
    return node;
  }

  private boolean bracketedItems() {
    int open = 0;
    for (int i = p; i < tokens.size && i < p + 400 && tokens.type[i] != Tokens.NEWLINE; i++) {
      if (tokens.type[i] == Tokens.OPERATOR) {
        int op = tokens.info[i];
        open +=
            op == '(' || op == '[' || op == '{' ? 1 : op == ')' || op == ']' || op == '}' ? -1 : 0;
      } else if (open == 1 && isWordAt(i, AS)) {
        return true;
      }
    }
    return false;
  }

  private int attempt() {
    int header = column;
    int node = node(Kind.TRY, from(), 0);
    advance();
    int last = tree.append(node, 0, suite(header));
    while (clause(header, EXCEPT)) {
      last = tree.append(node, last, handler(header));
    }
    if (clause(header, ELSE)) {
      advance();
      last = tree.append(node, last, suite(header));
    }
    if (clause(header, FINALLY)) {
      advance();
      tree.append(node, last, suite(header));
    }
    return node;
  }

  private int handler(int header) {
    int node = node(Kind.EXCEPT, from(), -1);
    advance();
    int last = 0;
    accept('*');
    if (!isOp(':') && type() != Tokens.NEWLINE) {
      last = tree.append(node, 0, nested());
      if ((acceptWord(AS) || accept(',')) && isName()) {
        tree.setData(node, info());
        advance();
      }
    }
    while (!isOp(':') && type() != Tokens.NEWLINE && !atEnd()) {
      advance();
    }
    tree.append(node, last, suite(header));
    return node;
  }

  @Override
  int body() {
    return error();
  }

  @Override
  int functionValue() {
    return error();
  }

  @Override
  int statementValue() {
    return error();
  }

  @Override
  int armsAfter(int subject) {
    return subject;
  }

  @Override
  int bodyAfterHead() {
    return error();
  }
}
