package dev.assay.internal.text;

/**
 * Case folding and word characters, by table.
 *
 * <p>Folding is simple: one UTF-16 unit becomes one, {@code lower(upper(c))}, which puts all units
 * that differ only by case (also {@code K} and the Kelvin sign, {@code s} and the long s) on one.
 * Word characters are Unicode letters and digits and the underscore.
 */
public final class CharFold {
  private static final char[] FOLD = new char[Character.MAX_VALUE + 1];

  /** The folded unit of word characters, 0 for others: both in one look-up. */
  private static final char[] WORD = new char[Character.MAX_VALUE + 1];

  static {
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      FOLD[c] = caseless(c) ? (char) c : Character.toLowerCase(Character.toUpperCase((char) c));
      WORD[c] = Character.isLetterOrDigit((char) c) || c == '_' ? FOLD[c] : 0;
    }
  }

  private CharFold() {}

  /** Han, Hangul, surrogates and private use, most of the table: passed over to start faster. */
  private static boolean caseless(int c) {
    return c >= 0x3400 && c < 0xA000 || c >= 0xAC00 && c < 0xF900;
  }

  /** The folded unit of a word character, or 0 if the unit is none by itself. */
  public static char foldWord(char c) {
    return WORD[c];
  }

  /** The unit all case variants of {@code c} fold to; surrogates fold to themselves. */
  public static char fold(char c) {
    return FOLD[c];
  }

  /** The code point all case variants fold to; of as many units as the code point itself. */
  public static int fold(int codePoint) {
    return codePoint <= Character.MAX_VALUE
        ? FOLD[codePoint]
        : Character.toLowerCase(Character.toUpperCase(codePoint));
  }

  /** The text with all its code points folded; of the same length. */
  public static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    text.codePoints().forEach(c -> folded.appendCodePoint(fold(c)));
    return folded.toString();
  }

  /** Whether the unit is a word character by itself; surrogates are not. */
  public static boolean isWord(char c) {
    return WORD[c] != 0;
  }

  /** Whether the code point is a word character. */
  public static boolean isWord(int codePoint) {
    return codePoint <= Character.MAX_VALUE
        ? WORD[codePoint] != 0
        : Character.isLetterOrDigit(codePoint);
  }
}
