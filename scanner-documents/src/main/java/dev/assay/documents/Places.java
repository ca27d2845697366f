package dev.assay.documents;

/** Names of places, which come from what may be hostile. */
final class Places {
  private static final int LONGEST = 200;

  private static final int LONGEST_SENTENCE = 500;

  private Places() {}

  /** What a parser says is wrong; it may quote the document. */
  static String sentence(String text) {
    return clean(text, LONGEST_SENTENCE);
  }

  /** Bounded, in one line, without control characters. */
  static String clean(String place) {
    return clean(place, LONGEST);
  }

  private static String clean(String place, int longest) {
    StringBuilder clean = new StringBuilder();
    place
        .codePoints()
        .limit(longest)
        .forEach(c -> clean.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
    return clean.toString();
  }
}
