package dev.assay.internal.check.sum;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads numbers and the signs around them as people write them. */
final class Numbers {
  private static final int MOST_CHARS = 40;

  private Numbers() {}

  /**
   * A number in a text.
   *
   * @param value its value
   * @param decimals digits after the point
   * @param digits all its digits
   * @param ambiguous another country reads it otherwise (1.234 or 1,5)
   * @param end one past its last character
   */
  record Number(BigDecimal value, int decimals, int digits, boolean ambiguous, int end) {}

  /** The number that starts there, thousands grouped by commas or not; null if none does. */
  static @Nullable Number read(String text, int start, int limit) {
    int i = start;
    int point = -1;
    int commas = 0;
    boolean odd = false;
    StringBuilder plain = new StringBuilder();
    for (; i < limit && i - start < MOST_CHARS; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        plain.append(c);
      } else if (c == '.' && point < 0 && digitAt(text, i + 1, limit)) {
        point = plain.length();
        plain.append('.');
      } else if (c == ',' && digitAt(text, i + 1, limit) && digitAt(text, i - 1, limit)) {
        odd |= point >= 0 || !group(text, i, limit);
        commas++;
      } else {
        break;
      }
    }
    if (plain.length() == 0 || i - start >= MOST_CHARS) {
      return null;
    }
    int decimals = point < 0 ? 0 : plain.length() - point - 1;
    boolean dotted =
        decimals == 3 && commas == 0 && point <= 3 && plain.charAt(0) != '0' && point > 0;
    int digits = plain.length() - (point < 0 ? 0 : 1);
    return new Number(new BigDecimal(plain.toString()), decimals, digits, odd || dotted, i);
  }

  /** Exactly three digits between this comma and the next sign. */
  private static boolean group(String text, int comma, int limit) {
    return digitAt(text, comma + 1, limit)
        && digitAt(text, comma + 2, limit)
        && digitAt(text, comma + 3, limit)
        && !digitAt(text, comma + 4, limit);
  }

  static boolean digitAt(String text, int i, int limit) {
    return i >= 0 && i < limit && text.charAt(i) >= '0' && text.charAt(i) <= '9';
  }

  static int skipSpaces(String text, int from, int limit) {
    int i = from;
    while (i < limit
        && (text.charAt(i) == ' ' || text.charAt(i) == '\t' || text.charAt(i) == '\u00A0')) {
      i++;
    }
    return i;
  }

  static boolean minus(char c) {
    return c == '-' || c == '\u2212' || c == '\u2013';
  }

  static boolean currency(char c) {
    return c == '$' || c == '\u20AC' || c == '\u00A3';
  }

  /** The operator written there as one of + - * /, or 0 for anything else. */
  static char operator(String text, int i, int limit) {
    char c = text.charAt(i);
    switch (c) {
      case '+':
        return '+';
      case '-', '\u2212', '\u2013':
        return '-';
      case '*':
        return i + 1 < limit && text.charAt(i + 1) == '*' ? 0 : '*';
      case '\u00D7', '\u00B7', '\u22C5':
        return '*';
      case 'x', 'X':
        return timesLetter(text, i, limit) ? '*' : 0;
      case '/', '\u00F7':
        return '/';
      default:
        return 0;
    }
  }

  /** The letter x stands for times between two numbers, not in a word and not as an unknown. */
  private static boolean timesLetter(String text, int i, int limit) {
    int next = skipSpaces(text, i + 1, limit);
    if (next >= limit) {
      return false;
    }
    char c = text.charAt(next);
    boolean number = c >= '0' && c <= '9' || currency(c) || c == '(';
    // "2x 3" could be an unknown; "2 x 3" and "2x3" are products.
    return number && (next > i + 1) == (i > 0 && text.charAt(i - 1) == ' ');
  }

  /** Where the exponent starts if a power sign stands there; else -1. */
  static int powerEnd(String text, int at, int limit) {
    if (at < limit && text.charAt(at) == '^') {
      return at + 1;
    }
    return at + 1 < limit && text.charAt(at) == '*' && text.charAt(at + 1) == '*' ? at + 2 : -1;
  }
}
