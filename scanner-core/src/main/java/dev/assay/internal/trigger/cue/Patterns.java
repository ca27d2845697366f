package dev.assay.internal.trigger.cue;

import java.lang.Character.UnicodeScript;
import java.util.Locale;

/** The patterns of characters, as numbers and in words. */
public final class Patterns {
  static final int DOUBLE_SPACE = 1;
  static final int TAB = 2;
  static final int LOWER_CASE = 3;
  static final int UPPER_CASE = 4;
  static final int TITLE_CASE = 5;
  static final int MIXED_CASE = 6;
  static final int LEADING_SPACE = 7;
  static final int TRAILING_SPACE = 8;
  static final int TRAILING_NEWLINE = 9;
  private static final int ISO_DATE = 10;
  private static final int SLASH_DATE = 11;
  private static final int DOT_DATE = 12;
  static final int ACCENTS = 13;
  private static final int LANGUAGE = 100;
  private static final int SCRIPT = 1000;
  private static final int CODE_POINT = 0x100000;

  private Patterns() {}

  /** The pattern of a character outside ASCII; 0 if it has none. */
  static int ofCodePoint(int point) {
    if (Character.isLetter(point)) {
      UnicodeScript script = UnicodeScript.of(point);
      if (script == UnicodeScript.LATIN) {
        return point < 128 ? 0 : ACCENTS;
      }
      return script == UnicodeScript.COMMON ? 0 : SCRIPT + script.ordinal();
    }
    return Character.isSurrogate((char) point) && point < 0x10000 ? 0 : CODE_POINT + point;
  }

  /** Some words of a language other than English. */
  static int ofLanguage(int language) {
    return LANGUAGE + language;
  }

  static int ofDate(String text, int from) {
    if (from + 10 > text.length()) {
      return 0;
    }
    if (shaped(text, from, "0000-00-00")) {
      return ISO_DATE;
    }
    if (shaped(text, from, "00/00/0000")) {
      return SLASH_DATE;
    }
    return shaped(text, from, "00.00.0000") ? DOT_DATE : 0;
  }

  private static boolean shaped(String text, int from, String shape) {
    for (int i = 0; i < shape.length(); i++) {
      char c = text.charAt(from + i);
      boolean fits = shape.charAt(i) == '0' ? c >= '0' && c <= '9' : c == shape.charAt(i);
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  /** Whether the pattern is one that the layout of a whole file brings about. */
  public static boolean isLayout(int pattern) {
    return pattern == DOUBLE_SPACE
        || pattern == TAB
        || (pattern >= LEADING_SPACE && pattern <= TRAILING_NEWLINE);
  }

  /** Whether the pattern is of a language or script: whole words of it stand beside it. */
  public static boolean isSpoken(int pattern) {
    return pattern == ACCENTS || (pattern >= LANGUAGE && pattern < CODE_POINT);
  }

  /** The language of which the prompt has words, its place in the list; -1 for other patterns. */
  public static int language(int pattern) {
    return pattern >= LANGUAGE && pattern < SCRIPT ? pattern - LANGUAGE : -1;
  }

  /** In words. */
  public static String name(int pattern) {
    if (pattern >= CODE_POINT) {
      int point = pattern - CODE_POINT;
      String code = String.format(Locale.ROOT, "U+%04X", point);
      return Character.getType(point) == Character.FORMAT || Character.isWhitespace(point)
          ? code
          : new String(Character.toChars(point)) + " (" + code + ")";
    }
    if (pattern >= SCRIPT) {
      return UnicodeScript.values()[pattern - SCRIPT].name().toLowerCase(Locale.ROOT) + " letters";
    }
    if (pattern >= LANGUAGE) {
      return "words in " + Languages.NAMES[pattern - LANGUAGE];
    }
    return switch (pattern) {
      case DOUBLE_SPACE -> "two spaces in a row";
      case TAB -> "a tabulator";
      case LOWER_CASE -> "all in lower case";
      case UPPER_CASE -> "all in upper case";
      case TITLE_CASE -> "every word capitalised";
      case MIXED_CASE -> "upper and lower case mixed within words";
      case LEADING_SPACE -> "space before the first word";
      case TRAILING_SPACE -> "space after the last word";
      case TRAILING_NEWLINE -> "a line break after the last word";
      case ACCENTS -> "letters with accents";
      case ISO_DATE -> "a date such as 2001-12-31";
      case SLASH_DATE -> "a date such as 31/12/2001";
      case DOT_DATE -> "a date such as 31.12.2001";
      default -> "pattern " + pattern;
    };
  }
}
