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

  /** Shorter runs of letters and the like are not measured. */
  private static final int LEAST_TOKEN = 20;

  private char[] chars = new char[4096];
  private int length;
  private int seen;
  private int longestToken;
  private int[] wordStarts = new int[512];

  /** How many words there are; -1 until somebody asks. */
  private int words;

  public void fill(String text) {
    length = text.length();
    if (chars.length < length) {
      chars = new char[Math.max(length, chars.length * 2)];
    }
    text.getChars(0, length, chars, 0);
    seen = kinds();
    longestToken = longestRun();
    words = -1;
  }

  /** How many runs of ASCII letters there are. */
  public int words() {
    if (words < 0) {
      words = findWords();
    }
    return words;
  }

  /** Where each of them starts, in order; only the first {@link #words()} are of this turn. */
  public int[] wordStarts() {
    return wordStarts;
  }

  private int findWords() {
    if (wordStarts.length <= length / 2 + 1) {
      wordStarts = new int[length + 2];
    }
    int count = 0;
    int before = 0;
    for (int i = 0; i < length; i++) {
      int letter = isLetter(chars[i]) ? 1 : 0;
      // Written always and kept where a word starts: no branch that nobody could foresee.
      wordStarts[count] = i;
      count += letter & ~before;
      before = letter;
    }
    return count;
  }

  static boolean isLetter(char c) {
    int letter = (c | 0x20) - 'a';
    return letter >= 0 && letter < 26;
  }

  /** In most texts all is ASCII; where not, look again at what is beyond. */
  private int kinds() {
    int all = 0;
    int bits = 0;
    for (int i = 0; i < length; i++) {
      int c = chars[i];
      bits |= c;
      all |= ASCII[c & 127];
    }
    if (bits < 128) {
      return all;
    }
    all = 0;
    for (int i = 0; i < length; i++) {
      int c = chars[i];
      all |= c < 128 ? ASCII[c] : wide(c);
    }
    return all;
  }

  /**
   * Looks back from where a run would have to reach that starts behind the last character that is
   * in none (as Boyer and Moore do, 1977): most characters are never looked at.
   */
  private int longestRun() {
    int longest = 0;
    int start = 0;
    while (start + LEAST_TOKEN <= length) {
      int i = start + LEAST_TOKEN - 1;
      while (i >= start && token(chars[i])) {
        i--;
      }
      if (i < start) {
        i = start + LEAST_TOKEN;
        while (i < length && token(chars[i])) {
          i++;
        }
        longest = Math.max(longest, i - start);
      }
      start = i + 1;
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
   * Length of the longest run of letters, digits, +, / and =, if it has {@value #LEAST_TOKEN} or
   * more, else 0: encoded text is long.
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
