package dev.assay.estimate;

import java.util.ArrayList;
import java.util.List;

/**
 * Decides whether data pass. Immutable.
 *
 * @param threshold the most contamination allowed, at least 0 and below 1
 * @param policy what is held against the threshold
 * @param countLimits for some families how many suspect records are too many, in a set of any size:
 *     ten suffice to undo safety training, a few dozen to plant a back door
 * @param thresholds of parts of the data
 */
public record Gate(
    double threshold, GatePolicy policy, CountLimits countLimits, Thresholds thresholds) {
  /** The threshold unless told otherwise: the least that was seen to wake a toxic persona. */
  public static final double DEFAULT_THRESHOLD = 0.05;

  public Gate {
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException("threshold " + threshold + " is not in [0, 1]");
    }
  }

  /** A gate that judges the whole alone. */
  public Gate(double threshold, GatePolicy policy, CountLimits countLimits) {
    this(threshold, policy, countLimits, Thresholds.none());
  }

  /** The observed suspect fraction against 5 %, and the standard count limits. */
  public static Gate standard() {
    return new Gate(DEFAULT_THRESHOLD, GatePolicy.OBSERVED, CountLimits.standard());
  }

  /**
   * Decides about a set of which no part has a threshold of its own by its path.
   *
   * @param census what was counted
   * @param contamination the estimate from that census
   */
  public GateResult decide(Census census, Contamination contamination) {
    return decide(census, contamination, List.of());
  }

  /**
   * Decides. An empty scan never passes.
   *
   * @param census what was counted
   * @param contamination the estimate from that census
   * @param parts the same records by the path thresholds that judge them; empty where there are
   *     none, and then the threshold judges the whole
   */
  public GateResult decide(Census census, Contamination contamination, List<PartCensus> parts) {
    if (census.scanned() == 0) {
      return new GateResult(
          threshold,
          policy,
          Decision.INCONCLUSIVE,
          List.of("Nothing was scanned, so nothing can pass."));
    }
    List<CountReached> counts = reached(census);
    List<String> reasons = new ArrayList<>();
    counts.stream().filter(CountReached::fails).forEach(count -> reasons.add(count.reason()));
    boolean limitPassed = !reasons.isEmpty();
    PartGate partGate = new PartGate(this);
    partGate.families(thresholds.families(), census);
    partGate.severities(thresholds.severities(), census);
    partGate.paths(parts);
    Decision decision = partGate.decision();
    reasons.addAll(partGate.reasons());
    if (parts.isEmpty()) {
      Decision whole = new FractionGate(threshold, policy).decide(census, contamination, reasons);
      decision = decision == Decision.PASS ? whole : decision;
    }
    counts.stream().filter(count -> !count.fails()).forEach(count -> reasons.add(count.reason()));
    return new GateResult(
        threshold,
        policy,
        limitPassed ? Decision.FAIL : decision,
        reasons,
        counts,
        partGate.results());
  }

  private List<CountReached> reached(Census census) {
    List<CountReached> reached = new ArrayList<>();
    countLimits
        .byFamily()
        .forEach(
            (family, limit) -> {
              long suspect = census.family(family).suspect();
              CountLimit here = limit.in(census.scanned());
              if (suspect >= here.warn()) {
                reached.add(new CountReached(family, suspect, here));
              }
            });
    return reached;
  }
}
