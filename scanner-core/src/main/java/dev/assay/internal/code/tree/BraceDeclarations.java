package dev.assay.internal.code.tree;

import dev.assay.segment.Language;

/** Declarations of variables, functions and types where blocks stand in braces. */
abstract class BraceDeclarations extends BraceHeaders {
  private static final int OPERATOR = Words.reserved("operator");
  private static final boolean[] HEADS =
      Reserved.flags("extends", "implements", "public", "private", "protected", "virtual", "final");

  BraceDeclarations(Tree tree, Syntax syntax, Lexer lexer) {
    super(tree, syntax, lexer);
  }

  /** One statement. */
  abstract int statement();

  /**
   * {@code T a = b, c[9];} and {@code T f(...) {...}}; 0, and nothing read, if none stands here.
   */
  final int typedDeclaration(int start, int firstDecorator, int lastDecorator) {
    int from = genericHead(p);
    int end = types.end(from);
    if (end <= from) {
      return 0;
    }
    int name = declaratorName(end);
    if (name < 0) {
      return 0;
    }
    int after = name + 1;
    if (isWordAt(name, OPERATOR)) {
      while (after < name + 4 && !isOpAt(after, '(')) {
        after++;
      }
      after = isOpAt(after, '(') && isOpAt(after + 2, '(') ? after + 2 : after;
    }
    while (isOpAt(after, Operators.SCOPE) && isNameAt(after + 1)) {
      after += 2;
    }
    if (isOpAt(after, '<') && tree.language != Language.C) {
      after = Math.max(after, types.angle(after));
    }
    if (isOpAt(after, '(') && name == end && isFunction(after)) {
      return typedFunction(start, name, after, firstDecorator, lastDecorator);
    }
    if (isOpAt(after, '{') && tree.language == Language.CSHARP
        || isOpAt(after, ARROW) && tree.language == Language.CSHARP) {
      return property(start, from, end, firstDecorator, lastDecorator);
    }
    if (!declaratorEnds(after)) {
      return 0;
    }
    int node = node(Kind.EXPRESSION, start, 0);
    if (firstDecorator != 0) {
      tree.setFirst(node, firstDecorator);
    }
    declarators(node, lastDecorator, from, end);
    finish(node);
    return node;
  }

  /** Goes past the type parameters of a generic method. */
  private int genericHead(int from) {
    if (tree.language == Language.JAVA && isOpAt(from, '<')) {
      return Math.max(from, types.angle(from));
    }
    return from;
  }

  /** Token of the name declared after a type; -1 if none stands there. */
  private int declaratorName(int end) {
    if (end < tokens.size && types.isName(end)) {
      return end;
    }
    boolean pointer = isOpAt(end, '(') && isOpAt(end + 1, '*') && isNameAt(end + 2);
    return pointer && isOpAt(end + 3, ')') && isOpAt(end + 4, '(') ? end + 2 : -1;
  }

  private boolean declaratorEnds(int after) {
    if (tokens.type[after] == Tokens.NAME) {
      return false;
    }
    if (tokens.type[after] != Tokens.OPERATOR) {
      return tokens.type[after] == Tokens.NEWLINE || tokens.type[after] == Tokens.END;
    }
    return switch (tokens.info[after]) {
      case '=', ';', ',', ')', ']', '}' -> true;
      case '[' -> tree.language != Language.CSHARP;
      case '{', '(' -> tree.language == Language.CPP;
      case ':' -> tree.language == Language.C || tree.language == Language.CPP;
      default -> false;
    };
  }

  private boolean isFunction(int bracket) {
    int close = tokens.match[bracket];
    if (close < 0) {
      return tree.language == Language.JAVA || tree.language == Language.CSHARP;
    }
    if (Methods.bracket(this, bracket - 1) >= 0) {
      return true;
    }
    if (tree.language == Language.JAVA || tree.language == Language.CSHARP) {
      return true;
    }
    if (isNameAt(close + 1) || isOpAt(close + 1, THIN_ARROW)) {
      return tree.language == Language.CPP || types.end(close + 1) > 0;
    }
    int first = types.end(bracket + 1);
    return close == bracket + 1
        || first > 0
            && (types.isName(first)
                || (isOpAt(first, ',') || isOpAt(first, ')'))
                    && (tokens.info[bracket + 1] < Words.FIRST_FREE
                        || tokens.type[first - 1] == Tokens.OPERATOR));
  }

  private int typedFunction(int start, int name, int bracket, int first, int last) {
    int node = node(Kind.FUNCTION, start, tokens.info[bracket - 1]);
    if (!isNameAt(bracket - 1)) {
      tree.setData(node, tokens.info[name]);
    }
    if (first != 0) {
      tree.setFirst(node, first);
    }
    p = bracket;
    int tail = Parameters.read(this, node, last);
    return withBody(node, tail);
  }

  /** Appends the body; a FUNCTION without one only says that it exists elsewhere. */
  final int withBody(int node, int tail) {
    int body = bodyAfterHead();
    accept(';');
    if (body == 0) {
      tree.setKind(node, Kind.OTHER);
      tree.setEnd(node, behind());
    } else {
      tree.append(node, tail, body);
    }
    return node;
  }

  /** {@code T Name { get; set; } = x;}, {@code T Name => x;}. */
  private int property(int start, int from, int end, int first, int last) {
    if (isOpAt(end + 1, ARROW)) {
      int node = node(Kind.FUNCTION, start, tokens.info[end]);
      if (first != 0) {
        tree.setFirst(node, first);
      }
      p = end + 1;
      return withBody(node, last);
    }
    int node = node(Kind.EXPRESSION, start, 0);
    if (first != 0) {
      tree.setFirst(node, first);
    }
    int type = TypeNodes.read(this, from, end);
    p = end;
    int name = leaf(Kind.NAME, info());
    int block = block();
    int tail = tree.append(node, last, typed(type, isOp('=') ? assign(name) : name));
    tree.append(node, tail, block);
    accept(';');
    return node;
  }

  private int typed(int type, int declared) {
    int node = node(Kind.TYPED, tree.start(type), 0);
    tree.append(node, tree.append(node, 0, type), declared);
    return node;
  }

  @Override
  final int typedVariables() {
    int end = typedLanguage() ? types.end(p) : -1;
    int name = end > p ? declaratorName(end) : -1;
    if (name < 0 || !declaratorEnds(name + 1) || isOpAt(name + 1, '[') || isOpAt(name + 1, '(')) {
      return 0;
    }
    int node = node(Kind.EXPRESSION, from(), 0);
    declarators(node, 0, p, end);
    int only = tree.first(node);
    return tree.next(only) == 0 ? only : node;
  }

  private void declarators(int node, int last, int from, int end) {
    int tail = last;
    int type = TypeNodes.read(this, from, end);
    p = end;
    tail = tree.append(node, tail, typed(type, declarator(type)));
    int base = end;
    while (isPointer(base - 1) && base > from + 1) {
      base--;
    }
    while (accept(',')) {
      int start = p;
      type = TypeNodes.read(this, from, base);
      while (isPointer(p)) {
        int pointer = node(Kind.UNARY, tree.start(type), '*');
        if (!tree.tall(type)) {
          tree.append(pointer, 0, type);
          type = pointer;
        }
        advance();
      }
      if (!isName() && !isOp('(')) {
        return;
      }
      int typed = typed(type, declarator(type));
      tree.setStart(typed, tokens.start[start]);
      tail = tree.append(node, tail, typed);
    }
  }

  private boolean isPointer(int index) {
    return isOpAt(index, '*') || isOpAt(index, '&') || isOpAt(index, Operators.STARS);
  }

  private int declarator(int type) {
    boolean pointer = accept('(');
    while (accept('*')) {}
    int start = from();
    int target = leaf(Kind.NAME, isName() ? info() : -1);
    if (pointer) {
      accept(')');
      if (isOp('(')) {
        skipBalanced();
      }
    }
    int array = target;
    while (isOp('[')) {
      int linked = Collections.index(this, array);
      array = tree.tall(array) ? array : linked;
    }
    if (isOp(':') && tokens.type[p + 1] == Tokens.NUMBER) {
      p += 2;
    }
    if (isOp('=')) {
      int assigned =
          array == target
              ? target
              : tree.add(Kind.NAME, tree.start(target), tree.end(target), tree.data(target));
      return assign(assigned);
    }
    if ((isOp('(') || isOp('{')) && tree.language == Language.CPP) {
      return constructed(type, target, start);
    }
    return array;
  }

  /** {@code T name(a);}: what it means is {@code name = T(a)}. */
  private int constructed(int type, int target, int start) {
    int node = node(Kind.ASSIGN, start, 0);
    int last = tree.append(node, 0, target);
    int callee = tree.kind(type) == Kind.INDEX ? tree.first(type) : type;
    int copy = tree.add(Kind.NAME, tree.start(callee), tree.end(callee), tree.data(callee));
    int value;
    if (isOp('(')) {
      value = Collections.call(this, copy);
      tree.setData(value, 1);
    } else {
      value = Collections.braces(this);
      tree.setKind(value, Kind.LIST);
    }
    tree.append(node, last, value);
    return node;
  }

  /** A class, a namespace or the like; stands at its word. */
  final int type(int start, int firstDecorator, int lastDecorator) {
    advance();
    acceptWord(CLASS_WORD);
    int node = node(Kind.CLASS, start, isName() && !Reserved.is(HEADS, info()) ? info() : -1);
    if (firstDecorator != 0) {
      tree.setFirst(node, firstDecorator);
    }
    if (tree.data(node) >= 0) {
      advance();
    }
    int last = bases(node, lastDecorator);
    if (isOp('{')) {
      tree.append(node, last, typeBody());
    } else {
      accept(';');
    }
    return node;
  }

  static final int CLASS_WORD = Words.reserved("class");

  private int bases(int node, int lastChild) {
    int last = lastChild;
    while (!isOp('{') && !isOp(';') && !isOp('}') && !isOp('=') && !atEnd()) {
      if (type() == Tokens.NEWLINE && tree.language == Language.RUBY) {
        break;
      }
      if (isOp('<') && types.angle(p) > 0) {
        p = types.angle(p);
      } else if (isName() && info() >= Words.FIRST_FREE) {
        int path = Imports.path(this, 0);
        last = tree.append(node, last, isOp('(') ? Collections.call(this, path) : path);
      } else if (isOp('(')) {
        last = tree.language == Language.RUST ? last : Parameters.read(this, node, last);
        if (tree.language == Language.RUST) {
          skipBalanced();
        }
      } else if (type() == Tokens.NEWLINE && !syntax.newlines()) {
        return last;
      } else {
        advance();
      }
    }
    return last;
  }

  /** The members; fields of Rust are read as parameters, types of TypeScript not at all. */
  private int typeBody() {
    return block();
  }

  @Override
  public final int body() {
    skipNewlines();
    if (isOp('{')) {
      return block();
    }
    int result = node(Kind.RETURN, from(), 1);
    boolean outer = noArrow;
    noArrow = false;
    tree.append(result, 0, nested());
    noArrow = outer;
    int block = node(Kind.BLOCK, tree.start(result), 0);
    tree.append(block, 0, result);
    return block;
  }

  @Override
  final int bodyAfterHead() {
    int inits = isOp(':') && initialized() ? initializers() : 0;
    if (accept(':') && tree.language != Language.CSHARP) {
      p = Math.max(p, late.end(p));
    }
    for (int i = 0; i < 80 && !bodyStarts(); i++) {
      if (isOp(';') || isOp('}') || isOp('=') || atEnd() || endsLine()) {
        return 0;
      }
      skipBalanced();
    }
    if (accept(ARROW)) {
      return body();
    }
    skipNewlines();
    if (!isOp('{')) {
      return 0;
    }
    int block = tailReturned(block());
    if (inits != 0) {
      tree.append(inits, tree.last(inits), block);
      return inits;
    }
    return block;
  }

  private boolean bodyStarts() {
    int i = p;
    while (tokens.type[i] == Tokens.NEWLINE) {
      i++;
    }
    return isOpAt(i, '{') || isOp(ARROW);
  }

  private boolean endsLine() {
    return type() == Tokens.NEWLINE && !continues(p + 1);
  }

  private boolean initialized() {
    return tree.language == Language.CPP || tree.language == Language.CSHARP;
  }

  private int initializers() {
    int holder = node(Kind.BLOCK, from(), 0);
    int last = 0;
    advance();
    while (isName()) {
      int before = p;
      int path = Imports.path(this, 0);
      if (isOp('<')) {
        p = Math.max(p, types.angle(p));
      }
      int value = isOp('(') ? Collections.call(this, path) : path;
      if (isOp('{') && (isOpAt(tokens.match[p] + 1, ',') || isOpAt(tokens.match[p] + 1, '{'))) {
        value = Collections.braces(this);
      }
      last = tree.append(holder, last, value);
      if (!accept(',') || p == before) {
        break;
      }
    }
    return holder;
  }

  /** In Rust the last expression of a function is what it returns. */
  private int tailReturned(int block) {
    if (tree.language == Language.RUST) {
      int last = tree.last(block);
      if (last != 0 && tree.kind(last) == Kind.EXPRESSION && !isOpAt(p - 2, ';')) {
        tree.setKind(last, Kind.RETURN);
        tree.setData(last, 1);
      }
    }
    return block;
  }

  @Override
  final int functionValue() {
    int start = from();
    advance();
    accept('*');
    accept('&');
    if (isOp('(') && tree.language == Language.GO && receiverFollows()) {
      skipBalanced();
    }
    int name = -1;
    if (isName() && !isOp('(')) {
      name = info();
      advance();
      while ((isOp('.') || isOp(Operators.SCOPE)) && isNameAt(p + 1)) {
        name = tokens.info[p + 1];
        p += 2;
      }
    }
    int node = node(Kind.FUNCTION, start, name);
    if (isOp('<') && types.angle(p) > 0) {
      p = types.angle(p);
    } else if (isOp('[') && tree.language == Language.GO) {
      skipBalanced();
    }
    int last = isOp('(') ? Parameters.read(this, node, 0) : 0;
    if (name < 0 || tree.language == Language.RUBY || tree.language == Language.SHELL) {
      return anonymous(node, last);
    }
    return withBody(node, last);
  }

  private int anonymous(int node, int last) {
    int body = bodyAfterHead();
    if (body != 0) {
      tree.append(node, last, body);
    }
    return node;
  }

  private boolean receiverFollows() {
    int close = tokens.match[p];
    return close > 0 && isNameAt(close + 1) && (isOpAt(close + 2, '(') || isOpAt(close + 2, '['));
  }
}
