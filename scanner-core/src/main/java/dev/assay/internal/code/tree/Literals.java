package dev.assay.internal.code.tree;

/** Where string literals of unusual form begin and end. */
final class Literals {
  private Literals() {}

  static int skipBlanks(char[] s, int from, int end) {
    int i = from;
    while (i < end && (s[i] == ' ' || s[i] == '\t')) {
      i++;
    }
    return i;
  }

  static int nameEnd(char[] s, int from, int end) {
    int i = from;
    while (i < end && isWord(s[i])) {
      i++;
    }
    return i;
  }

  static boolean is(char[] s, int from, int to, String word) {
    if (to - from != word.length()) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (s[i] != word.charAt(i - from)) {
        return false;
      }
    }
    return true;
  }

  /** End of the line, and of the lines that a backslash joins to it. */
  static int lineEnd(char[] s, int from, int end) {
    int i = from;
    while (i < end && s[i] != '\n') {
      if (s[i] == '\\' && i + 1 < end) {
        i += s[i + 1] == '\r' ? 2 : 1;
      }
      i++;
    }
    return Math.min(i, end);
  }

  /** Flags of a prefix such as {@code rb}; -1 if it is none. */
  static int letterFlags(char[] s, int from, int to, boolean formatted) {
    int flags = 0;
    for (int i = from; i < to; i++) {
      switch (s[i]) {
        case 'r', 'R' -> flags |= Tokens.RAW;
        case 'f', 'F' -> {
          if (!formatted) {
            return -1;
          }
          flags |= Tokens.INTERPOLATED;
        }
        case 'b', 'B', 'c' -> flags |= Tokens.BYTES;
        case 'u', 'U' -> {}
        default -> {
          return -1;
        }
      }
    }
    return flags;
  }

  /** Flags of a prefix such as {@code u8R}; -1 if it is none. */
  static int wideFlags(char[] s, int from, int to) {
    int flags = 0;
    for (int i = from; i < to; i++) {
      if (s[i] == 'R') {
        flags |= Tokens.RAW;
      } else if (s[i] != 'L' && s[i] != 'u' && s[i] != 'U' && s[i] != '8') {
        return -1;
      }
    }
    return flags;
  }

  /** Content of {@code R"d(x)d"} whose delimiter starts at {@code from}; -1 if it is none. */
  static int delimitedContent(char[] s, int from, int end) {
    for (int i = from; i < end && i <= from + 16; i++) {
      if (s[i] == '(') {
        return i + 1;
      }
      if (s[i] == '"' || s[i] == ' ' || s[i] == '\n') {
        return -1;
      }
    }
    return -1;
  }

  static int delimitedClose(char[] s, int delimiter, int content, int end) {
    int length = content - 1 - delimiter;
    for (int i = content; i + length + 1 < end; i++) {
      if (s[i] == ')' && s[i + 1 + length] == '"' && same(s, i + 1, delimiter, length)) {
        return i;
      }
    }
    return end;
  }

  /** Content of {@code #"x"#} whose first hash stands at {@code from}; -1 if it is none. */
  static int hashContent(char[] s, int from, int end) {
    int i = from;
    while (i < end && s[i] == '#' && i < from + 200) {
      i++;
    }
    return i < end && s[i] == '"' ? i + 1 : -1;
  }

  static int hashClose(char[] s, int content, int hashes, int end) {
    for (int i = content; i < end; i++) {
      if (s[i] == '"') {
        int count = 0;
        while (count < hashes && i + 1 + count < end && s[i + 1 + count] == '#') {
          count++;
        }
        if (count == hashes) {
          return i;
        }
        i += count;
      }
    }
    return end;
  }

  /** Content of {@code <<<END} at {@code from}; -1 if it is none. */
  static int heredocContent(char[] s, int from, int end) {
    int name = heredocName(s, from, end);
    int after = nameEnd(s, name, Math.min(end, name + 100));
    if (after == name || s[name] >= '0' && s[name] <= '9') {
      return -1;
    }
    while (after < end && (s[after] == '"' || s[after] == '\'' || s[after] == '\r')) {
      after++;
    }
    return after < end && s[after] == '\n' ? after + 1 : -1;
  }

  private static int heredocName(char[] s, int from, int end) {
    if (from + 4 >= end || s[from + 1] != '<' || s[from + 2] != '<') {
      return from;
    }
    int i = skipBlanks(s, from + 3, end);
    return i < end && (s[i] == '"' || s[i] == '\'') ? i + 1 : i;
  }

  static boolean heredocIsRaw(char[] s, int from) {
    int i = skipBlanks(s, from + 3, s.length);
    return i < s.length && s[i] == '\'';
  }

  /** Where the line break before the closing name stands; the end if there is none. */
  static int heredocClose(char[] s, int from, int content, int end) {
    int name = heredocName(s, from, end);
    int length = nameEnd(s, name, end) - name;
    for (int line = content; line < end; ) {
      int i = skipBlanks(s, line, end);
      if (i + length <= end
          && same(s, i, name, length)
          && (i + length == end || !isWord(s[i + length]))) {
        return Math.max(content, line - 1);
      }
      while (i < end && s[i] != '\n') {
        i++;
      }
      line = i + 1;
    }
    return end;
  }

  static int heredocEnd(char[] s, int from, int close, int end) {
    int i = close;
    while (i < end && !isWord(s[i])) {
      i++;
    }
    int name = heredocName(s, from, end);
    return Math.min(end, close == end ? end : i + nameEnd(s, name, end) - name);
  }

  private static boolean same(char[] s, int one, int two, int length) {
    for (int i = 0; i < length; i++) {
      if (s[one + i] != s[two + i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWord(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '_'
        || c > 127 && Character.isLetterOrDigit(c);
  }
}
