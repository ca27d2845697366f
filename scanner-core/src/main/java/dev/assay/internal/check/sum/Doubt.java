package dev.assay.internal.check.sum;

import java.util.Locale;

/**
 * Whether a line talks about a statement (as a mistake, an estimate, a case) instead of making it.
 */
final class Doubt {
  private static final int REACH = 160;

  private static final String[] WORDS = {
    "wrong",
    "incorrect",
    "mistake",
    "error",
    "instead",
    "not equal",
    "isn't",
    "is not",
    "are not",
    "does not",
    "doesn't",
    "isn\u2019t",
    "false",
    "mod ",
    "modulo",
    "binary",
    "hex",
    "octal",
    "base ",
    "claim",
    "suppose",
    "if ",
    "approx",
    "about ",
    "remainder",
    "joke",
    "fallacy",
    "synergy",
    "orwell",
    "would be",
    "\u2260",
    "\u2248",
    "round",
    "clock",
    "vector",
    "matrix",
    "string",
    "concat",
    "roughly",
    "nearly",
    "almost",
    "around",
    "version",
    "myth",
    "?"
  };

  private Doubt() {}

  /** Looks in the line around the span, at most {@value #REACH} characters each way. */
  static boolean in(String text, int start, int end) {
    int from = Math.max(text.lastIndexOf('\n', start) + 1, start - REACH);
    int lineEnd = text.indexOf('\n', end);
    int to = Math.min(lineEnd < 0 ? text.length() : lineEnd, end + REACH);
    String line = text.substring(Math.min(from, start), to).toLowerCase(Locale.ROOT);
    for (String word : WORDS) {
      if (line.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
