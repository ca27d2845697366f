package dev.assay.internal.code.tree;

import dev.assay.segment.Language;

/** Names, literals, calls, members, collections, functions as values. */
abstract class Operands extends Expressions {
  static final int LAMBDA = Words.reserved("lambda");
  static final int AWAIT = Words.reserved("await");
  static final int YIELD = Words.reserved("yield");
  private static final int DELETE = Words.reserved("delete");
  private static final int SHELL_EXEC = Words.reserved("shell_exec");
  static final int NEW = Words.reserved("new");
  static final int FOR = Words.reserved("for");
  static final int ASYNC = Words.reserved("async");
  static final int FROM = Words.reserved("from");
  static final int IN = Words.reserved("in");
  static final int IF = Words.reserved("if");
  static final int FUNCTION = Words.reserved("function");
  static final int FUNC = Words.reserved("func");
  static final int FN = Words.reserved("fn");
  private static final boolean[] LITERALS =
      Reserved.flags(
          "None",
          "True",
          "False",
          "null",
          "nil",
          "true",
          "false",
          "undefined",
          "NULL",
          "TRUE",
          "FALSE",
          "nullptr");
  private static final boolean[] PYTHON_PREFIXES = Reserved.flags("await", "yield");
  private static final boolean[] SCRIPT_PREFIXES =
      Reserved.flags("await", "yield", "typeof", "void", "delete", "async", "throw");
  private static final boolean[] GO_PREFIXES = Reserved.flags("go", "defer");
  private static final boolean[] RUST_PREFIXES = Reserved.flags("mut", "move", "ref", "async");
  private static final boolean[] SHARP_PREFIXES =
      Reserved.flags("await", "ref", "out", "async", "throw");
  private static final boolean[] C_PREFIXES = Reserved.flags("throw", "sizeof");
  private static final boolean[] NO_PREFIXES = Reserved.flags("throw");
  static final int SWITCH = Words.reserved("switch");
  static final int MATCH = Words.reserved("match");
  private static final int CLASS = Words.reserved("class");
  private static final int SIZEOF = Words.reserved("sizeof");
  private static final int MAP = Words.reserved("map");
  private static final int AS = Words.reserved("as");
  private static final boolean[] BLOCK_VALUES =
      Reserved.flags("if", "match", "unsafe", "loop", "while", "for", "async", "move");
  private static final boolean[] NOT_OPERANDS =
      Reserved.flags("if", "else", "for", "in", "is", "and", "or", "as", "elif", "except");
  static final int ARROW = '=' | '>' << 8;
  static final int THIN_ARROW = '-' | '>' << 8;

  private final Lexer lexer;
  private final boolean[] prefixes;

  final Types types;
  final LateTypes late;

  /** Set where a brace after a name opens a block: in the header of a statement. */
  boolean noBrace;

  /** Set where {@code name = value} among arguments passes them by name. */
  boolean namedByEquals;

  Operands(Tree tree, Syntax syntax, Lexer lexer) {
    super(tree, syntax);
    this.lexer = lexer;
    this.prefixes = prefixes(tree.language);
    this.types = new Types(tree.tokens, tree.language);
    this.late = new LateTypes(tree.tokens, types, tree.language);
  }

  /** The body of a function as a value: a block or an expression. */
  abstract int body();

  /** A function written with a word: {@code function (a) {}}, {@code func(a int) {}}. */
  abstract int functionValue();

  /** A statement as a value, such as {@code if} or {@code match}; stands at its word or brace. */
  abstract int statementValue();

  /** The arms of a switch that stands after its subject. */
  abstract int armsAfter(int subject);

  /** The block of a function whose parameters were read, with what stands before it. */
  abstract int bodyAfterHead();

  @Override
  final int typePattern() {
    int end = syntax.indented() ? -1 : types.end(p);
    if (end <= p) {
      return binary(Operators.COMPARISON + 1);
    }
    int type = TypeNodes.read(this, p, end);
    p = end;
    if (!isName() || !types.isName(p)) {
      return type;
    }
    int node = node(Kind.TYPED, tree.start(type), 0);
    int last = tree.append(node, 0, type);
    tree.append(node, last, leaf(Kind.NAME, info()));
    return node;
  }

  /** Set while a label is read, after which an arrow opens no function. */
  boolean noArrow;

  @Override
  final int operand() {
    int node = prefix();
    return postfix(node);
  }

  final int prefix() {
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

  final int leaf(byte kind, int data) {
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
    if (word == NEW && constructs()) {
      return Constructions.read(this);
    }
    if (isStatementValue(word)) {
      return statementValue();
    }
    if (word == MAP && tree.language == Language.GO && isOpAt(p + 1, '[')) {
      return Literal.go(this);
    }
    if ((word == FUNCTION || word == FUNC || word == FN) && !syntax.indented()) {
      return functionValue();
    }
    if (Reserved.is(prefixes, word)
        && startsOperand(p + 1)
        && !(word == SIZEOF && isOpAt(p + 1, '('))) {
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

  /** Whether "new" makes an object of the language, and is no plain name. */
  private boolean constructs() {
    return switch (tree.language) {
      case PYTHON, C, GO, RUST -> false;
      default -> true;
    };
  }

  private boolean isStatementValue(int word) {
    return switch (tree.language) {
      case RUST ->
          Reserved.is(BLOCK_VALUES, word)
              && !isOpAt(p + 1, ')')
              && !isOpAt(p + 1, Operators.PIPES)
              && !isOpAt(p + 1, '|');
      case JAVA -> word == SWITCH && isOpAt(p + 1, '(');
      case PHP -> (word == MATCH && isOpAt(p + 1, '('));
      case JAVASCRIPT, TYPESCRIPT, OTHER -> word == CLASS && !isOpAt(p + 1, ',');
      default -> false;
    };
  }

  private static boolean[] prefixes(Language language) {
    return switch (language) {
      case PYTHON -> PYTHON_PREFIXES;
      case JAVASCRIPT, TYPESCRIPT, OTHER, HTML -> SCRIPT_PREFIXES;
      case GO -> GO_PREFIXES;
      case RUST -> RUST_PREFIXES;
      case CSHARP -> SHARP_PREFIXES;
      case C, CPP -> C_PREFIXES;
      default -> NO_PREFIXES;
    };
  }

  final boolean startsOperand(int index) {
    byte type = tokens.type[index];
    if (type == Tokens.OPERATOR) {
      int op = tokens.info[index];
      boolean bar = (op == '|' || op == Operators.PIPES) && rust();
      return bar || op == '(' || op == '[' || op == '{' || op == '-' || op == '&' || op == '*'
          || op == '!';
    }
    return type == Tokens.NAME || type == Tokens.STRING || type == Tokens.NUMBER;
  }

  private int nameOrArrow() {
    if (!syntax.indented() && isArrowAt(p + 1)) {
      int function = node(Kind.FUNCTION, from(), -1);
      int parameter = tree.add(Kind.PARAMETER, from(), to(), info());
      p += 2;
      return closure(function, tree.append(function, 0, parameter));
    }
    if (isWord(DELEGATE) && tree.language == Language.CSHARP) {
      return functionValue();
    }
    if (syntax.wideStrings() && tokens.type[p + 1] == Tokens.STRING) {
      return strings();
    }
    if (isOpAt(p + 1, '!') && tree.language == Language.RUST && Macros.here(this)) {
      return Macros.read(this);
    }
    return leaf(Kind.NAME, info());
  }

  private static final int DELEGATE = Words.reserved("delegate");

  /** The function with its body, which stands here after the arrow. */
  private int closure(int function, int last) {
    tree.append(function, last, body());
    return function;
  }

  final boolean isArrowAt(int index) {
    return !noArrow && isArrow(index);
  }

  private boolean isArrow(int index) {
    return isOpAt(index, ARROW) && !syntax.dotConcat() && !rubyLike() && !rust()
        || isOpAt(index, THIN_ARROW) && syntax.arrowLambda();
  }

  private boolean rust() {
    return tree.language == Language.RUST;
  }

  private boolean rubyLike() {
    return syntax.interpolation() == Syntax.Interpolation.RUBY;
  }

  /** Whether the bracket here holds the parameters of a function with an arrow. */
  private boolean isLambda() {
    int close = tokens.match[p];
    if (close < 0) {
      return false;
    }
    if (tree.language == Language.TYPESCRIPT && isOpAt(close + 1, ':')) {
      int end = late.endBeforeArrow(close + 2);
      return end > close + 2 && isOpAt(end, ARROW);
    }
    return isArrowAt(close + 1);
  }

  private int lambdaInBrackets() {
    int function = node(Kind.FUNCTION, from(), -1);
    int last = Parameters.read(this, function, 0);
    while (!isOp(ARROW) && !isOp(THIN_ARROW) && !atEnd()) {
      skipBalanced();
    }
    advance();
    return closure(function, last);
  }

  /** {@code |a, b| x}, {@code || x}. */
  private int barLambda() {
    int function = node(Kind.FUNCTION, from(), -1);
    int last = 0;
    if (!accept(Operators.PIPES)) {
      advance();
      last = Parameters.read(this, function, 0, -1, '|');
    }
    if (accept(THIN_ARROW)) {
      p = late.end(p);
    }
    return closure(function, last);
  }

  /** {@code [captures](a) -> T { }}. */
  private int captureLambda() {
    int function = node(Kind.FUNCTION, from(), -1);
    skipBalanced();
    int last = isOp('(') ? Parameters.read(this, function, 0) : 0;
    while (!isOp('{') && !isOp(';') && !isOp(')') && !atEnd()) {
      advance();
    }
    return isOp('{') ? closure(function, last) : function;
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

  private int strings() {
    int first = string();
    if (!joinsStrings() || !stringGoesOn()) {
      return first;
    }
    int node = node(Kind.BINARY, tree.start(first), '+');
    int last = tree.append(node, 0, first);
    while (stringGoesOn()) {
      last = tree.append(node, last, string());
    }
    return node;
  }

  /** A literal follows, or, in C, a macro that holds one. */
  private boolean stringGoesOn() {
    return type() == Tokens.STRING
        || isName()
            && syntax.wideStrings()
            && info() >= Words.FIRST_FREE
            && !isOpAt(p + 1, '(')
            && !isOpAt(p + 1, Operators.SCOPE);
  }

  private boolean joinsStrings() {
    return syntax.indented() || tree.language == Language.C || tree.language == Language.CPP;
  }

  private int string() {
    int flags = info();
    if (isName()) {
      return leaf(Kind.NAME, flags);
    }
    if ((flags & Tokens.INTERPOLATED) != 0 && depth < MAX_DEPTH) {
      int template = template();
      return tree.language == Language.RUBY ? RubyCalls.command(this, template) : template;
    }
    return leaf(Kind.STRING, flags);
  }

  private int template() {
    int flags = info();
    int node = tree.add(Kind.TEMPLATE, from(), to(), flags);
    int contentFrom = from() + (flags >> 8 & 0xff);
    int contentTo = Math.max(contentFrom, to() - (flags >> 16 & 0xff));
    advance();
    boolean holes = new Templates(this, node, contentFrom, contentTo).read();
    if (!holes && !syntax.indented() && !syntax.verbatim()) {
      tree.setKind(node, Kind.STRING);
      tree.setFirst(node, 0);
    }
    boolean command = tree.language == Language.PHP && tree.charAt(tree.start(node)) == '`';
    return command ? shell(node) : node;
  }

  /** Backticks are a call of shell_exec. */
  private int shell(int template) {
    int call = tree.add(Kind.CALL, tree.start(template), tree.end(template), 0);
    int callee = tree.add(Kind.NAME, tree.start(template), tree.start(template), SHELL_EXEC);
    tree.append(call, tree.append(call, 0, callee), template);
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
    skipSoftNewlines();
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
      case '[' -> bracket();
      case '{' -> rust() ? statementValue() : Collections.braces(this);
      case '-', '+', '~', '!', '&', '-' | '-' << 8, '+' | '+' << 8, Operators.AMPERSANDS ->
          unary(op);
      case '|', Operators.PIPES -> rust() ? barLambda() : error();
      case '*', '*' | '*' << 8, '.' | '.' << 8 | '.' << 16 -> star(op);
      case '.' | '.' << 8 -> rust() ? star(op) : error();
      case '@', '\\', Operators.SCOPE, Operators.SEND -> {
        while (isOp('@') || isOp('\\') || isOp(Operators.SCOPE) || isOp(Operators.SEND)) {
          advance();
        }
        yield type() == Tokens.NEWLINE ? error() : prefix();
      }
      case '.' -> designator();
      case '<' -> angleFirst();
      case ':' -> rubyLike() && isNameAt(p + 1) ? symbol() : error();
      default -> error();
    };
  }

  private int bracket() {
    int close = syntax.indented() ? -1 : tokens.match[p];
    if (tree.language == Language.CPP && (isOpAt(close + 1, '(') || isOpAt(close + 1, '{'))) {
      return captureLambda();
    }
    if (tree.language == Language.GO && close > 0 && Literal.goTypeFollows(this, close + 1)) {
      return Literal.go(this);
    }
    return Collections.list(this);
  }

  /** {@code .field = x} in an initializer. */
  private int designator() {
    if (!isNameAt(p + 1) || tree.language == Language.RUBY) {
      return error();
    }
    advance();
    return leaf(Kind.NAME, info());
  }

  /** {@code <T>x}, {@code <T as U>::f}. */
  private int angleFirst() {
    int after = types.angle(p);
    if (after < 0 || !rust() && tree.language != Language.TYPESCRIPT) {
      return error();
    }
    if (rust()) {
      int node = TypeNodes.read(this, p + 1, after - 1);
      p = after;
      return node;
    }
    p = after;
    return isOp('(') && isLambda() ? lambdaInBrackets() : prefix();
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
    if (!syntax.indented()) {
      if (isLambda()) {
        return lambdaInBrackets();
      }
      int cast = Casts.end(this);
      if (cast > 0) {
        return Casts.read(this, cast);
      }
    }
    boolean outer = noBrace;
    noBrace = false;
    advance();
    int tuple = node(Kind.TUPLE, start, 0);
    boolean single = Collections.elements(this, tuple, ')');
    noBrace = outer;
    tree.setEnd(tuple, behind());
    int only = tree.first(tuple);
    return !single || only == 0 ? tuple : only;
  }

  /** The expression, or a call of it where arguments follow without brackets. */
  private int bare(int node) {
    return tree.language == Language.RUBY && RubyCalls.follows(this, node)
        ? RubyCalls.call(this, node)
        : node;
  }

  private int postfix(int operand) {
    int node = operand;
    while (true) {
      if (type() == Tokens.NEWLINE && !syntax.indented() && dotFollows()) {
        skipNewlines();
      }
      if (isName() && castsAfter()) {
        continue;
      }
      if (isWord(SWITCH) && tree.language == Language.CSHARP && isOpAt(p + 1, '{')) {
        return armsAfter(node);
      }
      if (type() == Tokens.STRING && isTag(node)) {
        node = tagged(node);
        continue;
      }
      if (type() != Tokens.OPERATOR) {
        return bare(node);
      }
      int op = info();
      if (isMember(op)) {
        int linked = Members.read(this, node);
        if (linked == 0) {
          return node;
        }
        node = shallower(node, linked);
      } else if (op == '(' && !(syntax.wideStrings() && tree.kind(node) == Kind.STRING)) {
        node = shallower(node, Collections.call(this, node));
      } else if (op == '[') {
        node = shallower(node, Collections.index(this, node));
      } else if (op == '{' && composite(node)) {
        node = shallower(node, Collections.composite(this, node));
      } else if ((op == '<' || op == Operators.DIAMOND) && skipTypeArguments()) {
        continue;
      } else if (isPostfixOperator(op)) {
        advance();
      } else {
        return bare(node);
      }
    }
  }

  /** {@code tag`a ${b}`}. */
  private boolean isTag(int node) {
    byte kind = tree.kind(node);
    return (info() & Tokens.INTERPOLATED) != 0
        && syntax.interpolation() == Syntax.Interpolation.BACKTICK
        && (kind == Kind.NAME || kind == Kind.ATTRIBUTE);
  }

  private int tagged(int callee) {
    int node = node(Kind.CALL, tree.start(callee), 0);
    int last = tree.append(node, 0, callee);
    tree.append(node, last, string());
    return node;
  }

  /** {@code x as T}, {@code x satisfies T}: goes past the type. */
  private boolean castsAfter() {
    int end =
        switch (tree.language) {
          case TYPESCRIPT, RUST -> isWord(AS) ? late.end(p + 1) : -1;
          case CSHARP -> isWord(AS) ? types.end(p + 1) : -1;
          default -> -1;
        };
    if (end <= p + 1) {
      return false;
    }
    p = end;
    return true;
  }

  private boolean isPostfixOperator(int op) {
    return switch (op) {
      case '+' | '+' << 8, '-' | '-' << 8 -> !syntax.indented();
      case '?' -> rust();
      case '!' ->
          (tree.language == Language.TYPESCRIPT || tree.language == Language.CSHARP)
                  && !startsOperand(p + 1)
              || tree.language == Language.TYPESCRIPT && isOpAt(p + 1, '[');
      default -> false;
    };
  }

  /** {@code f<T>(x)}: goes past the types. */
  private boolean skipTypeArguments() {
    int after =
        switch (tree.language) {
          case JAVA, CPP, CSHARP, TYPESCRIPT, RUST -> types.angle(p);
          default -> -1;
        };
    boolean called =
        after > 0
            && (isOpAt(after, '(')
                || isOpAt(after, Operators.SCOPE)
                || isOpAt(after, '.') && tree.language != Language.TYPESCRIPT
                || isOpAt(after, '{') && tree.language == Language.CPP);
    if (called) {
      p = after;
    }
    return called;
  }

  /** Whether braces after a name hold the fields of a value: {@code tls.Config{...}}. */
  private boolean composite(int node) {
    byte kind = tree.kind(node);
    return !noBrace
        && (tree.language == Language.GO || tree.language == Language.RUST)
        && (kind == Kind.NAME || kind == Kind.ATTRIBUTE)
        && (tree.language == Language.GO
            || Character.isUpperCase(tree.word(tree.data(node)).charAt(0)));
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
    return (isOpAt(i, '.') || isOpAt(i, '?' | '.' << 8)) && tree.language != Language.GO;
  }

  private boolean isMember(int op) {
    return op == '.' && !syntax.dotConcat()
        || op == ('?' | '.' << 8)
        || op == Operators.SCOPE && !syntax.indented()
        || op == '\\' && syntax.dotConcat()
        || syntax.arrowMember() && (op == THIN_ARROW || op == ('?' | '-' << 8 | '>' << 16));
  }
}
