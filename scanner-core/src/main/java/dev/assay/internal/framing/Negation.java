package dev.assay.internal.framing;

import static dev.assay.internal.framing.Concept.MODAL;
import static dev.assay.internal.framing.Concept.NEG;
import static dev.assay.internal.framing.Concept.PASSIVE;
import static dev.assay.internal.framing.Concept.PROTECT;
import static dev.assay.internal.framing.Concept.WISH;

/** Whether a flaw is named in order not to have it. */
final class Negation {
  private static final int BEFORE = 9;
  private static final int AFTER = 4;

  private Negation() {}

  /**
   * Whether a negation or a verb such as "avoid" governs the unit, inside its clause. Two of them
   * cancel: "do not fix the flaw" keeps it.
   */
  static boolean of(Sentence s, int unit) {
    int count = 0;
    boolean wasNegation = false;
    for (int i = unit - 1; i >= Math.max(0, unit - BEFORE); i--) {
      boolean negation = s.is(i, NEG) || s.is(i, PROTECT) && !kept(s, i);
      if (negation && !(wasNegation && s.is(i, PROTECT) && s.is(i + 1, PROTECT))) {
        count++;
      }
      wasNegation = negation;
      if (s.breaks()[i] && clauseStart(s, i)) {
        break;
      }
    }
    for (int i = unit + 1; i <= Math.min(s.units().length - 1, unit + AFTER); i++) {
      if (s.breaks()[i]) {
        break;
      }
      if (s.is(i, PASSIVE)) {
        count++;
        break;
      }
    }
    return count % 2 == 1;
  }

  /** "undo the protection", "the gate blocks": what protects is the matter, and no wish. */
  private static boolean kept(Sentence s, int protect) {
    return s.next(Concept.REMOVE, protect - 2, protect) >= 0
        || s.next(Concept.TOOL, protect - 3, protect) >= 0 && !s.has(WISH);
  }

  /** A comma separates clauses where a verb or a pronoun follows, and else only items of a list. */
  private static boolean clauseStart(Sentence s, int unit) {
    return s.is(unit, MODAL)
        || s.is(unit, WISH)
        || s.is(unit, Concept.HAVE)
        || s.is(unit, Concept.ACTOR)
        || s.is(unit, Concept.DEICTIC);
  }
}
