package dev.assay.estimate;

import java.util.List;

/**
 * What a gate decided, and why.
 *
 * @param threshold 0 to 1
 * @param policy what was held against it
 * @param decision the outcome
 * @param reasons plain sentences for people, at least one, the decisive first
 */
public record GateResult(
    double threshold, GatePolicy policy, Decision decision, List<String> reasons) {
  public GateResult {
    reasons = List.copyOf(reasons);
    if (reasons.isEmpty()) {
      throw new IllegalArgumentException("a gate gives its reasons");
    }
  }
}
