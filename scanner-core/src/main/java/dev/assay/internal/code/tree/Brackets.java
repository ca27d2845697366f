package dev.assay.internal.code.tree;

/** Finds which brackets belong together, so that a parser can look past them in one step. */
final class Brackets {
  private Brackets() {}

  /**
   * Pairs the brackets from token {@code from} on. A closing brace ends every bracket that was
   * opened inside it; what is closed without having been opened stays alone.
   */
  static void match(Tokens tokens, int from) {
    int[] open = new int[64];
    int depth = 0;
    int braces = 0;
    for (int i = from; i < tokens.size; i++) {
      if (tokens.type[i] != Tokens.OPERATOR) {
        continue;
      }
      int op = tokens.info[i];
      if (op == '(' || op == '[' || op == '{') {
        if (depth == open.length) {
          open = java.util.Arrays.copyOf(open, depth * 2);
        }
        open[depth++] = i;
        braces += op == '{' ? 1 : 0;
      } else if (op == '}') {
        while (braces > 0 && tokens.info[open[depth - 1]] != '{') {
          depth--;
        }
        if (braces > 0) {
          braces--;
          pair(tokens, open[--depth], i);
        }
      } else if (op == ')' || op == ']') {
        int opener = op == ')' ? '(' : '[';
        while (depth > 0 && tokens.info[open[depth - 1]] == '(' + '[' - opener) {
          depth--;
        }
        if (depth > 0 && tokens.info[open[depth - 1]] == opener) {
          pair(tokens, open[--depth], i);
        }
      }
    }
  }

  private static void pair(Tokens tokens, int open, int close) {
    tokens.match[open] = close;
    tokens.match[close] = open;
  }
}
