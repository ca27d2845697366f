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

  private static final TermTable PROSE_WORDS = proseWords();

  private int code;
  private int operators;
  private int calls;
  private int assigns;
  private int words;
  private int plain;
  private int run;
  private int longestRun;
  private int proseWords;
  private int foreign;
  private int upperWords;
  private int brackets;
  private boolean comment;

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
    reset();
    LineKind kind = firstWord(text, start, end);
    scan(text, start, end);
    int score = evidence(text, start, end, kind) - against(text, start, end);
    if (score > 0 && start - from >= 2) {
      score++;
    }
    return Math.max(-LIMIT, Math.min(LIMIT, score));
  }

  private void reset() {
    code = 0;
    operators = 0;
    calls = 0;
    assigns = 0;
    words = 0;
    plain = 0;
    run = 0;
    longestRun = 0;
    proseWords = 0;
    foreign = 0;
    upperWords = 0;
    brackets = 0;
    comment = false;
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

  private void scan(char[] text, int start, int end) {
    int i = start;
    while (i < end && !comment) {
      char c = text[i];
      if (letter(c) || c == '_') {
        i = wordAt(text, start, i, end);
      } else if (c == '"' || c == '\'' || c == '`') {
        i = quoted(text, start, i, end);
      } else if (c == '/' || c == '#') {
        i = slashOrHash(text, start, i, end);
      } else {
        i = punctuation(text, start, i, end);
      }
    }
    longestRun = Math.max(longestRun, run);
  }

  private int wordAt(char[] text, int start, int from, int end) {
    int i = from;
    long hash = TermTable.SEED;
    boolean joined = false;
    boolean ascii = true;
    while (i < end && word(text[i])) {
      char c = text[i];
      joined |= c == '_' || i > from && upper(c) && lower(text[i - 1]);
      ascii &= c < 128;
      hash = TermTable.extend(hash, (char) (upper(c) ? c + 32 : c));
      i++;
    }
    words++;
    if (!ascii) {
      foreign += i - from;
    }
    char before = from > start ? text[from - 1] : ' ';
    char after = i < end ? text[i] : ' ';
    if (joined) {
      code++;
    }
    if (after == '(' || after == '[') {
      callOrIndex(text, i, end, before, after, joined);
      endRun();
    } else if (before == '.' && i - from > 1 || after == '.' && i + 1 < end && word(text[i + 1])) {
      endRun();
    } else if (!joined && plainNeighbours(before, after)) {
      plainWord(text, from, i, hash, after);
    } else {
      endRun();
    }
    return i;
  }

  private void callOrIndex(
      char[] text, int open, int end, char before, char after, boolean joined) {
    boolean plural = open + 2 < end && text[open + 1] == 's' && text[open + 2] == ')';
    if (plural) {
      return;
    }
    calls++;
    boolean empty = open + 1 < end && (text[open + 1] == ')' || text[open + 1] == ']');
    boolean quote = open + 1 < end && (text[open + 1] == '"' || text[open + 1] == '\'');
    code += (before == '.' || joined || empty || quote ? 2 : 1) - (after == '[' ? 1 : 0);
  }

  private static boolean plainNeighbours(char before, char after) {
    return (space(before) || before == '"' || before == '(' || before == '\'' || before == '*')
        && (space(after) || ",.?!:;'\")*-".indexOf(after) >= 0 || after >= 128);
  }

  private void plainWord(char[] text, int from, int to, long hash, char after) {
    plain++;
    run++;
    if (PROSE_WORDS.get(hash) != 0 && (to - from > 1 || after == ' ')) {
      proseWords++;
    }
    if (to - from > 1 && upper(text[from]) && upper(text[to - 1])) {
      upperWords++;
    }
  }

  private void endRun() {
    longestRun = Math.max(longestRun, run);
    run = 0;
  }

  /** Skips a quoted string that ends on the same line; an apostrophe is none. */
  private int quoted(char[] text, int start, int from, int end) {
    char quote = text[from];
    char before = from > start ? text[from - 1] : ' ';
    if (quote == '\'' && word(before) && !stringPrefix(text, start, from)) {
      return from + 1;
    }
    for (int i = from + 1; i < end; i++) {
      if (text[i] == '\\') {
        i++;
      } else if (text[i] == quote) {
        endRun();
        if (before == '(' || before == '[' || before == '=' || before == '{') {
          code++;
        }
        return i + 1;
      }
    }
    return from + 1;
  }

  private static boolean stringPrefix(char[] text, int start, int quote) {
    char c = (char) (text[quote - 1] | 32);
    boolean prefix = c == 'f' || c == 'r' || c == 'b' || c == 'u';
    return prefix && (quote - 2 < start || !word(text[quote - 2]));
  }

  private int slashOrHash(char[] text, int start, int i, int end) {
    char next = i + 1 < end ? text[i + 1] : ' ';
    boolean atStart = i == start;
    boolean afterCode = i > start && space(text[i - 1]) && code + operators > 0;
    if (text[i] == '/' && (next == '/' || next == '*') && (atStart || afterCode)) {
      comment = true;
      code++;
    } else if (text[i] == '#' && atStart) {
      comment = true;
      code += next == '!' || lower(next) && directive(text, i + 1, end) ? 4 : 0;
    } else if (text[i] == '#' && next == ' ' && afterCode) {
      comment = true;
    }
    endRun();
    return i + 1;
  }

  private static boolean directive(char[] text, int from, int end) {
    String word = new String(text, from, Math.min(7, end - from));
    return word.startsWith("include")
        || word.startsWith("define")
        || word.startsWith("if")
        || word.startsWith("end")
        || word.startsWith("pragma")
        || word.startsWith("undef")
        || word.startsWith("else");
  }

  private int punctuation(char[] text, int start, int i, int end) {
    char c = text[i];
    if (c == ' ' || c == '\t' || c == ',' || c == '*' || c == '-' && run > 0) {
      // Within a run of words; two blanks or a dash between words do not end it.
      return twoOperators(c, i + 1 < end ? text[i + 1] : ' ') ? operator(i) : i + 1;
    }
    if (digit(c)) {
      return i + 1;
    }
    char next = i + 1 < end ? text[i + 1] : ' ';
    if (c == '=' && next != '=' && next != '>') {
      assignment(text, start, i, end);
      return i + 1;
    }
    if (c == '(' || c == '{' || c == '[' || c == ')' || c == ']' || c == '}') {
      brackets++;
    }
    if (twoOperators(c, next)) {
      return operator(i);
    }
    if ((c == '$' || c == '@') && (letter(next) || next == '_' || next == '{')) {
      boolean free = i == start || !word(text[i - 1]);
      code += free ? 1 : 0;
    }
    if (c != '.' && c != '\'') {
      endRun();
    }
    return i + 1;
  }

  private int operator(int i) {
    operators++;
    endRun();
    return i + 2;
  }

  private static boolean twoOperators(char c, char next) {
    return switch (c) {
      case '=', '!' -> next == '=' || c == '=' && next == '>';
      case '+' -> next == '=' || next == '+';
      case '-' -> next == '=' || next == '>';
      case ':' -> next == ':' || next == '=';
      case '&' -> next == '&';
      case '|' -> next == '|';
      case '<' -> next == '/' || next == '?' || next == '=';
      case '/' -> next == '>';
      case '>', '*' -> next == '=';
      case '(' -> next == ')';
      case ')' -> next == ';' || next == '.' || next == ')';
      case '{' -> next == '{' || next == '%' || next == '}';
      case '}' -> next == '}' || next == ')';
      case '[' -> next == ']';
      case ']' -> next == ')' || next == ';' || next == '[';
      default -> false;
    };
  }

  /** {@code name = value}; sums such as {@code 3 + 4 = 7} and {@code x = 5} are mathematics. */
  private void assignment(char[] text, int start, int at, int end) {
    int i = at - 1;
    if (i >= start && (text[i] == '+' || text[i] == '-' || text[i] == '|' || text[i] == '.')) {
      operators++;
      i--;
    }
    while (i >= start && space(text[i])) {
      i--;
    }
    int nameEnd = i + 1;
    while (i >= start && (word(text[i]) || text[i] == '.' || text[i] == '$')) {
      i--;
    }
    int length = nameEnd - i - 1;
    endRun();
    boolean named = length > 1 && !digit(text[nameEnd - 1 - (length - 1)]);
    boolean bracketed = nameEnd > start && (text[nameEnd - 1] == ']' || text[nameEnd - 1] == '*');
    if (!(named || bracketed)) {
      return;
    }
    assigns++;
    boolean leading = i < start || words <= 3;
    boolean tight = at + 1 < end && (text[at + 1] == '"' || text[at + 1] == '\'');
    code += leading || tight ? 2 : 1;
  }

  private int evidence(char[] text, int start, int end, LineKind kind) {
    char first = text[start];
    char last = text[end - 1];
    int score = Math.min(code, 6) + Math.min(operators, 4);
    int line = ending(last, first, end - start);
    score += line;
    boolean signs = code + operators + assigns + line > 0 || brackets > 1;
    score += opening(text, start, end);
    return score
        + switch (kind) {
          case PLAIN -> 0;
          case BLOCK -> last == ':' && plain < 12 && !comment ? 4 : signs ? 1 : 0;
          case STATEMENT -> Math.max(signs ? 2 : 0, statement(text, start, end));
          case KEYWORD -> signs || last == ':' ? 3 : words <= 4 ? 1 : 0;
          case COMMAND -> command(text, start, end);
          case QUERY -> upperWords >= 2 || last == ';' ? 4 : upper(first) && words <= 6 ? 1 : 0;
        };
  }

  /** {@code from a import b, c}, {@code import os}, {@code return result}, {@code pass}. */
  private int statement(char[] text, int start, int end) {
    if (starts(text, start, end, "from ") || starts(text, start, end, "import ")) {
      return imports(text, start, end);
    }
    return words <= 4 && proseWords == 0 && lower(text[start]) && word(text[end - 1]) ? 2 : 0;
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
    return joined && proseWords == 0 ? words <= 3 || text[start] == 'f' ? 5 : 3 : 0;
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
    if (comment) {
      return 0;
    }
    return switch (last) {
      case ';' -> length == 1 || code + operators > 0 || words <= 3 ? 3 : 1;
      case '{' -> 3;
      case '}' -> first == '}' || code + operators > 0 ? 3 : 1;
      case '\\' -> 1;
      case ')' -> calls > 0 ? 1 : 0;
      case ':' -> calls > 0 && brackets > 1 ? 2 : 0;
      case '(', '[' -> length == 1 ? 1 : 2;
      default -> 0;
    };
  }

  private int opening(char[] text, int start, int end) {
    char next = start + 1 < end ? text[start + 1] : ' ';
    return switch (text[start]) {
      case '<' -> letter(next) || next == '/' || next == '!' || next == '?' ? markup(text, end) : 0;
      case '@' -> letter(next) && words <= 4 ? 3 : 0;
      case '$' -> next == ' ' ? 3 : 1;
      case '}', ')', ']' -> 2;
      case '>' -> next == '>' && start + 2 < end && text[start + 2] == '>' ? 3 : 0;
      case '.' -> letter(next) && calls > 0 ? 1 : 0;
      case '-' -> next == '-' && start + 2 < end && text[start + 2] == ' ' ? 1 : 0;
      case '|' -> -3;
      default -> 0;
    };
  }

  private static int markup(char[] text, int end) {
    return text[end - 1] == '>' ? 4 : 2;
  }

  private int command(char[] text, int start, int end) {
    if (proseWords > 0) {
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
    if (!comment) {
      score += Math.min(8, 2 * proseWords);
      score += longestRun >= 5 ? 3 : longestRun >= 3 ? 1 : 0;
      score += stop && (plain > 0 || letter(text[end - 2])) ? 2 : 0;
      score += plain >= 8 ? 2 : 0;
    }
    if (foreign > (end - start) / 3) {
      score += 4;
    }
    char next = start + 1 < end ? text[start + 1] : ' ';
    boolean bullet = (first == '-' || first == '*' || first == '>') && next == ' ';
    boolean bold = first == '*' && next == '*';
    boolean numbered = digit(first) && words > 0 && (next == '.' || next == ')' || digit(next));
    boolean label = upper(first) && last == ':' && plain == words;
    return score + (bullet || numbered || label ? 2 : bold ? 3 : 0);
  }

  private static TermTable proseWords() {
    TermTable table = new TermTable(64);
    String words =
        "the of to you your are was that this these those be it its a an have has had will would can could should"
            + " my our we he she they his her their me i'm what which who how why there about very more most some"
            + " also because but than then when where been being please here such each any just so may might";
    for (String word : words.split(" ", -1)) {
      table.put(word, 1);
    }
    return table;
  }
}
