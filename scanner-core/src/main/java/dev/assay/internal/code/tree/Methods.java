package dev.assay.internal.code.tree;

/** Functions known by what follows their name: parameters in brackets and a body in braces. */
final class Methods {
  private static final boolean[] NOT_NAMES =
      Reserved.flags(
          "if",
          "for",
          "while",
          "switch",
          "catch",
          "function",
          "return",
          "new",
          "else",
          "foreach",
          "elseif",
          "match",
          "elif",
          "unless",
          "until",
          "select",
          "throw",
          "await",
          "typeof",
          "with",
          "synchronized",
          "lock",
          "fixed",
          "func",
          "fn",
          "do",
          "in",
          "of",
          "yield",
          "delete");
  private static final boolean[] BEFORE_BODY =
      Reserved.flags("throws", "const", "override", "final", "where", "volatile");

  private Methods() {}

  /** A method of an object that is written out; 0 if none stands here. */
  static int inObject(Operands in) {
    int name = name(in, in.p);
    int bracket = name < 0 ? -1 : bracket(in, name);
    return bracket < 0 ? 0 : read(in, in.from(), name, bracket, 0, 0);
  }

  /** Where the name of a method stands whose first token is {@code from}; -1 if none does. */
  static int name(Operands in, int from) {
    int i = from;
    while (in.isOpAt(i, '*')
        || in.isOpAt(i, '~')
        || in.isNameAt(i) && (in.isNameAt(i + 1) || in.isOpAt(i + 1, '*') && in.isNameAt(i + 2))) {
      i++;
      if (i > from + 4) {
        return -1;
      }
    }
    if (in.isOpAt(i, '[') && in.tokens.match[i] > 0) {
      return i;
    }
    byte type = in.tokens.type[i];
    boolean named =
        type == Tokens.NAME && !Reserved.is(NOT_NAMES, in.tokens.info[i])
            || type == Tokens.STRING
            || type == Tokens.NUMBER;
    return named && !Reserved.is(NOT_NAMES, in.isNameAt(from) ? in.tokens.info[from] : -1) ? i : -1;
  }

  /** The bracket of the parameters, if a body follows it; else -1. */
  static int bracket(Operands in, int name) {
    int i = in.isOpAt(name, '[') ? in.tokens.match[name] + 1 : name + 1;
    while (in.isNameAt(name)
        && (in.isOpAt(i, Operators.SCOPE) || in.isOpAt(i, '.') || in.isOpAt(i, '~'))
        && (in.isNameAt(i + 1) || in.isOpAt(i + 1, '~'))
        && i < name + 16) {
      i += in.isOpAt(i + 1, '~') ? 3 : 2;
    }
    if (in.isOpAt(i, '<')) {
      i = in.types.angle(i);
    }
    if (i < 0 || !in.isOpAt(i, '(') || in.tokens.match[i] < 0) {
      return -1;
    }
    return bodyAfter(in, in.tokens.match[i] + 1) ? i : -1;
  }

  private static boolean bodyAfter(Operands in, int from) {
    int i = from;
    int limit = i + 40;
    if (in.isOpAt(i, ':') && in.tree.language == dev.assay.segment.Language.TYPESCRIPT) {
      i = in.late.end(i + 1);
    } else if (in.isOpAt(i, ':')
        && (in.tree.language == dev.assay.segment.Language.CPP
            || in.tree.language == dev.assay.segment.Language.CSHARP)) {
      return initializers(in, i + 1, limit);
    } else if (in.isNameAt(i) && Reserved.is(BEFORE_BODY, in.tokens.info[i])) {
      while (i < limit && (in.isNameAt(i) || in.isOpAt(i, ',') || in.isOpAt(i, '.'))) {
        i++;
      }
    }
    for (int n = 0; n < 3 && i < in.tokens.size && in.tokens.type[i] == Tokens.NEWLINE; n++) {
      i++;
    }
    return in.isOpAt(i, '{');
  }

  /** {@code : a(b), c{d} {}} after the parameters of a constructor. */
  private static boolean initializers(Operands in, int from, int limit) {
    int i = from;
    while (i < limit && in.isNameAt(i)) {
      while (in.isNameAt(i) || in.isOpAt(i, Operators.SCOPE)) {
        i++;
      }
      if (in.isOpAt(i, '<')) {
        i = Math.max(i, in.types.angle(i));
      }
      if (!(in.isOpAt(i, '(') || in.isOpAt(i, '{')) || in.tokens.match[i] < 0) {
        return false;
      }
      i = in.tokens.match[i] + 1;
      if (in.isOpAt(i, '{')) {
        return true;
      }
      if (in.isOpAt(i, ',')) {
        i++;
      }
    }
    return false;
  }

  /** The function whose name and bracket are known, up to the end of its body. */
  static int read(Operands in, int start, int name, int bracket, int firstDecorator, int last) {
    Tree tree = in.tree;
    int word = -1;
    for (int i = name; i < bracket; i++) {
      if (in.isNameAt(i)
          && !in.isOpAt(i - 1, '<')
          && (word < 0
              || in.isOpAt(i - 1, Operators.SCOPE)
              || in.isOpAt(i - 1, '.')
              || in.isOpAt(i - 1, '~'))) {
        word = in.tokens.info[i];
      }
    }
    int node = in.node(Kind.FUNCTION, start, word);
    if (firstDecorator != 0) {
      tree.setFirst(node, firstDecorator);
    }
    in.p = bracket;
    int tail = Parameters.read(in, node, last);
    tree.append(node, tail, in.bodyAfterHead());
    return node;
  }
}
