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
 */
public record GateResult(
    double threshold,
    GatePolicy policy,
    Decision decision,
    List<String> reasons,
    List<CountReached> counts) {
  public GateResult {
    reasons = List.copyOf(reasons);
    counts = List.copyOf(counts);
    if (reasons.isEmpty()) {
      throw new IllegalArgumentException("a gate gives its reasons");
    }
  }

  /** A decision that no count had a part in. */
  public GateResult(double threshold, GatePolicy policy, Decision decision, List<String> reasons) {
    this(threshold, policy, decision, reasons, List.of());
  }
}
