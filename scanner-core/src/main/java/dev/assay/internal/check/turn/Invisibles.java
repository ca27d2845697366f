package dev.assay.internal.check.turn;

/** Kinds of characters that show nothing or change how others show (Unicode 15). */
public final class Invisibles {
  private Invisibles() {}

  /** Whether the UTF-16 unit may belong to any kind below; surrogates of plane 14 count. */
  public static boolean suspicious(int c) {
    if (c < 0x200B) {
      return c == 0xAD || c == 0x61C || c == 0x34F || c == 0x180E || c == 0x115F || c == 0x1160;
    }
    return c <= 0x206F && (c <= 0x200F || c >= 0x202A && c <= 0x202E || c >= 0x2060)
        || c == 0x2800
        || c == 0x3164
        || c == 0xFFA0
        || c == 0xFEFF
        || c >= 0xFE00 && c <= 0xFE0F
        || c == 0xDB40;
  }

  /** No width and no ink; joiners included. */
  public static boolean zeroWidth(int c) {
    return c >= 0x200B && c <= 0x200D
        || c >= 0x2060 && c <= 0x2064
        || c == 0xFEFF
        || c == 0x180E
        || c == 0x34F;
  }

  /** Letters that are blank: Hangul fillers and the empty Braille cell. */
  public static boolean filler(int c) {
    return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x2800;
  }

  /** Forces a direction, whatever the letters say. */
  public static boolean bidiOverride(int c) {
    return c == 0x202D || c == 0x202E;
  }

  /** Embeds, isolates or overrides a direction. */
  public static boolean bidiControl(int c) {
    return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
  }

  /** Tag characters: a copy of ASCII that is never drawn. */
  public static boolean tag(int codePoint) {
    return codePoint >= 0xE0000 && codePoint <= 0xE007F;
  }

  public static boolean variationSelector(int codePoint) {
    return codePoint >= 0xFE00 && codePoint <= 0xFE0F
        || codePoint >= 0xE0100 && codePoint <= 0xE01EF;
  }

  /** Whether joiners and invisible breaks are ordinary spelling next to this letter. */
  public static boolean joiningScript(int codePoint) {
    if (codePoint < 0x600) {
      return false;
    }
    switch (Character.UnicodeScript.of(codePoint)) {
      case LATIN, COMMON, INHERITED, HAN, HIRAGANA, KATAKANA, HANGUL, UNKNOWN:
        return false;
      default:
        return true;
    }
  }

  /** Written from right to left. */
  public static boolean rightToLeft(int codePoint) {
    byte direction = Character.getDirectionality(codePoint);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }
}
