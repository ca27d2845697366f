package dev.assay.internal.code.tree;

/** What reserved words and operator characters do. */
final class Reserved {
  private static final String[] THREE = {
    "**=", "//=", ">>=", "<<=", "...", "===", "!==", "<=>", "??=", "&&=", "||=", "?->"
  };
  private static final String[] TWO = {
    "**", "//", "->", ":=", "==", "!=", "<=", ">=", "+=", "-=", "*=", "/=", "%=", "|=", "&=",
    "^=", "@=", "<<", ">>", "=>", "&&", "||", "++", "--", "::", "?.", "??", ".=", "=~", "<-",
    "..", "<>"
  };
  private static final boolean[] STATEMENT =
      flags(
          "def", "class", "return", "import", "elif", "except", "finally", "raise", "try", "while",
          "with", "assert", "global", "pass", "break", "continue");
  private static final boolean[] BEFORE_OPERAND =
      flags(
          "return", "in", "of", "and", "or", "not", "typeof", "case", "do", "else", "instanceof",
          "new", "delete", "void", "throw", "yield", "await");
  private static final int[] LONGEST = longest();

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
    int longest = c < LONGEST.length ? LONGEST[c] : 1;
    if (longest > 2 && at + 2 < end && contains(THREE, s, at)) {
      return 3;
    }
    return longest > 1 && at + 1 < end && contains(TWO, s, at) ? 2 : 1;
  }

  private static boolean contains(String[] operators, char[] s, int at) {
    for (String operator : operators) {
      if (operator.charAt(0) == s[at]
          && operator.charAt(1) == s[at + 1]
          && (operator.length() < 3 || operator.charAt(2) == s[at + 2])) {
        return true;
      }
    }
    return false;
  }

  private static int[] longest() {
    int[] longest = new int[128];
    for (String operator : TWO) {
      longest[operator.charAt(0)] = 2;
    }
    for (String operator : THREE) {
      longest[operator.charAt(0)] = 3;
    }
    return longest;
  }
}
