package dev.assay.internal.segment;

import static dev.assay.internal.segment.Chars.letter;
import static dev.assay.internal.segment.Chars.space;
import static dev.assay.internal.segment.Chars.upper;
import static dev.assay.internal.segment.Chars.word;

import dev.assay.segment.Language;
import java.util.Arrays;

/**
 * Tells the language of a piece of code, fragments that do not parse included, by the weighted
 * words, pairs of words, operators and line ends of {@code languages.txt}. Strings and comments are
 * skipped, so that HTML in a Python string does not make it HTML.
 *
 * <p>Looks at no more than {@value #WINDOW} units. One instance for each thread.
 */
public class LanguageGuesser {
  static final int WINDOW = 6000;

  /** Repetition convinces less and less: what stands everywhere is counted this often. */
  private static final int MAX_COUNT = 4;

  /** A score that a single telling word reaches, and a few plain ones do not. */
  private static final int LEAST = 50;

  private static final LanguageFeatures FEATURES = LanguageFeatures.load();
  private static final long LINE = TermTable.extend(TermTable.SEED, '\n');

  // Methods, properties and exceptions by the shape of their names, whatever these are.
  private static final long PASCAL_CALL = TermTable.hash(".A(");
  private static final long PASCAL_NAME = TermTable.hash(".A");
  private static final long CAMEL_CALL = TermTable.hash(".a(");
  private static final long EXCEPTION = TermTable.hash("*Exception");

  private final NameShapes shapes = new NameShapes(this);
  private final byte[] counts = new byte[FEATURES.size()];
  private final int[] touched = new int[FEATURES.size()];
  private final int[] scores = new int[Language.values().length];
  private int touchedSize;
  private char[] text = {};
  private int end;
  private long previousWord;
  private int previousStart;

  /** The last sign on the line that is no part of a word; a blank where a word came after it. */
  private char lastSign;

  /** The likeliest language of {@code text[from, to)}; OTHER where nothing speaks for any. */
  public Language guess(char[] source, int from, int to) {
    text = source;
    end = Math.min(to, from + WINDOW);
    touchedSize = 0;
    previousWord = 0;
    lastSign = ' ';
    scan(from);
    text = new char[0];
    Arrays.fill(scores, 0);
    for (int i = 0; i < touchedSize; i++) {
      FEATURES.add(touched[i], counts[touched[i]], scores);
      counts[touched[i]] = 0;
    }
    return best();
  }

  private Language best() {
    Language best = Language.OTHER;
    int high = LEAST;
    for (Language language : Language.values()) {
      if (scores[language.ordinal()] > high) {
        high = scores[language.ordinal()];
        best = language;
      }
    }
    return best;
  }

  private void scan(int from) {
    boolean lineStart = true;
    int last = -1;
    int i = from;
    while (i < end) {
      char c = text[i];
      if (c == '\n') {
        if (last >= 0) {
          see(TermTable.extend(TermTable.extend(TermTable.SEED, text[last]), '\n'));
        }
        lineStart = true;
        last = -1;
        previousWord = 0;
        lastSign = ' ';
        i++;
      } else if (space(c)) {
        i++;
      } else {
        int next = token(from, i, lineStart);
        // A comment does not end a line of code.
        if (next > i) {
          last = next - 1;
        }
        i = Math.abs(next);
        lineStart = false;
      }
    }
    if (last >= 0) {
      see(TermTable.extend(TermTable.extend(TermTable.SEED, text[last]), '\n'));
    }
  }

  /** Where the token at {@code i} ends; negative if it is a comment. */
  private int token(int from, int i, boolean lineStart) {
    char c = text[i];
    if (letter(c) || c == '_') {
      return wordAt(from, i, lineStart);
    }
    if (lineStart) {
      see(TermTable.extend(LINE, c));
    }
    int comment = comment(i, lineStart);
    if (comment > i) {
      return -comment;
    }
    if (c == '"' || c == '\'' || c == '`') {
      lastSign = '"';
      return quoted(from, i);
    }
    lastSign = c;
    long one = TermTable.extend(TermTable.SEED, c);
    see(one);
    if (i + 1 < end) {
      long two = TermTable.extend(one, text[i + 1]);
      see(two);
      if (i + 2 < end) {
        see(TermTable.extend(two, text[i + 2]));
      }
    }
    return i + 1;
  }

  private int wordAt(int from, int start, boolean lineStart) {
    long alone = TermTable.SEED;
    long pair = previousWord == 0 ? 0 : TermTable.extend(previousWord, ' ');
    char before = start > from ? text[start - 1] : '\n';
    long prefix = sign(before) ? TermTable.extend(TermTable.SEED, before) : 0;
    long first = lineStart ? LINE : 0;
    boolean signed = lastSign != ' ' && !(prefix != 0 && before == lastSign);
    long behind = signed ? TermTable.extend(TermTable.extend(TermTable.SEED, lastSign), '~') : 0;
    int i = start;
    while (i < end && word(text[i])) {
      char c = text[i++];
      alone = TermTable.extend(alone, c);
      pair = pair == 0 ? 0 : TermTable.extend(pair, c);
      prefix = prefix == 0 ? 0 : TermTable.extend(prefix, c);
      first = first == 0 ? 0 : TermTable.extend(first, c);
      behind = behind == 0 ? 0 : TermTable.extend(behind, c);
    }
    see(alone);
    see(pair);
    see(prefix);
    see(first);
    see(behind);
    after(start, i, alone, before);
    shapes.see(text, from, start, i, previousWord == 0 ? -1 : previousStart);
    lastSign = ' ';
    previousWord = alone;
    previousStart = start;
    return i;
  }

  private static boolean sign(char c) {
    return switch (c) {
      case '.', '$', '@', '#', ':', '<', '&', '!', '-' -> true;
      default -> false;
    };
  }

  private void after(int start, int at, long alone, char before) {
    if (at >= end) {
      return;
    }
    char c = text[at];
    boolean arrow = c == ' ' && at + 2 < end && text[at + 1] == '=' && text[at + 2] == ' ';
    if (!space(c)) {
      see(TermTable.extend(alone, c));
    } else if (arrow && before == ' ') {
      see(TermTable.extend(alone, '='));
    }
    if (before == '.') {
      see(upper(text[start]) ? c == '(' ? PASCAL_CALL : PASCAL_NAME : c == '(' ? CAMEL_CALL : 0);
    }
    if (at - start > 9 && text[at - 1] == 'n' && text[at - 9] == 'E' && text[at - 4] == 't') {
      see(EXCEPTION);
    }
  }

  private int comment(int i, boolean lineStart) {
    char c = text[i];
    char next = i + 1 < end ? text[i + 1] : '\n';
    boolean slashes = c == '/' && next == '/' && (i == 0 || text[i - 1] != ':');
    boolean hash = c == '#' && (space(next) || next == '#') && (lineStart || text[i - 1] == ' ');
    boolean dashes = c == '-' && next == '-' && lineStart;
    if (slashes || hash || dashes) {
      see(TermTable.extend(TermTable.extend(TermTable.SEED, c), hash ? ' ' : next));
      return lineEnd(i);
    }
    if (c == '/' && next == '*') {
      see(TermTable.extend(TermTable.extend(TermTable.SEED, c), next));
      int close = find('*', '/', i + 2);
      return close < 0 ? lineEnd(i) : close + 2;
    }
    return i;
  }

  private int quoted(int from, int i) {
    char c = text[i];
    boolean triple = i + 2 < end && text[i + 1] == c && text[i + 2] == c && c != '`';
    if (triple) {
      long quote = TermTable.extend(TermTable.extend(TermTable.SEED, c), c);
      see(TermTable.extend(quote, c));
      for (int j = i + 3; j + 2 < end; j++) {
        if (text[j] == c && text[j + 1] == c && text[j + 2] == c) {
          return j + 3;
        }
      }
      return i + 3;
    }
    see(TermTable.extend(TermTable.SEED, c));
    if (c == '\'' && i > from && word(text[i - 1]) && !prefix(from, i)) {
      return i + 1;
    }
    int close = closing(i);
    return close < 0 ? i + 1 : close + 1;
  }

  private boolean prefix(int from, int quote) {
    int start = quote;
    while (start > from && quote - start < 3 && letter(text[start - 1])) {
      start--;
    }
    boolean shortWord = quote - start <= 2 && (start == from || !word(text[start - 1]));
    if (shortWord && quote > start && (text[quote - 1] == 'f' || text[quote - 1] == 'b')) {
      see(TermTable.extend(TermTable.extend(TermTable.SEED, text[quote - 1]), '\''));
    }
    return shortWord;
  }

  /** Where the string ends: on its line, unless backticks hold it. */
  private int closing(int open) {
    char quote = text[open];
    for (int i = open + 1; i < end; i++) {
      char c = text[i];
      if (c == '\\') {
        i++;
      } else if (c == quote) {
        return i;
      } else if (c == '\n' && quote != '`') {
        return -1;
      }
    }
    return -1;
  }

  private int lineEnd(int i) {
    int at = i;
    while (at < end && text[at] != '\n') {
      at++;
    }
    return at;
  }

  private int find(char first, char second, int from) {
    for (int i = from; i + 1 < end; i++) {
      if (text[i] == first && text[i + 1] == second) {
        return i;
      }
    }
    return -1;
  }

  /** Takes note of what stands in the code, by its hash; 0 is nothing. */
  void see(long hash) {
    int feature = hash == 0 ? 0 : FEATURES.find(hash);
    if (feature == 0) {
      return;
    }
    if (counts[feature] == 0) {
      touched[touchedSize++] = feature;
    }
    if (counts[feature] < MAX_COUNT) {
      counts[feature]++;
    }
  }
}
