package dev.assay.internal.code.tree;

import dev.assay.segment.Language;

/** Names, literals, calls, members, collections, functions as values. */
abstract class Operands extends Expressions {
  static final int LAMBDA = Words.reserved("lambda");
  static final int AWAIT = Words.reserved("await");
  static final int YIELD = Words.reserved("yield");
  private static final int DELETE = Words.reserved("delete");
  static final int NEW = Words.reserved("new");
  static final int FOR = Words.reserved("for");
  static final int ASYNC = Words.reserved("async");
  static final int FROM = Words.reserved("from");
  static final int IN = Words.reserved("in");
  static final int IF = Words.reserved("if");
  static final int FUNCTION = Words.reserved("function");
  static final int FUNC = Words.reserved("func");
  static final int FN = Words.reserved("fn");
  private static final int SHELL_EXEC = Words.reserved("shell_exec");
  private static final boolean[] LITERALS =
      Reserved.flags(
          "None", "True", "False", "null", "nil", "true", "false", "undefined", "NULL", "nullptr");
  private static final boolean[] PYTHON_PREFIXES = Reserved.flags("await", "yield");
  private static final boolean[] SCRIPT_PREFIXES =
      Reserved.flags("await", "yield", "typeof", "void", "delete", "async", "throw");
  private static final boolean[] GO_PREFIXES = Reserved.flags("go", "defer");
  private static final boolean[] RUST_PREFIXES = Reserved.flags("mut", "move", "ref", "async");
  private static final boolean[] SHARP_PREFIXES = Reserved.flags("await", "ref", "out", "async");
  private static final boolean[] NO_PREFIXES = Reserved.flags("throw");
  private static final boolean[] NOT_OPERANDS =
      Reserved.flags("if", "else", "for", "in", "is", "and", "or", "as", "elif", "except");
  static final int ARROW = '=' | '>' << 8;
  static final int THIN_ARROW = '-' | '>' << 8;

  private final Lexer lexer;
  private final boolean[] prefixes;

  /** Set where a brace after a name opens a block: in the header of a statement. */
  boolean noBrace;

  Operands(Tree tree, Syntax syntax, Lexer lexer) {
    super(tree, syntax);
    this.lexer = lexer;
    this.prefixes = prefixes(tree.language);
  }

  /** The body of a function as a value: a block or an expression. */
  abstract int body();

  /** A function written with a word: {@code function (a) {}}, {@code func(a int) {}}. */
  abstract int functionValue();

  @Override
  final int operand() {
    int node = prefix();
    return postfix(node);
  }

  private int prefix() {
    return switch (type()) {
      case Tokens.NAME -> word();
      case Tokens.NUMBER -> leaf(Kind.NUMBER, 0);
      case Tokens.STRING -> strings();
      case Tokens.OPERATOR -> operatorFirst();
      case Tokens.NEWLINE -> {
        if (!syntax.indented() && continuesOperand()) {
          skipNewlines();
          yield prefix();
        }
        yield error();
      }
      default -> error();
    };
  }

  private boolean continuesOperand() {
    return p > 0
        && tokens.type[p - 1] == Tokens.OPERATOR
        && tokens.info[p - 1] != ')'
        && tokens.info[p - 1] != ']'
        && tokens.info[p - 1] != '}';
  }

  private int leaf(byte kind, int data) {
    int node = tree.add(kind, from(), to(), data);
    advance();
    return node;
  }

  private int word() {
    int word = info();
    if (word >= Words.FIRST_FREE) {
      return nameOrArrow();
    }
    if (Reserved.is(LITERALS, word)) {
      return leaf(Kind.LITERAL, word);
    }
    if (word == LAMBDA && syntax.indented()) {
      return lambda();
    }
    if (word == DELETE && tree.language == Language.CPP && startsOperand(p + 1)) {
      return deletion();
    }
    if (word == NEW && !syntax.indented()) {
      return construction();
    }
    if ((word == FUNCTION || word == FUNC || word == FN) && !syntax.indented()) {
      return functionValue();
    }
    if (Reserved.is(prefixes, word) && startsOperand(p + 1)) {
      int node = node(Kind.AWAIT, from(), word);
      advance();
      if (word == YIELD) {
        acceptWord(FROM);
      }
      tree.append(node, 0, binary(Operators.UNARY));
      return node;
    }
    if (Reserved.is(NOT_OPERANDS, word) && syntax.indented()) {
      return error();
    }
    return nameOrArrow();
  }

  private static boolean[] prefixes(Language language) {
    return switch (language) {
      case PYTHON -> PYTHON_PREFIXES;
      case JAVASCRIPT, TYPESCRIPT, OTHER, HTML -> SCRIPT_PREFIXES;
      case GO -> GO_PREFIXES;
      case RUST -> RUST_PREFIXES;
      case CSHARP -> SHARP_PREFIXES;
      default -> NO_PREFIXES;
    };
  }

  private boolean startsOperand(int index) {
    byte type = tokens.type[index];
    if (type == Tokens.OPERATOR) {
      int op = tokens.info[index];
      return op == '(' || op == '[' || op == '{' || op == '-' || op == '&' || op == '*'
          || op == '!';
    }
    return type == Tokens.NAME || type == Tokens.STRING || type == Tokens.NUMBER;
  }

  private int nameOrArrow() {
    int node = leaf(Kind.NAME, info());
    if (isArrow()) {
      return arrow(node);
    }
    return node;
  }

  private boolean isArrow() {
    return !syntax.indented()
        && (isOp(ARROW) && !syntax.dotConcat() && !rubyLike()
            || isOp(THIN_ARROW) && syntax.arrowLambda());
  }

  private boolean rubyLike() {
    return syntax.interpolation() == Syntax.Interpolation.RUBY;
  }

  /** A function whose parameters were read as an expression. */
  private int arrow(int parameters) {
    int node = node(Kind.FUNCTION, tree.start(parameters), -1);
    advance();
    int last = 0;
    byte kind = tree.kind(parameters);
    if (kind == Kind.TUPLE) {
      for (int child = tree.first(parameters), following; child != 0; child = following) {
        following = tree.next(child);
        tree.cutSiblings(child);
        last = tree.append(node, last, parameter(child));
      }
    } else if (kind != Kind.ERROR) {
      last = tree.append(node, last, parameter(parameters));
    }
    tree.append(node, last, body());
    return node;
  }

  /** Turns an argument-like expression into a PARAMETER: its name, then a default if any. */
  final int parameter(int expression) {
    int target = expression;
    int defaultValue = 0;
    if (tree.kind(target) == Kind.ASSIGN || tree.kind(target) == Kind.KEYWORD) {
      defaultValue = tree.last(target);
      if (tree.kind(target) == Kind.ASSIGN) {
        target = tree.first(target);
      }
    }
    if (tree.kind(target) == Kind.TERNARY) {
      target = tree.first(target);
    }
    int name = tree.kind(target) == Kind.KEYWORD ? target : declared(target);
    if (tree.kind(name) == Kind.ASSIGN) {
      defaultValue = tree.last(name);
      name = tree.first(name);
    }
    if (tree.language == Language.GO && tree.kind(target) == Kind.BINARY) {
      name = tree.first(target);
    }
    int word =
        tree.kind(name) == Kind.NAME || tree.kind(name) == Kind.KEYWORD ? tree.data(name) : -1;
    int node = tree.add(Kind.PARAMETER, tree.start(expression), tree.end(expression), word);
    int last = 0;
    if (name != expression && tree.kind(expression) == Kind.TYPED) {
      int type = tree.first(expression);
      tree.cutSiblings(type);
      int annotation = tree.add(Kind.ANNOTATION, tree.start(type), tree.end(type), 0);
      tree.append(annotation, 0, type);
      last = tree.append(node, last, annotation);
    } else if (word < 0) {
      last = tree.append(node, last, expression);
    }
    if (defaultValue != 0) {
      tree.append(node, last, defaultValue);
    }
    return node;
  }

  private int lambda() {
    int node = node(Kind.FUNCTION, from(), -1);
    advance();
    int last = 0;
    while (!isOp(':') && !atEnd() && type() != Tokens.NEWLINE) {
      if (isName()) {
        int parameter = tree.add(Kind.PARAMETER, from(), to(), info());
        advance();
        if (accept('=')) {
          tree.append(parameter, 0, nested());
        }
        last = tree.append(node, last, parameter);
      } else {
        advance();
      }
    }
    accept(':');
    int result = node(Kind.RETURN, from(), 1);
    tree.append(result, 0, nested());
    int block = node(Kind.BLOCK, tree.start(result), 0);
    tree.append(block, 0, result);
    tree.append(node, last, block);
    return node;
  }

  private int construction() {
    int start = from();
    advance();
    if (!isName() && !isOp('(')) {
      return error();
    }
    int node = operand();
    if (isOp('{') && initialises(node)) {
      return tree.kind(node) == Kind.INDEX
          ? Collections.braces(this)
          : Collections.initialised(this, node, start);
    }
    if (tree.kind(node) == Kind.CALL) {
      tree.setStart(node, start);
    }
    return tree.language == Language.CPP && tree.kind(node) == Kind.INDEX
        ? arrayConstruction(node, start)
        : node;
  }

  /** {@code new T[n]} is a call of "new" with the length. */
  private int arrayConstruction(int index, int start) {
    int call = tree.add(Kind.CALL, start, tree.end(index), 1);
    int callee = tree.add(Kind.NAME, start, start + 3, NEW);
    int type = tree.first(index);
    int length = tree.next(type);
    int last = tree.append(call, 0, callee);
    if (length != 0) {
      tree.append(call, last, length);
    }
    return call;
  }

  /** {@code delete p} and {@code delete[] p} are calls of "delete". */
  private int deletion() {
    int call = node(Kind.CALL, from(), 0);
    int last = tree.append(call, 0, leaf(Kind.NAME, DELETE));
    if (accept('[')) {
      accept(']');
    }
    tree.append(call, last, binary(Operators.UNARY));
    return call;
  }

  /** {@code new int[] {1, 2}}; in C# braces after a type hold values of its members, too. */
  private boolean initialises(int node) {
    byte kind = tree.kind(node);
    return kind == Kind.INDEX
            && (tree.language == Language.JAVA || tree.language == Language.CSHARP)
        || tree.language == Language.CSHARP
            && (kind == Kind.CALL || kind == Kind.NAME || kind == Kind.ATTRIBUTE);
  }

  private int strings() {
    int first = string();
    if (type() != Tokens.STRING || !joinsStrings()) {
      return first;
    }
    int node = node(Kind.BINARY, tree.start(first), '+');
    int last = tree.append(node, 0, first);
    while (type() == Tokens.STRING && joinsStrings()) {
      last = tree.append(node, last, string());
    }
    return node;
  }

  private boolean joinsStrings() {
    return syntax.indented() || tree.language == Language.C || tree.language == Language.CPP;
  }

  private int string() {
    int flags = info();
    if ((flags & Tokens.INTERPOLATED) != 0 && depth < MAX_DEPTH) {
      return template();
    }
    return leaf(Kind.STRING, flags);
  }

  private int template() {
    int flags = info();
    int node = tree.add(Kind.TEMPLATE, from(), to(), flags);
    int contentFrom = from() + (flags >> 8 & 0xff);
    int contentTo = Math.max(contentFrom, to() - (flags >> 16 & 0xff));
    advance();
    new Templates(this, node, contentFrom, contentTo).read();
    if (bracesAreText() && !hasHole(node)) {
      tree.setKind(node, Kind.STRING);
      tree.setFirst(node, 0);
    }
    boolean command = tree.language == Language.PHP && tree.charAt(tree.start(node)) == '`';
    return command ? shell(node) : node;
  }

  /** Whether two braces in a literal stand for two, so that without holes it is a plain string. */
  private boolean bracesAreText() {
    return syntax.interpolation() != Syntax.Interpolation.PYTHON
        && syntax.interpolation() != Syntax.Interpolation.CSHARP;
  }

  private boolean hasHole(int template) {
    for (int child = tree.first(template); child != 0; child = tree.next(child)) {
      if (tree.kind(child) == Kind.HOLE) {
        return true;
      }
    }
    return false;
  }

  /** Backticks are a call of shell_exec. */
  private int shell(int template) {
    int call = tree.add(Kind.CALL, tree.start(template), tree.end(template), 0);
    int callee = tree.add(Kind.NAME, tree.start(template), tree.start(template), SHELL_EXEC);
    tree.append(call, tree.append(call, 0, callee), template);
    return call;
  }

  /** Reads the expression in {@code [from, to)}, which stands inside a string. */
  final int inner(int from, int to) {
    if (depth >= MAX_DEPTH / 4) {
      return tree.add(Kind.ERROR, from, to, 0);
    }
    int back = p;
    int size = tokens.size;
    int deep = depth;
    boolean backNoIn = noIn;
    noIn = false;
    depth += 8;
    p = lexer.run(from, to);
    int node = nested();
    p = back;
    tokens.size = size;
    depth = deep;
    noIn = backNoIn;
    return node;
  }

  private int operatorFirst() {
    int op = info();
    return switch (op) {
      case '(' -> group();
      case '[' -> Collections.list(this);
      case '{' -> Collections.braces(this);
      case '-', '+', '~', '!', '&', '-' | '-' << 8, '+' | '+' << 8 -> unary(op);
      case '*', '*' | '*' << 8, '.' | '.' << 8 | '.' << 16 -> star(op);
      case '@' -> {
        advance();
        yield prefix();
      }
      case ':' -> rubyLike() && isNameAt(p + 1) ? symbol() : error();
      default -> error();
    };
  }

  private int symbol() {
    advance();
    return tree.add(Kind.STRING, from(), to(), skipName());
  }

  private int skipName() {
    advance();
    return Tokens.string(Tokens.RAW, 0, 0);
  }

  private int unary(int op) {
    int node = node(op == '!' ? Kind.NOT : Kind.UNARY, from(), op);
    advance();
    tree.append(node, 0, binary(Operators.UNARY));
    return node;
  }

  private int star(int op) {
    int node = node(Kind.STAR, from(), op == '*' ? 1 : op == ('*' | '*' << 8) ? 2 : 3);
    advance();
    tree.append(node, 0, binary(Operators.UNARY));
    return node;
  }

  private int group() {
    int start = from();
    advance();
    int tuple = node(Kind.TUPLE, start, 0);
    boolean single = Collections.elements(this, tuple, ')');
    tree.setEnd(tuple, behind());
    if (isOp(':') && tree.language == Language.TYPESCRIPT) {
      skipResultType();
    }
    if (isArrow()) {
      return arrow(tuple);
    }
    int only = tree.first(tuple);
    if (!single || only == 0) {
      return tuple;
    }
    if (!syntax.indented() && isCast(only)) {
      return cast(start, only);
    }
    return only;
  }

  /** Goes to the arrow behind {@code (a): Type} if there is one in the same line. */
  private void skipResultType() {
    int back = p;
    advance();
    for (int i = 0; i < 20 && (isName() || isTypeOperator()); i++) {
      advance();
    }
    if (!isOp(ARROW)) {
      p = back;
    }
  }

  private boolean isTypeOperator() {
    int op = type() == Tokens.OPERATOR ? info() : 0;
    return op == '<' || op == '>' || op == '|' || op == '.' || op == '[' || op == ']' || op == ',';
  }

  /** What stands behind {@code async} or {@code await}. */
  final int unwrapped(int node) {
    return tree.kind(node) == Kind.AWAIT && tree.first(node) != 0 ? tree.first(node) : node;
  }

  /** What is cast; in PHP a call of the type, since the value changes with it. */
  private int cast(int start, int type) {
    int value = binary(Operators.UNARY);
    if (tree.language != Language.PHP || tree.kind(type) != Kind.NAME) {
      return value;
    }
    int call = tree.add(Kind.CALL, start, tree.end(value), 0);
    tree.append(call, tree.append(call, 0, type), value);
    return call;
  }

  private boolean isCast(int inner) {
    byte kind = tree.kind(inner);
    return (kind == Kind.NAME || kind == Kind.UNARY || kind == Kind.BINARY || kind == Kind.TYPED)
        && casts()
        && (type() == Tokens.STRING
            || type() == Tokens.NUMBER
            || isName()
                && (tree.language == Language.JAVA || !Reserved.is(NOT_OPERANDS, info()))
                && !Reserved.is(prefixes, info()));
  }

  private boolean casts() {
    return switch (tree.language) {
      case JAVA, C, CPP, CSHARP, PHP -> true;
      default -> false;
    };
  }

  private int postfix(int operand) {
    int node = operand;
    while (true) {
      int behind;
      if (type() == Tokens.NEWLINE && !syntax.indented() && dotFollows()) {
        skipNewlines();
      }
      if (type() != Tokens.OPERATOR) {
        return node;
      }
      int op = info();
      if (isMember(op) && (isNameAt(p + 1) || isOpAt(p + 1, '('))) {
        node = shallower(node, member(node));
      } else if (op == '(') {
        node = shallower(node, Collections.call(this, node));
      } else if (op == '[') {
        node = shallower(node, Collections.index(this, node));
      } else if (op == '{' && composite(node)) {
        node = shallower(node, Collections.composite(this, node));
      } else if (op == ('<' | '>' << 8) && isOpAt(p + 1, '(')) {
        advance();
      } else if (op == '<' && (behind = typeArguments(node)) > 0) {
        p = behind;
      } else if (op == '!' && isOpAt(p + 1, '(') && tree.language == Language.RUST) {
        advance();
      } else if ((op == ('+' | '+' << 8) || op == ('-' | '-' << 8)) && !syntax.indented()) {
        advance();
      } else {
        return node;
      }
    }
  }

  /**
   * Where the token behind type arguments stands: {@code Map<String, List<User>>}; 0 where the sign
   * compares.
   */
  private int typeArguments(int node) {
    byte kind = tree.kind(node);
    if (tree.language != Language.JAVA && tree.language != Language.CSHARP
        || kind != Kind.NAME && kind != Kind.ATTRIBUTE
        || !Character.isUpperCase(tree.word(tree.data(node)).charAt(0))) {
      return 0;
    }
    int open = 0;
    for (int i = p; i < p + 60 && i < tokens.size; i++) {
      if (tokens.type[i] == Tokens.NAME) {
        continue;
      }
      if (tokens.type[i] != Tokens.OPERATOR) {
        return 0;
      }
      int closed = closedBy(tokens.info[i]);
      if (closed > 0) {
        open -= closed;
        if (open <= 0) {
          return open == 0 && followsType(i + 1) ? i + 1 : 0;
        }
      } else if (tokens.info[i] == '<') {
        open++;
      } else if (".,?[]&@".indexOf(tokens.info[i]) < 0) {
        return 0;
      }
    }
    return 0;
  }

  private static int closedBy(int op) {
    return switch (op) {
      case '>' -> 1;
      case '>' | '>' << 8 -> 2;
      case '>' | '>' << 8 | '>' << 16 -> 3;
      default -> 0;
    };
  }

  private boolean followsType(int index) {
    byte type = tokens.type[index];
    int op = type == Tokens.OPERATOR ? tokens.info[index] : 0;
    return type == Tokens.NAME
        || op == '('
        || op == ')'
        || op == '['
        || op == '{'
        || op == ','
        || op == '.'
        || op == ';'
        || op == '>'
        || op == (':' | ':' << 8)
        || op == ('.' | '.' << 8 | '.' << 16);
  }

  /** Whether braces after a name hold the fields of a value: {@code tls.Config{...}}. */
  private boolean composite(int node) {
    byte kind = tree.kind(node);
    return !noBrace
        && (tree.language == Language.GO || tree.language == Language.RUST)
        && (kind == Kind.NAME || kind == Kind.ATTRIBUTE)
        && Character.isUpperCase(tree.word(tree.data(node)).charAt(0));
  }

  /** The chain with its new link, or without it where it is too long already. */
  private int shallower(int chain, int linked) {
    return tree.tall(chain) ? chain : linked;
  }

  private boolean dotFollows() {
    int i = p;
    while (tokens.type[i] == Tokens.NEWLINE) {
      i++;
    }
    return isOpAt(i, '.') || isOpAt(i, '?' | '.' << 8);
  }

  private boolean isMember(int op) {
    return op == '.' && !syntax.dotConcat()
        || op == ('?' | '.' << 8)
        || op == (':' | ':' << 8) && !syntax.indented()
        || syntax.arrowMember() && (op == THIN_ARROW || op == ('?' | '-' << 8 | '>' << 16));
  }

  private int member(int object) {
    advance();
    if (!isName()) {
      return object;
    }
    int node = tree.add(Kind.ATTRIBUTE, tree.start(object), to(), info());
    tree.append(node, 0, object);
    advance();
    return node;
  }
}
