package dev.assay.internal.segment;

import static dev.assay.internal.segment.Chars.digit;
import static dev.assay.internal.segment.Chars.letter;
import static dev.assay.internal.segment.Chars.lower;
import static dev.assay.internal.segment.Chars.space;
import static dev.assay.internal.segment.Chars.upper;
import static dev.assay.internal.segment.Chars.word;

/**
 * Says how much a single line looks like code (above 0) or like prose (below 0), by the signs that
 * most programming languages share and prose does not: calls, operators, assignments, the way lines
 * end, identifiers of joined words; against runs of plain words, articles and pronouns, and full
 * stops. Text in quotes and comments counts for neither.
 *
 * <p>Looks at no more than {@value #WINDOW} units of a line. One instance for each thread.
 */
final class LineScorer {
  static final int WINDOW = 2000;
  static final int LIMIT = 6;

  private final LineSigns signs = new LineSigns();

  /**
   * Scores the line {@code [from, to)}, which holds no line feed.
   *
   * @return -{@value #LIMIT} (prose) to {@value #LIMIT} (code); 0 says nothing, as a blank line
   *     does
   */
  int score(char[] text, int from, int to) {
    int start = from;
    int end = Math.min(to, from + WINDOW);
    while (start < end && space(text[start])) {
      start++;
    }
    while (end > start && space(text[end - 1])) {
      end--;
    }
    if (start == end) {
      return 0;
    }
    LineKind kind = firstWord(text, start, end);
    signs.scan(text, start, end);
    int score = evidence(text, start, end, kind) - against(text, start, end);
    if (score > 0 && start - from >= 2) {
      score++;
    }
    return Math.max(-LIMIT, Math.min(LIMIT, score));
  }

  private static LineKind firstWord(char[] text, int start, int end) {
    int i = start;
    while (i < end && text[i] == '}' || i < end && text[i] == ' ') {
      i++;
    }
    long hash = TermTable.SEED;
    int from = i;
    while (i < end && i < from + 16 && (word(text[i]) || text[i] == '-')) {
      hash = TermTable.extend(hash, text[i++]);
    }
    return i == from ? LineKind.PLAIN : LineKind.of(hash);
  }

  private int evidence(char[] text, int start, int end, LineKind kind) {
    char first = text[start];
    char last = text[end - 1];
    int score = Math.min(signs.code, 6) + Math.min(signs.operators, 4);
    int line = ending(last, first, end - start);
    score += line;
    boolean any = signs.code + signs.operators + signs.assigns + line > 0 || signs.brackets > 1;
    score += opening(text, start, end);
    return score
        + switch (kind) {
          case PLAIN -> 0;
          case BLOCK -> last == ':' && signs.plain < 12 && !signs.comment ? 4 : any ? 1 : 0;
          case STATEMENT -> Math.max(any ? 2 : 0, statement(text, start, end));
          case KEYWORD -> any || last == ':' ? 3 : signs.words <= 4 ? 1 : 0;
          case COMMAND -> command(text, start, end);
          case QUERY ->
              signs.upperWords >= 2 || last == ';' ? 4 : upper(first) && signs.words <= 6 ? 1 : 0;
        };
  }

  /** {@code from a import b, c}, {@code import os}, {@code return result}, {@code pass}. */
  private int statement(char[] text, int start, int end) {
    if (starts(text, start, end, "from ") || starts(text, start, end, "import ")) {
      return imports(text, start, end);
    }
    return signs.words <= 4 && signs.proseWords == 0 && lower(text[start]) && word(text[end - 1])
        ? 2
        : 0;
  }

  private int imports(char[] text, int start, int end) {
    boolean joined = text[start] == 'i';
    for (int i = start; i < end; i++) {
      char c = text[i];
      joined |= c == ' ' && starts(text, i, end, " import ");
      if (!word(c) && !space(c) && ".,*();{}'\"@/-".indexOf(c) < 0) {
        return 0;
      }
    }
    return joined && signs.proseWords == 0 ? signs.words <= 3 || text[start] == 'f' ? 5 : 3 : 0;
  }

  private static boolean starts(char[] text, int from, int end, String word) {
    if (end - from < word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (text[from + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private int ending(char last, char first, int length) {
    if (signs.comment) {
      return 0;
    }
    return switch (last) {
      case ';' -> length == 1 || signs.code + signs.operators > 0 || signs.words <= 3 ? 3 : 1;
      case '{' -> 3;
      case '}' -> first == '}' || signs.code + signs.operators > 0 ? 3 : 1;
      case '\\' -> 1;
      case ')' -> signs.calls > 0 ? 1 : 0;
      case ':' -> signs.calls > 0 && signs.brackets > 1 ? 2 : 0;
      case '(', '[' -> length == 1 ? 1 : 2;
      default -> 0;
    };
  }

  private int opening(char[] text, int start, int end) {
    char next = start + 1 < end ? text[start + 1] : ' ';
    return switch (text[start]) {
      case '<' -> letter(next) || next == '/' || next == '!' || next == '?' ? markup(text, end) : 0;
      case '@' -> letter(next) && signs.words <= 4 ? 3 : 0;
      case '$' -> next == ' ' ? 3 : 1;
      case '}', ')', ']' -> 2;
      case '>' -> next == '>' && start + 2 < end && text[start + 2] == '>' ? 3 : 0;
      case '.' -> letter(next) && signs.calls > 0 ? 1 : 0;
      case '-' -> next == '-' && start + 2 < end && text[start + 2] == ' ' ? 1 : 0;
      case '|' -> -3;
      default -> 0;
    };
  }

  private static int markup(char[] text, int end) {
    return text[end - 1] == '>' ? 4 : 2;
  }

  private int command(char[] text, int start, int end) {
    if (signs.proseWords > 0) {
      return 0;
    }
    for (int i = start + 1; i < end; i++) {
      boolean flag = text[i] == '-' && space(text[i - 1]) && i + 1 < end && word(text[i + 1]);
      boolean path = text[i] == '/' && i + 1 < end && (word(text[i + 1]) || word(text[i - 1]));
      if (flag || path || text[i] == '|' || text[i] == '$') {
        return 3;
      }
    }
    return 0;
  }

  private int against(char[] text, int start, int end) {
    char first = text[start];
    char last = text[end - 1];
    boolean stop = (last == '.' || last == '?' || last == '!') && end - start > 1;
    int score = 0;
    if (!signs.comment) {
      score += Math.min(8, 2 * signs.proseWords);
      score += signs.longestRun >= 5 ? 3 : signs.longestRun >= 3 ? 1 : 0;
      score += stop && (signs.plain > 0 || letter(text[end - 2])) ? 2 : 0;
      score += signs.plain >= 8 ? 2 : 0;
    }
    if (signs.foreign > (end - start) / 3) {
      score += 4;
    }
    char next = start + 1 < end ? text[start + 1] : ' ';
    boolean bullet = (first == '-' || first == '*' || first == '>') && next == ' ';
    boolean bold = first == '*' && next == '*';
    boolean numbered =
        digit(first) && signs.words > 0 && (next == '.' || next == ')' || digit(next));
    boolean label = upper(first) && last == ':' && signs.plain == signs.words;
    return score + (bullet || numbered || label ? 2 : bold ? 3 : 0);
  }
}
