package dev.assay.internal.engine;

/**
 * The sentence or line around a hit: from behind the last end of a sentence or line before it to
 * the next one after it, that one included. A sentence ends with a full stop, exclamation or
 * question mark that a blank or the end of the text follows (so that {@code os.system} and {@code
 * 3.5} stay whole), or with one of their full-width forms.
 */
record Sentence(int start, int end) {
  /** Most characters to each side of the hit. */
  static final int REACH = 1000;

  static Sentence around(char[] chars, int from, int to, int hitStart, int hitEnd) {
    int start = hitStart;
    int first = Math.max(from, hitStart - REACH);
    while (start > first && !ends(chars, start - 1, to)) {
      start--;
    }
    int end = Math.max(hitEnd, hitStart);
    int last = Math.min(to, end + REACH);
    boolean closed = end > hitStart && ends(chars, end - 1, to);
    while (!closed && end < last) {
      closed = ends(chars, end, to);
      end++;
    }
    return new Sentence(start, end);
  }

  private static boolean ends(char[] chars, int i, int to) {
    return switch (chars[i]) {
      case '\n', '\r', '\u3002', '\uff01', '\uff1f' -> true;
      case '.', '!', '?' -> i + 1 >= to || Character.isWhitespace(chars[i + 1]);
      default -> false;
    };
  }
}
