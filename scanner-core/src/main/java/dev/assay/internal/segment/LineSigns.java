package dev.assay.internal.segment;

import static dev.assay.internal.segment.Chars.digit;
import static dev.assay.internal.segment.Chars.letter;
import static dev.assay.internal.segment.Chars.lower;
import static dev.assay.internal.segment.Chars.space;
import static dev.assay.internal.segment.Chars.upper;
import static dev.assay.internal.segment.Chars.word;

/** Counts the signs of code and of prose in one line. One instance for each thread. */
final class LineSigns {
  private static final TermTable PROSE_WORDS = proseWords();

  /** Signs of code: calls, identifiers of joined words, assignments. */
  int code;

  /** Operators that prose does not have. */
  int operators;

  /** Words with a bracket right behind them. */
  int calls;

  /** Values given to names. */
  int assigns;

  /** All words. */
  int words;

  /** Words as prose has them, between blanks and punctuation. */
  int plain;

  private int run;

  /** The longest run of plain words. */
  int longestRun;

  /** Articles, pronouns and the like. */
  int proseWords;

  /** Letters beyond ASCII. */
  int foreign;

  /** Plain words in capitals. */
  int upperWords;

  /** Single brackets. */
  int brackets;

  /** Whether a comment starts in the line. */
  boolean comment;

  /** Counts afresh, in {@code text[start, end)}. */
  void scan(char[] text, int start, int end) {
    reset();
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
        && (space(after) || after >= 128 || mark(after));
  }

  private static boolean mark(char c) {
    return switch (c) {
      case ',', '.', '?', '!', ':', ';', '\'', '"', ')', '*', '-' -> true;
      default -> false;
    };
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
