package dev.assay.internal.code.tree;

/** Takes a string literal with expressions in it apart into pieces and holes. */
final class Templates {
  private final Operands in;
  private final Tree tree;
  private final char[] s;
  private final int node;
  private final int end;
  private int last;
  private int piece;
  private int at;

  Templates(Operands in, int node, int from, int to) {
    this.in = in;
    this.tree = in.tree;
    this.s = tree.source;
    this.node = node;
    this.at = from;
    this.piece = from;
    this.end = to;
  }

  /** Takes it apart; whether there was an expression in it. */
  boolean read() {
    while (at < end) {
      char c = s[at];
      char n = at + 1 < end ? s[at + 1] : 0;
      switch (in.syntax.interpolation()) {
        case PYTHON, CSHARP -> braces(c, n);
        case BACKTICK -> marked(c, n, '$');
        case RUBY -> marked(c, n, '#');
        case PHP -> php(c, n);
        case NONE -> at = end;
      }
    }
    boolean holes = last != 0;
    piece(end);
    return holes;
  }

  /** Reads {@code {name}} as a hole and leaves {@code {}} in the text. */
  void readNames() {
    while (at < end) {
      char c = s[at];
      char n = at + 1 < end ? s[at + 1] : 0;
      if (c == '{' && !Character.isLetter(n) && n != '_') {
        at += n == '{' ? 2 : 1;
      } else {
        braces(c, n);
      }
    }
    piece(end);
  }

  private void braces(char c, char n) {
    if (c == '{' && n == '{' || c == '}' && n == '}') {
      at += 2;
    } else if (c == '{') {
      int close = Holes.content(s, at + 1, end, ':');
      int after = close < end && s[close] == ':' ? Holes.content(s, close + 1, end, '}') : close;
      hole(at, at + 1, close, after, numeric(close, after));
    } else {
      at++;
    }
  }

  /** Whether the format after the colon admits numbers only. */
  private boolean numeric(int from, int to) {
    if (to <= from + 1 || to > end) {
      return false;
    }
    if (in.syntax.verbatim()) {
      boolean digits = true;
      for (int i = from + 2; i < to; i++) {
        digits &= s[i] >= '0' && s[i] <= '9';
      }
      return digits && "dDfFnNxXeEcCpP".indexOf(s[from + 1]) >= 0;
    }
    return "dfFeEgGnxXobc%".indexOf(s[to - 1]) >= 0;
  }

  private void marked(char c, char n, char mark) {
    if (c == '\\') {
      at += 2;
    } else if (c == mark && n == '{') {
      int close = Holes.content(s, at + 2, end, '}');
      hole(at, at + 2, close, close, false);
    } else {
      at++;
    }
  }

  private void php(char c, char n) {
    if (c == '\\') {
      at += 2;
    } else if ((c == '{' && n == '$') || (c == '$' && n == '{')) {
      int inside = at + (c == '{' ? 1 : 2);
      int close = Holes.content(s, inside, end, '}');
      hole(at, inside, close, close, false);
    } else if (c == '$' && (Character.isLetter(n) || n == '_')) {
      int to = simpleVariable(at + 1);
      hole(at, at, to, to - 1, false);
    } else {
      at++;
    }
  }

  private int simpleVariable(int from) {
    int i = from;
    while (i < end && (Character.isLetterOrDigit(s[i]) || s[i] == '_')) {
      i++;
    }
    if (i < end && s[i] == '[') {
      while (i < end && s[i] != ']') {
        i++;
      }
      return Math.min(end, i + 1);
    }
    if (i + 2 < end && s[i] == '-' && s[i + 1] == '>' && Character.isLetter(s[i + 2])) {
      i += 2;
      while (i < end && (Character.isLetterOrDigit(s[i]) || s[i] == '_')) {
        i++;
      }
    }
    return i;
  }

  private void hole(int open, int from, int to, int after, boolean numeric) {
    piece(open);
    int hole = tree.add(Kind.HOLE, open, Math.min(end, after + 1), numeric ? 1 : 0);
    tree.append(hole, 0, in.inner(from, to));
    last = tree.append(node, last, hole);
    at = Math.min(end, after + 1);
    piece = at;
  }

  private void piece(int to) {
    if (to > piece) {
      last = tree.append(node, last, tree.add(Kind.STRING, piece, Math.min(to, end), -1));
    }
  }
}
