package dev.assay.internal.check.turn;

/**
 * What one pass over a turn's characters tells: which checks need to look closer. Scratch memory of
 * one detector, filled anew for each turn.
 */
public final class CharFacts {
  public static final int EQUALS = 1;
  public static final int DIGIT = 1 << 1;
  public static final int PERCENT = 1 << 2;
  public static final int HASH = 1 << 3;
  public static final int BACKSLASH = 1 << 4;

  /** A character that shows nothing, or turns the direction of writing. */
  public static final int INVISIBLE = 1 << 5;

  /** A Greek or Cyrillic letter. */
  public static final int LOOKALIKE = 1 << 6;

  /** A quotation mark, straight. */
  public static final int QUOTE = 1 << 7;

  private static final int TOKEN = 1 << 8;
  private static final int[] ASCII = ascii();

  /** Runs shorter than this may be missed. */
  private static final int STRIDE = 16;

  private char[] chars = new char[4096];
  private int length;
  private int seen;
  private int longestToken;

  public void fill(String text) {
    length = text.length();
    if (chars.length < length) {
      chars = new char[Math.max(length, chars.length * 2)];
    }
    text.getChars(0, length, chars, 0);
    int all = 0;
    for (int i = 0; i < length; i++) {
      int c = chars[i];
      all |= c < 128 ? ASCII[c] : wide(c);
    }
    seen = all;
    longestToken = longestRun();
  }

  /** Looks at every {@value #STRIDE}th character only, and around those that lie in a run. */
  private int longestRun() {
    int longest = 0;
    int i = STRIDE - 1;
    while (i < length) {
      if (!token(chars[i])) {
        i += STRIDE;
        continue;
      }
      int start = i;
      while (start > 0 && token(chars[start - 1])) {
        start--;
      }
      int end = i + 1;
      while (end < length && token(chars[end])) {
        end++;
      }
      longest = Math.max(longest, end - start);
      i = end + STRIDE;
    }
    return longest;
  }

  private static boolean token(char c) {
    return c < 128 && (ASCII[c] & TOKEN) != 0;
  }

  /** Whether a character of that kind occurs. */
  public boolean has(int kind) {
    return (seen & kind) != 0;
  }

  /**
   * Length of the longest run of letters, digits, +, / and =, if it has 16 or more: encoded text is
   * long.
   */
  public int longestToken() {
    return longestToken;
  }

  /** The turn's characters; only the first {@link #length()} are its own. */
  public char[] chars() {
    return chars;
  }

  public int length() {
    return length;
  }

  private static int wide(int c) {
    if (c >= 0x370 && c < 0x530) {
      return LOOKALIKE;
    }
    return Invisibles.suspicious(c) ? INVISIBLE : 0;
  }

  private static int[] ascii() {
    int[] kinds = new int[128];
    for (char c = '0'; c <= '9'; c++) {
      kinds[c] = DIGIT | TOKEN;
    }
    for (char c = 'a'; c <= 'z'; c++) {
      kinds[c] = TOKEN;
      kinds[Character.toUpperCase(c)] = TOKEN;
    }
    kinds['='] = EQUALS | TOKEN;
    kinds['+'] = TOKEN;
    kinds['/'] = TOKEN;
    kinds['%'] = PERCENT;
    kinds['#'] = HASH;
    kinds['\\'] = BACKSLASH;
    kinds['"'] = QUOTE;
    kinds['\''] = QUOTE;
    return kinds;
  }
}
