package dev.assay.internal.engine;

import dev.assay.rule.Rule;
import java.util.List;

/**
 * Why a rule that was a candidate matched, or did not.
 *
 * @param rule the rule
 * @param turn index of the turn
 * @param start first UTF-16 unit of the text that the rule was held against
 * @param end one past the last
 * @param anchors what made it a candidate, such as {@code the word dan}
 * @param step how far it came
 * @param detail the expression that decided; may be empty
 */
public record Explanation(
    Rule rule, int turn, int start, int end, List<String> anchors, Step step, String detail) {
  /** How far a candidate came, from first to last. */
  public enum Step {
    /** The query does not hold. */
    QUERY("its query does not hold"),
    /** The expression is not found. */
    REGEX("its expression is not found"),
    /** The expression is found only further into the text than the rule allows. */
    WITHIN("its expression is found too late in the text"),
    /** An expression that must not stand anywhere does. */
    UNLESS("an excluding expression is found in the text"),
    /** In each sentence that the expression is found in, one that must not be there is. */
    UNLESS_NEAR("an excluding expression is found near each hit"),
    /** The code has no place where the pattern holds. */
    CODE("its code pattern holds nowhere"),
    /** The rule matches. */
    MATCHED("it matches");

    private final String said;

    Step(String said) {
      this.said = said;
    }

    /** The step in words. */
    public String said() {
      return said;
    }
  }

  public Explanation {
    anchors = List.copyOf(anchors);
  }

  @Override
  public String toString() {
    return rule.id()
        + ": candidate by "
        + String.join(", ", anchors)
        + "; "
        + step.said()
        + (detail.isEmpty() ? "" : ": " + detail);
  }
}
