package dev.assay.internal.report;

/**
 * Characters that a reader does not see, or that change how their neighbours are shown. The ranges
 * are written out, so that reports are the same on every Java version.
 *
 * <p>Source: Unicode 15.0, properties {@code Default_Ignorable_Code_Point} and {@code
 * Bidi_Control}, general categories {@code Cc}, {@code Zl} and {@code Zp}, and the noncharacters.
 */
final class Invisible {
  private static final int[] BASIC = {
    0x0000, 0x001F, 0x007F, 0x009F, 0x00AD, 0x00AD, 0x034F, 0x034F, 0x061C, 0x061C, 0x115F, 0x1160,
    0x17B4, 0x17B5, 0x180B, 0x180F, 0x200B, 0x200F, 0x2028, 0x202E, 0x2060, 0x206F, 0x3164, 0x3164,
    0xD800, 0xDFFF, 0xFDD0, 0xFDEF, 0xFE00, 0xFE0F, 0xFEFF, 0xFEFF, 0xFFA0, 0xFFA0, 0xFFF0, 0xFFFB,
    0xFFFE, 0xFFFF
  };
  private static final int[] STACKING = {
    0x0300, 0x036F, 0x0483, 0x0489, 0x1AB0, 0x1AFF, 0x1DC0, 0x1DFF, 0x20D0, 0x20FF, 0xFE20, 0xFE2F
  };

  private Invisible() {}

  /** Whether the code point must be spelled out to be seen; lone surrogates are such. */
  static boolean is(int codePoint) {
    if (codePoint < 0x7F) {
      return codePoint < 0x20;
    }
    if (codePoint <= 0xFFFF) {
      return in(BASIC, codePoint);
    }
    return (codePoint >= 0x1BCA0 && codePoint <= 0x1BCA3)
        || (codePoint >= 0x1D173 && codePoint <= 0x1D17A)
        || (codePoint >= 0xE0000 && codePoint <= 0xE0FFF)
        || (codePoint & 0xFFFE) == 0xFFFE;
  }

  /** Whether the code point is drawn over the one before it: many of them overrun other lines. */
  static boolean stacks(int codePoint) {
    return codePoint >= 0x300 && codePoint <= 0xFFFF && in(STACKING, codePoint);
  }

  /** How the code point is spelled out, such as {@code <U+202E>}. */
  static String spelled(int codePoint) {
    String hex = Integer.toHexString(codePoint).toUpperCase(java.util.Locale.ROOT);
    return "<U+" + "0".repeat(Math.max(0, 4 - hex.length())) + hex + ">";
  }

  private static boolean in(int[] ranges, int codePoint) {
    for (int i = 0; i < ranges.length && ranges[i] <= codePoint; i += 2) {
      if (codePoint <= ranges[i + 1]) {
        return true;
      }
    }
    return false;
  }
}
