package dev.assay.internal.framing;

/**
 * One sentence as a row of units: words, or phrases that the lexicon knows, each with its concepts.
 *
 * @param turn index of the turn
 * @param start first UTF-16 unit
 * @param end one past the last
 * @param hash of the words alone, in lower case: the same for the same sentence in other spacing,
 *     punctuation, case and numbers
 * @param all concepts of all units
 * @param units concepts of each unit, as bits of {@link Concept}
 * @param words hashes of its words in lower case, all numbers the same
 * @param breaks whether a comma or the like stands before the unit
 */
record Sentence(
    int turn,
    int start,
    int end,
    long hash,
    long[] words,
    long all,
    long[] units,
    boolean[] breaks) {
  boolean is(int unit, Concept concept) {
    return unit >= 0 && unit < units.length && (units[unit] & concept.bit()) != 0;
  }

  boolean has(Concept concept) {
    return (all & concept.bit()) != 0;
  }

  /** The first unit of that concept in {@code [from, to)}, or -1. */
  int next(Concept concept, int from, int to) {
    long bit = concept.bit();
    for (int i = Math.max(0, from); i < Math.min(to, units.length); i++) {
      if ((units[i] & bit) != 0) {
        return i;
      }
    }
    return -1;
  }

  /** Whether a unit of that concept lies within so many units of this one, itself excepted. */
  boolean near(Concept concept, int unit, int before, int after) {
    return next(concept, unit - before, unit) >= 0
        || next(concept, unit + 1, unit + after + 1) >= 0;
  }
}
