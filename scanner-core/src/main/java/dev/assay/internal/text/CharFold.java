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
  private static final boolean[] WORD = new boolean[Character.MAX_VALUE + 1];

  static {
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      FOLD[c] = Character.toLowerCase(Character.toUpperCase((char) c));
      WORD[c] = Character.isLetterOrDigit((char) c) || c == '_';
    }
  }

  private CharFold() {}

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
    return WORD[c];
  }

  /** Whether the code point is a word character. */
  public static boolean isWord(int codePoint) {
    return codePoint <= Character.MAX_VALUE
        ? WORD[codePoint]
        : Character.isLetterOrDigit(codePoint);
  }
}
