package dev.assay.internal.check.sum;

import dev.assay.internal.check.turn.CharFacts;
import dev.assay.internal.check.turn.Check;
import dev.assay.internal.check.turn.Findings;
import dev.assay.internal.check.turn.TurnView;
import java.util.Set;

/**
 * Sums in an answer that are certainly wrong. Whatever could be right under another reading
 * (rounding, another order of operations, a unit changed on the way) is left alone, and so is
 * whatever passes a bound.
 */
public final class ArithmeticCheck implements Check {
  static final String ANNOTATION = "arithmetic-annotation";
  static final String EQUATION = "arithmetic-equation";
  static final String FINAL_ANSWER = "arithmetic-final-answer";
  static final String PERCENTAGE = "arithmetic-percentage";
  static final String FRACTION = "arithmetic-fraction-of";
  static final String UNITS = "arithmetic-unit-conversion";
  static final String COMPARISON = "arithmetic-comparison";
  static final String WEEKDAY = "arithmetic-weekday";
  static final String LETTERS = "arithmetic-letter-count";

  @Override
  public Set<String> names() {
    return Set.of(
        ANNOTATION,
        EQUATION,
        FINAL_ANSWER,
        PERCENTAGE,
        FRACTION,
        UNITS,
        COMPARISON,
        WEEKDAY,
        LETTERS);
  }

  @Override
  public boolean concerns(TurnView turn) {
    return turn.facts().has(CharFacts.DIGIT | CharFacts.QUOTE);
  }

  @Override
  public void check(TurnView turn, Findings out) {
    CharFacts facts = turn.facts();
    String text = turn.text();
    if (facts.has(CharFacts.EQUALS) && facts.has(CharFacts.DIGIT)) {
      Equations.find(turn, out);
      FinalAnswer.find(turn, out);
    }
    if (facts.has(CharFacts.DIGIT)) {
      SpokenSums.find(turn, out);
    }
    if (facts.has(CharFacts.QUOTE)) {
      LetterCounts.find(text, out);
    }
  }
}
