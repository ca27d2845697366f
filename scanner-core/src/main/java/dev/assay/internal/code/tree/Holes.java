package dev.assay.internal.code.tree;

/** Finds expressions inside string literals. */
final class Holes {
  private static final int MAX_DEPTH = 64;

  private Holes() {}

  /** One past the brace that closes a hole whose content starts at {@code from}. */
  static int closing(char[] s, int from, int end) {
    int close = content(s, from, end, '}');
    return Math.min(end, close + 1);
  }

  /**
   * Where the content that starts at {@code from} ends: at a closing brace of its own level, or at
   * {@code stop} outside brackets and strings.
   */
  static int content(char[] s, int from, int end, char stop) {
    char[] open = new char[MAX_DEPTH];
    int depth = 0;
    for (int i = from; i < end; i++) {
      char c = s[i];
      if (depth > 0 && isQuote(open[depth - 1])) {
        if (c == '\\') {
          i++;
        } else if (c == open[depth - 1]) {
          depth--;
        } else if (c == '$' && open[depth - 1] == '`' && i + 1 < end && s[i + 1] == '{') {
          i++;
          if (depth == MAX_DEPTH) {
            return end;
          }
          open[depth++] = '{';
        }
      } else if (depth == 0 && (c == '}' || c == stop && !isComparison(s, i, end))) {
        return i;
      } else if (c == '(' || c == '[' || c == '{' || isQuote(c)) {
        if (depth == MAX_DEPTH) {
          return end;
        }
        open[depth++] = c;
      } else if (c == ')' || c == ']' || c == '}') {
        if (depth > 0) {
          depth--;
        }
      }
    }
    return end;
  }

  private static boolean isComparison(char[] s, int i, int end) {
    return s[i] == '!' && i + 1 < end && s[i + 1] == '=';
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'' || c == '`';
  }
}
