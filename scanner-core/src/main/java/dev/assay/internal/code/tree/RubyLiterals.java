package dev.assay.internal.code.tree;

/** Where Ruby's literals without plain quotes end: {@code %w[a b]}, {@code <<~SQL}. */
final class RubyLiterals {
  private RubyLiterals() {}

  /**
   * Length of the opening of a percent literal at {@code at}, or 0.
   *
   * @param operand whether an operand stands before it, so that a percent sign divides
   */
  static int opening(char[] s, int at, int end, boolean operand) {
    if (s[at] != '%' || at + 2 >= end) {
      return 0;
    }
    boolean named = "wWiIqQxr".indexOf(s[at + 1]) >= 0;
    boolean apart = at == 0 || s[at - 1] == ' ' || s[at - 1] == '(' || s[at - 1] == '\n';
    if (operand && !(named && apart)) {
      return 0;
    }
    return "([{<|!/".indexOf(s[at + (named ? 2 : 1)]) < 0 ? 0 : named ? 3 : 2;
  }

  /** One past the sign that closes what was opened just before {@code from}; -1 if none does. */
  static int closing(char[] s, int from, int end) {
    char open = s[from - 1];
    int at = "([{<".indexOf(open);
    char close = at < 0 ? open : ")]}>".charAt(at);
    int depth = 1;
    for (int i = from; i < end; i++) {
      if (s[i] == '\\') {
        i++;
      } else if (s[i] == close) {
        if (--depth == 0) {
          return i + 1;
        }
      } else if (s[i] == open) {
        depth++;
      }
    }
    return -1;
  }

  /** Flags of a percent literal by its letter. */
  static int flags(char letter) {
    return letter == 'w' || letter == 'i' || letter == 'q' || letter == 'r'
        ? Tokens.RAW
        : Tokens.INTERPOLATED;
  }

  /** One past the name of a text that follows, as in {@code <<~SQL}; 0 if there is none. */
  static int heredoc(char[] s, int at, int end) {
    int i = at + 2;
    if (i >= end || s[at] != '<' || s[at + 1] != '<') {
      return 0;
    }
    boolean mark = s[i] == '~' || s[i] == '-';
    i += mark ? 1 : 0;
    char quote = i < end && (s[i] == '\'' || s[i] == '"') ? s[i] : 0;
    i += quote != 0 ? 1 : 0;
    int from = i;
    while (i < end
        && (s[i] >= 'A' && s[i] <= 'Z' || s[i] == '_' || i > from && s[i] >= '0' && s[i] <= '9')) {
      i++;
    }
    if (i == from || quote != 0 && (i >= end || s[i] != quote)) {
      return 0;
    }
    return i + (quote != 0 ? 1 : 0);
  }

  /** Where the line starts that ends the text with that opening; {@code end} if none does. */
  static int terminator(char[] s, int open, int openEnd, int body, int end) {
    int to = s[openEnd - 1] == '\'' || s[openEnd - 1] == '"' ? openEnd - 1 : openEnd;
    int from = to;
    while (from > open
        && (s[from - 1] >= 'A' && s[from - 1] <= 'Z'
            || s[from - 1] == '_'
            || s[from - 1] >= '0' && s[from - 1] <= '9')) {
      from--;
    }
    for (int line = body; line < end; ) {
      int i = line;
      while (i < end && (s[i] == ' ' || s[i] == '\t')) {
        i++;
      }
      int k = 0;
      while (from + k < to && i + k < end && s[i + k] == s[from + k]) {
        k++;
      }
      if (from + k == to && (i + k >= end || s[i + k] == '\n' || s[i + k] == '\r')) {
        return line;
      }
      while (line < end && s[line] != '\n') {
        line++;
      }
      line++;
    }
    return end;
  }
}
