package dev.assay.internal.regex;

/** A place in an expression that moves forward, and the small forms read alike everywhere. */
final class RegexScan {
  private static final int[] ONCE = {};

  /** Old Cyrillic letters: RE2/J 1.8 follows their case variants in a circle that never closes. */
  private static final int FIRST_TRAP = 0x1C80;

  private static final int LAST_TRAP = 0x1C88;
  private final String regex;
  private int at;
  private boolean trap;

  RegexScan(String regex) {
    this.regex = regex;
  }

  /** Notes that the expression names the characters from {@code low} to {@code high}. */
  void names(int low, int high) {
    trap |= low <= LAST_TRAP && high >= FIRST_TRAP;
  }

  /** Whether a character was named whose case RE2/J cannot fold. */
  boolean trap() {
    return trap;
  }

  boolean atEnd() {
    return at >= regex.length();
  }

  boolean at(char c) {
    return !atEnd() && regex.charAt(at) == c;
  }

  boolean take(char c) {
    boolean there = at(c);
    at += there ? 1 : 0;
    return there;
  }

  boolean take(String s) {
    boolean there = regex.startsWith(s, at);
    at += there ? s.length() : 0;
    return there;
  }

  boolean ahead(String s) {
    return regex.startsWith(s, at);
  }

  int next() {
    if (atEnd()) {
      throw new UnsupportedRegexException();
    }
    int c = regex.codePointAt(at);
    at += Character.charCount(c);
    return c;
  }

  void skipPast(char c) {
    int there = regex.indexOf(c, at);
    if (there < 0) {
      throw new UnsupportedRegexException();
    }
    at = there + 1;
  }

  /** Skips what follows {@code \p}. */
  void skipProperty() {
    if (at('{')) {
      skipPast('}');
    } else {
      next();
    }
  }

  /** The character that a backslash and {@code c}, already read, stand for. */
  int escaped(int c) {
    return switch (c) {
      case 'a' -> 7;
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'v' -> 11;
      case 'x' -> hex();
      default -> {
        boolean known = c < 128 && !Character.isLetterOrDigit(c);
        if (!known) {
          throw new UnsupportedRegexException();
        }
        yield c;
      }
    };
  }

  private int hex() {
    int from = at;
    int to = at + 2;
    if (take('{')) {
      from = at;
      skipPast('}');
      to = at - 1;
    } else {
      at = to;
    }
    try {
      return Integer.parseInt(regex, from, to, 16);
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      throw new UnsupportedRegexException();
    }
  }

  /** Least and most counts of a repetition that starts here, or nothing if none does. */
  int[] repeat() {
    if (take('*')) {
      return new int[] {0, -1};
    }
    if (take('+')) {
      return new int[] {1, -1};
    }
    if (take('?')) {
      return new int[] {0, 1};
    }
    return at('{') ? counts() : ONCE;
  }

  /** {@code {n}}, {@code {n,}} or {@code {n,m}}; anything else is a literal brace. */
  private int[] counts() {
    int close = regex.indexOf('}', at);
    String inside = close < 0 ? "" : regex.substring(at + 1, close);
    if (!inside.matches("[0-9]{1,4}(,[0-9]{0,4})?")) {
      return ONCE;
    }
    at = close + 1;
    int comma = inside.indexOf(',');
    if (comma < 0) {
      int n = Integer.parseInt(inside);
      return new int[] {n, n};
    }
    int least = Integer.parseInt(inside, 0, comma, 10);
    boolean open = comma == inside.length() - 1;
    return new int[] {least, open ? -1 : Integer.parseInt(inside, comma + 1, inside.length(), 10)};
  }
}
