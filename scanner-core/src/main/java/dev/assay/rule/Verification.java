package dev.assay.rule;

import java.util.List;
import java.util.Map;

/** What must hold, besides the rule's query, for the rule to match. */
public sealed interface Verification {

  /**
   * A regular expression (RE2 syntax, so linear in the text) found in the scoped text.
   *
   * @param regex must be found; a group named {@code evidence} narrows the evidence to it
   * @param unless if any of these is found in the same scoped text, the rule does not match
   * @param unlessNear if any of these is found in the sentence or line of the evidence, this hit
   *     does not count (a negation, a warning, a quotation)
   * @param within only hits that start in the first so many UTF-16 units count; 0 means anywhere
   * @param anchors folded literals of which one stands in every match, worked out when the rule was
   *     packed; empty where they are still to be worked out, or a query is there to take their
   *     place
   */
  record Expression(
      String regex, List<String> unless, List<String> unlessNear, int within, List<String> anchors)
      implements Verification {
    public Expression {
      unless = List.copyOf(unless);
      unlessNear = List.copyOf(unlessNear);
      anchors = List.copyOf(anchors);
    }

    /** An expression whose anchors are still to be worked out. */
    public Expression(String regex, List<String> unless, List<String> unlessNear, int within) {
      this(regex, unless, unlessNear, within, List.of());
    }
  }

  /**
   * A pattern over analysed code.
   *
   * @param tree as written in the rule's {@code code:} block
   * @param anchors sets of words, each set with blanks between its words; one word of each set
   *     stands in every match. Worked out when the rule was packed; empty where they are still to
   *     be worked out, or a query is there to take their place
   */
  record CodePattern(Map<String, Object> tree, List<String> anchors) implements Verification {
    public CodePattern {
      anchors = List.copyOf(anchors);
    }

    /** A pattern whose anchors are still to be worked out. */
    public CodePattern(Map<String, Object> tree) {
      this(tree, List.of());
    }
  }

  /**
   * A check that is code, named by the rule that describes it: the rule carries the reason, the
   * message and the severity, a detector of that name does the looking.
   */
  record Check(String name) implements Verification {}

  /**
   * A practice that must not be urged, or not be talked away; the tree as written in the rule's
   * {@code norm:} block.
   */
  record Norm(Map<String, Object> tree) implements Verification {}

  /** The query alone decides. */
  record QueryOnly() implements Verification {}
}
