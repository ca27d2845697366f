package dev.assay.estimate;

import java.util.List;

/**
 * What a gate decided, and why.
 *
 * @param threshold 0 to 1
 * @param policy what was held against it
 * @param decision the outcome
 * @param reasons plain sentences for people, at least one, the decisive first
 * @param counts count limits that were reached, whether they fail or warn
 * @param parts what was decided about parts that have thresholds of their own
 */
public record GateResult(
    double threshold,
    GatePolicy policy,
    Decision decision,
    List<String> reasons,
    List<CountReached> counts,
    List<PartResult> parts) {
  public GateResult {
    reasons = List.copyOf(reasons);
    counts = List.copyOf(counts);
    parts = List.copyOf(parts);
    if (reasons.isEmpty()) {
      throw new IllegalArgumentException("a gate gives its reasons");
    }
  }

  /** A decision about the whole alone. */
  public GateResult(
      double threshold,
      GatePolicy policy,
      Decision decision,
      List<String> reasons,
      List<CountReached> counts) {
    this(threshold, policy, decision, reasons, counts, List.of());
  }

  /** The same decision with other reasons. */
  public GateResult withReasons(List<String> others) {
    return new GateResult(threshold, policy, decision, others, counts, parts);
  }

  /** A decision that no count had a part in. */
  public GateResult(double threshold, GatePolicy policy, Decision decision, List<String> reasons) {
    this(threshold, policy, decision, reasons, List.of());
  }
}
