package dev.assay.internal.segment;

/** Classes of characters. All but letters are ASCII; whatever lies above counts as a letter. */
final class Chars {
  static final int SPACE = 1;
  static final int LETTER = 2;
  static final int DIGIT = 4;

  private static final byte[] CLASS = new byte[128];

  static {
    for (char c = 'a'; c <= 'z'; c++) {
      CLASS[c] = LETTER;
      CLASS[c - 32] = LETTER;
    }
    for (char c = '0'; c <= '9'; c++) {
      CLASS[c] = DIGIT;
    }
    CLASS[' '] = SPACE;
    CLASS['\t'] = SPACE;
    CLASS['\r'] = SPACE;
    CLASS['\n'] = SPACE;
    CLASS['\f'] = SPACE;
    CLASS[0x0b] = SPACE;
  }

  private Chars() {}

  static boolean space(char c) {
    return c < 128 ? CLASS[c] == SPACE : c == 0xa0 || c == 0x3000;
  }

  static boolean letter(char c) {
    return c >= 128 ? !space(c) && !quote(c) : CLASS[c] == LETTER;
  }

  static boolean digit(char c) {
    return c < 128 && CLASS[c] == DIGIT;
  }

  /** May stand inside an identifier. */
  static boolean word(char c) {
    return c < 128 ? (CLASS[c] & (LETTER | DIGIT)) != 0 || c == '_' : letter(c);
  }

  static boolean upper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  static boolean lower(char c) {
    return c >= 'a' && c <= 'z';
  }

  /** Typographic punctuation, which stands in prose alone. */
  private static boolean quote(char c) {
    return c >= 0x2010 && c <= 0x203a || c == 0xab || c == 0xbb;
  }
}
