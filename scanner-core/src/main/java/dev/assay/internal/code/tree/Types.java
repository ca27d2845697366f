package dev.assay.internal.code.tree;

import dev.assay.segment.Language;

/**
 * Looks ahead for types. It builds nothing and looks at a bounded number of tokens, so that a
 * parser may ask at every statement.
 */
final class Types {
  /** Returned where no type stands. */
  static final int NONE = -1;

  private static final int MAX_TOKENS = 160;
  private static final int DYN = Words.reserved("dyn");
  static final boolean[] QUALIFIERS =
      Reserved.flags(
          "const",
          "final",
          "volatile",
          "static",
          "extern",
          "inline",
          "register",
          "struct",
          "union",
          "enum",
          "class",
          "typename",
          "typedef",
          "readonly",
          "restrict",
          "unsafe",
          "fixed",
          "mut",
          "dyn",
          "impl");
  private static final boolean[] PASSED = Reserved.flags("ref", "out", "in", "params");
  private static final boolean[] PRIMITIVES =
      Reserved.flags(
          "unsigned", "signed", "int", "long", "short", "char", "float", "double", "void");
  private static final boolean[] NAMED =
      Reserved.flags(
          "auto",
          "var",
          "let",
          "type",
          "module",
          "range",
          "record",
          "end",
          "begin",
          "self",
          "match",
          "delegate",
          "function",
          "func",
          "fn",
          "null",
          "undefined",
          "true",
          "false",
          "this",
          "map");

  private final Tokens t;
  private final Language language;

  Types(Tokens tokens, Language language) {
    this.t = tokens;
    this.language = language;
  }

  /** Whether a word can be the name of what is declared. */
  boolean isName(int index) {
    if (t.type[index] != Tokens.NAME) {
      return false;
    }
    int word = t.info[index];
    return word >= Words.FIRST_FREE
        || Reserved.is(NAMED, word)
        || Reserved.is(FREE, word)
        || language != Language.CSHARP && Reserved.is(PASSED, word)
        || language == Language.C && Reserved.is(C_NAMES, word);
  }

  private static final boolean[] C_NAMES =
      Reserved.flags(
          "new",
          "delete",
          "throw",
          "is",
          "as",
          "this",
          "default",
          "public",
          "private",
          "protected",
          "final",
          "override",
          "virtual",
          "namespace",
          "using",
          "try",
          "catch",
          "import",
          "package",
          "with",
          "assert",
          "where",
          "when",
          "undefined",
          "typeof");

  /** Reserved by some language, but names in those where a type stands before a name. */
  private static final boolean[] FREE =
      Reserved.flags(
          "from",
          "del",
          "global",
          "nonlocal",
          "pass",
          "lambda",
          "print",
          "exec",
          "async",
          "echo",
          "require",
          "include",
          "then",
          "until",
          "unless",
          "rescue",
          "ensure",
          "select",
          "move",
          "loop",
          "use",
          "go",
          "chan",
          "elsif",
          "elif",
          "def",
          "nil",
          "trait",
          "pub",
          "lock",
          "partial",
          "sealed",
          "internal",
          "transient",
          "template",
          "raise",
          "of",
          "match",
          "native",
          "export",
          "defer",
          "begin",
          "end",
          "cls",
          "super",
          "except");

  /** One past the type that starts at token {@code from}; NONE if none does. */
  int end(int from) {
    int limit = Math.min(t.size - 1, from + MAX_TOKENS);
    int i = from;
    boolean base = false;
    boolean primitive = false;
    while (i < limit && t.type[i] == Tokens.NAME) {
      int word = t.info[i];
      if (Reserved.is(PRIMITIVES, word) && !(base && !primitive)) {
        primitive = true;
        base = true;
        i++;
      } else if (Reserved.is(QUALIFIERS, word)
          || language == Language.CSHARP && Reserved.is(PASSED, word)) {
        i++;
      } else if (base || !isTypeName(i)) {
        break;
      } else {
        base = true;
        i = qualified(i, limit);
        if (i == NONE) {
          return NONE;
        }
      }
    }
    return base ? suffix(i, limit) : NONE;
  }

  private boolean isTypeName(int index) {
    int word = t.info[index];
    return (word >= Words.FIRST_FREE || Reserved.is(NAMED, word)) && word != DYN;
  }

  private int qualified(int from, int limit) {
    int i = from + 1;
    while (i < limit) {
      if (isOp(i, '<') || isOp(i, Operators.DIAMOND)) {
        int after = angle(i);
        if (after == NONE) {
          return i;
        }
        i = after;
      } else if ((isOp(i, '.') || isOp(i, Operators.SCOPE) || isOp(i, '\\'))
          && t.type[i + 1] == Tokens.NAME
          && !isOp(i + 1, '(')) {
        i += 2;
      } else {
        break;
      }
    }
    return i;
  }

  /** What follows a type's name: pointers, brackets of arrays, a question mark. */
  private int suffix(int from, int limit) {
    int i = from;
    while (i < limit) {
      if (t.type[i] == Tokens.NAME && language != Language.JAVA && isConst(t.info[i])) {
        i++;
      } else if (t.type[i] != Tokens.OPERATOR) {
        break;
      } else if (pointers() && isPointer(t.info[i])) {
        i++;
      } else if (isOp(i, '[') && arrays() && (isOp(i + 1, ']') || isOp(i + 1, ','))) {
        int close = t.match[i];
        if (close < 0 || close > i + 4) {
          return i;
        }
        i = close + 1;
      } else if (isOp(i, '?') && language == Language.CSHARP && nullable(i + 1)) {
        i++;
      } else if (isOp(i, '|') && language == Language.PHP && t.type[i + 1] == Tokens.NAME) {
        i += 2;
      } else {
        break;
      }
    }
    return i;
  }

  private static boolean isConst(int word) {
    return word == CONST || word == RESTRICT || word == VOLATILE;
  }

  private static final int CONST = Words.reserved("const");
  private static final int RESTRICT = Words.reserved("restrict");
  private static final int VOLATILE = Words.reserved("volatile");

  private static boolean isPointer(int op) {
    return op == '*' || op == Operators.STARS || op == '&' || op == Operators.AMPERSANDS;
  }

  private boolean pointers() {
    return language == Language.C || language == Language.CPP || language == Language.CSHARP;
  }

  private boolean arrays() {
    return language == Language.JAVA || language == Language.CSHARP;
  }

  private boolean nullable(int index) {
    return t.type[index] == Tokens.NAME && !isOp(index + 1, '(') && !isOp(index + 1, '.')
        || isOp(index, ')')
        || isOp(index, '>')
        || isOp(index, '[') && isOp(index + 1, ']');
  }

  /** One past the bracket that closes type arguments opened at token {@code from}; or NONE. */
  int angle(int from) {
    if (isOp(from, Operators.DIAMOND)) {
      return from + 1;
    }
    int limit = Math.min(t.size - 1, from + MAX_TOKENS);
    int open = 0;
    for (int i = from; i < limit; i++) {
      byte type = t.type[i];
      if (type == Tokens.OPERATOR) {
        int op = t.info[i];
        if (op == '<') {
          open++;
        } else if (op == '>' || op == Operators.CLOSE_TWO) {
          open -= op == '>' ? 1 : 2;
          if (open <= 0) {
            return open == 0 ? i + 1 : NONE;
          }
        } else if (op == '(' || op == '{') {
          if (!nests(op) || t.match[i] < 0) {
            return NONE;
          }
          i = t.match[i];
        } else if (!inArguments(op)) {
          return NONE;
        }
      } else if (type == Tokens.STRING && language != Language.TYPESCRIPT || type == Tokens.END) {
        return NONE;
      }
    }
    return NONE;
  }

  private boolean nests(int op) {
    return switch (language) {
      case TYPESCRIPT -> true;
      case RUST, CPP, CSHARP -> op == '(';
      default -> false;
    };
  }

  private boolean inArguments(int op) {
    return switch (op) {
      case ',', '.', '?', '[', ']', Operators.SCOPE, Operators.DIAMOND -> true;
      case '*', '&', Operators.ELLIPSIS -> language != Language.TYPESCRIPT || op == '&';
      case ':' -> language == Language.TYPESCRIPT || language == Language.RUST;
      case '|', Operators.ARROW, ';' -> language == Language.TYPESCRIPT;
      case Operators.THIN_ARROW, '+' -> language == Language.RUST;
      case '=' -> language == Language.RUST || language == Language.CPP;
      default -> false;
    };
  }

  private boolean isOp(int index, int op) {
    return index < t.size && t.type[index] == Tokens.OPERATOR && t.info[index] == op;
  }
}
