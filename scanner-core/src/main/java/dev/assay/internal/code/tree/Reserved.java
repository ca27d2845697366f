package dev.assay.internal.code.tree;

/** What reserved words and operator characters do. */
final class Reserved {
  private static final String[] THREE = {
    "**=", "//=", ">>=", "<<=", "...", "===", "!==", "<=>", "??=", "&&=", "||=", "?->", "..="
  };
  private static final String[] TWO = {
    "**", "//", "->", ":=", "==", "!=", "<=", ">=", "+=", "-=", "*=", "/=", "%=", "|=", "&=",
    "^=", "@=", "<<", ">>", "=>", "&&", "||", "++", "--", "::", "?.", "??", ".=", "=~", "<-",
    "..", "<>"
  };
  private static final boolean[] STATEMENT =
      flags(
          "def",
          "class",
          "return",
          "import",
          "elif",
          "except",
          "finally",
          "raise",
          "try",
          "while",
          "with",
          "assert",
          "global",
          "pass",
          "break",
          "continue");
  private static final boolean[] BEFORE_OPERAND =
      flags(
          "return",
          "in",
          "of",
          "and",
          "or",
          "not",
          "typeof",
          "case",
          "do",
          "else",
          "instanceof",
          "new",
          "delete",
          "void",
          "throw",
          "yield",
          "await");
  private static final boolean[] PAIRS = pairs();

  private Reserved() {}

  static boolean[] flags(String... words) {
    boolean[] flags = new boolean[Words.FIRST_FREE];
    for (String word : words) {
      flags[Words.reserved(word)] = true;
    }
    return flags;
  }

  static boolean is(boolean[] flags, int word) {
    return word >= 0 && word < flags.length && flags[word];
  }

  /** Whether a line that starts with the word can only be a statement of its own. */
  static boolean startsStatement(int word) {
    return is(STATEMENT, word);
  }

  /** Whether an operand follows the word, so that a slash after it opens an expression. */
  static boolean beforeOperand(int word) {
    return is(BEFORE_OPERAND, word);
  }

  /** Length of the longest operator at {@code at}. */
  static int operatorLength(char[] s, int at, int end) {
    char c = s[at];
    char n = at + 1 < end ? s[at + 1] : 0;
    if (c >= 128 || n >= 128 || !PAIRS[c << 7 | n]) {
      return 1;
    }
    char third = at + 2 < end ? s[at + 2] : 0;
    for (String operator : THREE) {
      if (third == operator.charAt(2) && c == operator.charAt(0) && n == operator.charAt(1)) {
        return 3;
      }
    }
    return isTwo(c, n) ? 2 : 1;
  }

  private static boolean isTwo(char c, char n) {
    for (String operator : TWO) {
      if (operator.charAt(0) == c && operator.charAt(1) == n) {
        return true;
      }
    }
    return false;
  }

  /** Pairs of characters that begin an operator of two or three. */
  private static boolean[] pairs() {
    boolean[] pairs = new boolean[128 * 128];
    for (String[] operators : new String[][] {TWO, THREE}) {
      for (String operator : operators) {
        pairs[operator.charAt(0) << 7 | operator.charAt(1)] = true;
      }
    }
    return pairs;
  }
}
