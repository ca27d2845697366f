package dev.assay.internal.trigger.cue;

/** Patterns of characters that words do not show: case, space, symbols, scripts, dates. */
final class PatternReader {
  private static final int MOST_SYMBOLS = 8;
  private static final int FEW_LETTERS = 12;

  /** Fewer words of a language are names. */
  private static final int LANGUAGE_WORDS = 2;

  private final IntList found = new IntList();
  private final Languages languages = new Languages();

  void clear() {
    found.clear();
    languages.clear();
  }

  int[] found() {
    return found.toArray();
  }

  /** A word of the user's turns, by its hash. */
  void word(int hash) {
    languages.add(hash);
  }

  /** After the last word. */
  void end() {
    int language = languages.bestForeign();
    if (languages.count(language) >= LANGUAGE_WORDS) {
      found.addOnce(Patterns.ofLanguage(language));
    }
  }

  void turn(String text) {
    int length = text.length();
    int upper = 0;
    int lower = 0;
    int words = 0;
    int capitalised = 0;
    int swings = 0;
    int symbols = 0;
    char before = ' ';
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < 128) {
        if (c >= 'a' && c <= 'z') {
          lower++;
          words += isInWord(before) ? 0 : 1;
        } else if (c >= 'A' && c <= 'Z') {
          upper++;
          swings += before >= 'a' && before <= 'z' ? 1 : 0;
          words += isInWord(before) ? 0 : 1;
          capitalised += isInWord(before) ? 0 : 1;
        } else if (c == ' ' && before == ' ' && i > 1) {
          found.addOnce(Patterns.DOUBLE_SPACE);
        } else if (c == '\t') {
          found.addOnce(Patterns.TAB);
        } else if (c >= '0' && c <= '9' && !isDigit(before)) {
          date(text, i);
        }
      } else if (symbols < MOST_SYMBOLS) {
        symbols += symbol(text, i) ? 1 : 0;
      }
      before = c;
    }
    cases(upper, lower, words, capitalised, swings);
    edges(text);
  }

  private void cases(int upper, int lower, int words, int capitalised, int swings) {
    if (upper + lower < FEW_LETTERS) {
      return;
    }
    if (upper == 0) {
      found.addOnce(Patterns.LOWER_CASE);
    } else if (upper >= 4 * lower) {
      found.addOnce(Patterns.UPPER_CASE);
    } else if (words >= 4 && 10 * capitalised >= 9 * words) {
      found.addOnce(Patterns.TITLE_CASE);
    }
    if (10 * swings >= upper + lower) {
      found.addOnce(Patterns.MIXED_CASE);
    }
  }

  private void edges(String text) {
    if (text.isEmpty()) {
      return;
    }
    if (Character.isWhitespace(text.charAt(0))) {
      found.addOnce(Patterns.LEADING_SPACE);
    }
    char last = text.charAt(text.length() - 1);
    if (last == '\n') {
      found.addOnce(Patterns.TRAILING_NEWLINE);
    } else if (Character.isWhitespace(last)) {
      found.addOnce(Patterns.TRAILING_SPACE);
    }
  }

  private boolean symbol(String text, int at) {
    int point = text.codePointAt(at);
    if (Character.isLowSurrogate(text.charAt(at))) {
      return false;
    }
    int pattern = Patterns.ofCodePoint(point);
    if (pattern == 0 || found.contains(pattern)) {
      return false;
    }
    found.add(pattern);
    return true;
  }

  /** A date in digits: its shape is a pattern, its words are words. */
  private void date(String text, int from) {
    int pattern = Patterns.ofDate(text, from);
    if (pattern != 0) {
      found.addOnce(pattern);
    }
  }

  static int[] place(String text, int pattern) {
    for (int i = 0; i < text.length(); i++) {
      int point = text.codePointAt(i);
      if (point >= 128 && Patterns.ofCodePoint(point) == pattern) {
        return new int[] {i, i + Character.charCount(point)};
      }
      if (isDigit((char) point)
          && (i == 0 || !isDigit(text.charAt(i - 1)))
          && Patterns.ofDate(text, i) == pattern) {
        return new int[] {i, i + 10};
      }
    }
    return new int[] {0, 0};
  }

  /** Whether a letter after it goes on with a word. */
  private static boolean isInWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_' || c == '\'';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
