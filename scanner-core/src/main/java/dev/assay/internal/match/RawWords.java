package dev.assay.internal.match;

import dev.assay.internal.text.CharFold;
import java.util.ArrayList;
import java.util.List;

/** Cuts short texts into words. */
final class RawWords {
  private RawWords() {}

  /** The words, with their case. */
  static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); ) {
      int c = i < text.length() ? text.codePointAt(i) : ' ';
      boolean word = CharFold.isWord(c);
      if (word && start < 0) {
        start = i;
      } else if (!word && start >= 0) {
        words.add(text.substring(start, i));
        start = -1;
      }
      i += Character.charCount(c);
    }
    return words;
  }
}
