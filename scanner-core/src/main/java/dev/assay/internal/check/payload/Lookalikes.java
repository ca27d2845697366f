package dev.assay.internal.check.payload;

import dev.assay.internal.check.turn.Findings;

/**
 * Words that mix Latin letters with Greek or Cyrillic ones of the same shape. Nobody types them:
 * they slip past filters, and a model learns another token.
 */
final class Lookalikes {
  /** Shapes shared with Latin: Cyrillic, then Greek (capitals, and the letters o and v). */
  private static final String SHAPES =
      "\u0430\u0435\u043E\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0501\u051B\u051D"
          + "\u0410\u0412\u0415\u041A\u041C\u041D\u041E\u0420\u0421\u0422\u0425\u0406\u0408\u0405"
          + "\u03BF\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7";

  private static final int LEAST_WORDS = 2;

  private Lookalikes() {}

  static void find(String text, Findings out) {
    int words = 0;
    int first = 0;
    int i = 0;
    while (i < text.length()) {
      if (!Character.isLetter(text.charAt(i))) {
        i++;
        continue;
      }
      int start = i;
      int latin = 0;
      int shapes = 0;
      int other = 0;
      for (; i < text.length() && Character.isLetter(text.charAt(i)); i++) {
        char c = text.charAt(i);
        if (c < 0x250) {
          latin++;
        } else if (SHAPES.indexOf(c) >= 0) {
          shapes++;
        } else {
          other++;
        }
      }
      // Cyrillic endings on Latin names ("web-сайт" without its hyphen) hold other letters too.
      if (latin >= 2 && shapes >= 1 && other == 0 && latin + shapes >= 4) {
        first = words++ == 0 ? start : first;
        if (words == LEAST_WORDS) {
          out.found(HiddenTextCheck.LOOKALIKES, first, i);
          return;
        }
      }
    }
  }
}
