package dev.assay.internal.format;

/**
 * Finds where JSON values end and counts lines and columns on the way. It looks at brackets and
 * quotes alone: what is between them is the decoder's business. Any value may be cut anywhere and
 * scanned on.
 */
final class ValueScanner {
  private static final boolean[] PLAIN = plain();

  private int depth;
  private boolean inString;
  private boolean escaped;
  private long line = 1;
  private long lineStart;
  private long hidden;

  private static boolean[] plain() {
    boolean[] plain = new boolean[256];
    for (int c = 0; c < 128; c++) {
      plain[c] = c != '"' && c != '\\' && c != '\n';
    }
    return plain;
  }

  long line() {
    return line;
  }

  /**
   * The column, in UTF-16 units from 1, of a byte on the current line, by its offset in the text.
   */
  long column(long offset) {
    return offset - lineStart - hidden + 1;
  }

  /** Begins a value at its first byte. */
  void begin() {
    depth = 0;
    inString = false;
    escaped = false;
  }

  /** Begins in the middle of a list or an object that is to be left. */
  void beginInside() {
    begin();
    depth = 1;
  }

  /** Notes a line's end. */
  void newline(long offset) {
    line++;
    lineStart = offset + 1;
    hidden = 0;
  }

  /**
   * Scans on.
   *
   * @param before offset of the array's first byte in the text
   * @return one past the value's last byte, or -1 if it goes on
   */
  int scan(byte[] bytes, int from, int to, long before) throws UnreadableFileException {
    int i = from;
    while (i < to) {
      if (inString) {
        i = string(bytes, i, to, before);
        if (!inString && depth == 0) {
          return i;
        }
        continue;
      }
      byte b = bytes[i];
      switch (b) {
        case '"' -> inString = true;
        case '{', '[' -> depth++;
        case '}', ']' -> {
          depth--;
          if (depth <= 0) {
            return depth < 0 ? i : i + 1;
          }
        }
        case ',', ' ', '\t', '\r', '\n' -> {
          if (depth == 0) {
            return i;
          }
          if (b == '\n') {
            newline(before + i);
          }
        }
        default -> wide(b);
      }
      i++;
    }
    return -1;
  }

  private int string(byte[] bytes, int from, int to, long before) throws UnreadableFileException {
    int i = from;
    while (i < to) {
      byte b = bytes[i++];
      if (PLAIN[b & 0xFF] && !escaped) {
        continue;
      }
      if (b == '\n') {
        throw new UnreadableFileException(
            "is not valid JSON: a text ends without its closing quote (line "
                + line
                + ", column "
                + column(before + i - 1)
                + ")",
            line);
      }
      if (escaped) {
        escaped = false;
        wide(b);
      } else if (b == '"') {
        inString = false;
        return i;
      } else if (b == '\\') {
        escaped = true;
      } else {
        wide(b);
      }
    }
    return i;
  }

  /** Bytes that are no UTF-16 unit of their own. */
  private void wide(byte b) {
    if (b < 0) {
      hidden += (b & 0xC0) == 0x80 ? 1 : (b & 0xF8) == 0xF0 ? -1 : 0;
    }
  }
}
