package dev.assay.internal.check.sum;

import dev.assay.internal.check.sum.Expression.Value;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the sides of an equation, as far as they are plain. */
final class Sides {
  private Sides() {}

  /** One side, if it is whole: nothing after it that would belong to it. */
  static @Nullable Value read(String text, int start, int limit) {
    Value value = Expression.read(text, start, limit);
    if (value == null
        || divisions(text, start, value.end()) > 1
        || percentOff(text, start, value)
        || value.end() >= limit && limit < text.length()) {
      return null;
    }
    int next = Numbers.skipSpaces(text, value.end(), text.length());
    if (next >= text.length()) {
      return value;
    }
    char c = text.charAt(next);
    boolean spaced = next > value.end();
    if (c >= '0' && c <= '9' || "+*/^([{!_\\:\u00D7\u00F7\u2026".indexOf(c) >= 0) {
      return null;
    }
    if (c == ',' || c == '.') {
      return Numbers.digitAt(text, next + 1, text.length()) || text.startsWith("..", next)
          ? null
          : value;
    }
    if (Numbers.minus(c) && !spaced
        || Numbers.minus(c)
            && Numbers.digitAt(
                text, Numbers.skipSpaces(text, next + 1, text.length()), text.length())) {
      return null;
    }
    return Character.isLetter(c) ? beforeWord(text, next, value) : value;
  }

  /** "200 - 20%" may mean a fifth less. */
  private static boolean percentOff(String text, int start, Value value) {
    boolean sum = false;
    for (int i = start; value.percent() && i < value.end(); i++) {
      sum |= text.charAt(i) == '+' || Numbers.minus(text.charAt(i));
    }
    return sum;
  }

  /** "14 / 1 / 4" may be 14 over a quarter. */
  private static int divisions(String text, int start, int end) {
    int count = 0;
    for (int i = start; i < end; i++) {
      count += text.charAt(i) == '/' || text.charAt(i) == '\u00F7' ? 1 : 0;
    }
    return count;
  }

  /** A number followed by a unit stands alone; one followed by an unknown or a scale does not. */
  private static @Nullable Value beforeWord(String text, int word, Value value) {
    int end = word;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    String letters = text.substring(word, end).toLowerCase(Locale.ROOT);
    boolean unknown =
        letters.length() == 1 && "gmslh".indexOf(letters.charAt(0)) < 0 && !"a".equals(letters);
    boolean scale =
        Set.of(
                "thousand",
                "million",
                "billion",
                "trillion",
                "dozen",
                "dozens",
                "hundred",
                "percent",
                "mod",
                "rem",
                "remainder",
                "k",
                "bn",
                "pi",
                "plus",
                "minus",
                "times",
                "over",
                "divided",
                "and",
                "to",
                "or",
                "e")
            .contains(letters);
    return unknown || scale ? null : value;
  }

  static boolean unitFollows(String text, int end) {
    int next = Numbers.skipSpaces(text, end, text.length());
    return next < text.length() && Character.isLetter(text.charAt(next));
  }
}
