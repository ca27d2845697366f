package dev.assay.internal.engine;

/**
 * How far a candidate came.
 *
 * @param step where it ended
 * @param detail the expression or word that decided; may be empty
 */
record Outcome(Explanation.Step step, String detail) {
  static final Outcome MATCHED = new Outcome(Explanation.Step.MATCHED, "");
}
