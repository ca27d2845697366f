package dev.assay.internal.segment;

import dev.assay.segment.Language;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The fences of Markdown's code blocks (CommonMark 0.31, section 4.5), and what people and models
 * make of them: indented by any amount, quoted, opened at the end of a sentence, closed at the end
 * of the last line of code.
 *
 * <p>One instance for each thread; its fields describe the fence opened last.
 */
final class Fence {
  private static final int MAX_INFO = 200;

  private char mark;
  private int length;
  private int start;
  private int infoStart;
  private int infoEnd;

  /** Where the opening fence starts, mid-line perhaps. */
  int start() {
    return start;
  }

  /** Whether the line {@code [from, to)} opens a block; if so, the fields say which. */
  boolean opens(char[] text, int from, int to) {
    int i = indent(text, from, to);
    int run = run(text, i, to);
    if (run >= 3) {
      return take(text, from, i, run, to) && !(mark == '`' && holds(text, infoStart, to, '`'));
    }
    return opensMidLine(text, i, to);
  }

  /**
   * Where the code ends if the line {@code [from, to)} closes the open block, else -1. That is the
   * line's start, or further on where code and fence share the line.
   */
  int closes(char[] text, int from, int to) {
    int i = indent(text, from, to);
    int end = trimEnd(text, i, to);
    int run = end;
    while (run > i && text[run - 1] == mark) {
      run--;
    }
    if (end - run < length) {
      return -1;
    }
    if (run == i) {
      return from;
    }
    return mark == '`' ? run : -1;
  }

  /** The language that the fence names; OTHER for unknown names; null where it names none. */
  @Nullable Language language(char[] text) {
    int from = infoStart;
    while (from < infoEnd && (Chars.space(text[from]) || text[from] == '{' || text[from] == '.')) {
      from++;
    }
    int to = from;
    while (to < infoEnd && !Chars.space(text[to]) && ",:{}()[]=;|".indexOf(text[to]) < 0) {
      to++;
    }
    String name = new String(text, from, to - from).toLowerCase(Locale.ROOT);
    name = name.startsWith("language-") ? name.substring(9) : name;
    name = name.startsWith("lang-") ? name.substring(5) : name;
    if (name.isEmpty() || name.equals("code") || name.equals("text") || name.equals("txt")) {
      return null;
    }
    Language language = Language.named(name);
    return language == null ? Language.OTHER : language;
  }

  private boolean take(char[] text, int lineStart, int at, int run, int to) {
    mark = text[at];
    length = run;
    start = lineStart;
    infoStart = at + run;
    infoEnd = Math.min(trimEnd(text, infoStart, to), infoStart + MAX_INFO);
    return true;
  }

  /**
   * "Here it is: ```python": an odd number of marks, the last followed by a language or nothing.
   */
  private boolean opensMidLine(char[] text, int from, int to) {
    int runs = 0;
    int last = -1;
    for (int i = from; i < to; ) {
      int run = text[i] == '`' ? run(text, i, to) : 0;
      if (run >= 3) {
        runs++;
        last = i;
      }
      i += Math.max(1, run);
    }
    if (runs % 2 == 0) {
      return false;
    }
    take(text, last, last, run(text, last, to), to);
    int end = infoStart;
    while (end < infoEnd && end < infoStart + 20 && !Chars.space(text[end])) {
      end++;
    }
    return end == infoEnd
        && (end == infoStart
            || Language.named(new String(text, infoStart, end - infoStart)) != null);
  }

  private static int indent(char[] text, int from, int to) {
    int i = from;
    while (i < to && (Chars.space(text[i]) || text[i] == '>')) {
      i++;
    }
    return i;
  }

  private static int run(char[] text, int at, int to) {
    int i = at;
    while (i < to && (text[i] == '`' || text[i] == '~') && text[i] == text[at]) {
      i++;
    }
    return i - at;
  }

  private static boolean holds(char[] text, int from, int to, char c) {
    for (int i = from; i < to; i++) {
      if (text[i] == c) {
        return true;
      }
    }
    return false;
  }

  private static int trimEnd(char[] text, int from, int to) {
    int end = to;
    while (end > from && Chars.space(text[end - 1])) {
      end--;
    }
    return end;
  }
}
