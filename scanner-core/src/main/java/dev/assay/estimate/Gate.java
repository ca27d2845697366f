package dev.assay.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Decides whether data pass. Immutable.
 *
 * @param threshold the most contamination allowed, at least 0 and below 1
 * @param policy what is held against the threshold
 * @param countLimits for some families how many suspect records are too many, in a set of any size:
 *     ten suffice to undo safety training, a few dozen to plant a back door
 */
public record Gate(double threshold, GatePolicy policy, CountLimits countLimits) {
  /** The threshold unless told otherwise: the least that was seen to wake a toxic persona. */
  public static final double DEFAULT_THRESHOLD = 0.05;

  public Gate {
    if (!(threshold >= 0 && threshold < 1)) {
      throw new IllegalArgumentException("threshold " + threshold + " is not in [0, 1)");
    }
  }

  /** The observed suspect fraction against 5 %, and the standard count limits. */
  public static Gate standard() {
    return new Gate(DEFAULT_THRESHOLD, GatePolicy.OBSERVED, CountLimits.standard());
  }

  /**
   * Decides. An empty scan never passes.
   *
   * @param census what was counted
   * @param contamination the estimate from that census
   */
  public GateResult decide(Census census, Contamination contamination) {
    if (census.scanned() == 0) {
      return result(
          Decision.INCONCLUSIVE, List.of("Nothing was scanned, so nothing can pass."), List.of());
    }
    List<CountReached> counts = reached(census);
    List<String> reasons = new ArrayList<>();
    counts.stream().filter(CountReached::fails).forEach(count -> reasons.add(count.reason()));
    boolean limitPassed = !reasons.isEmpty();
    Decision byFraction =
        switch (policy) {
          case OBSERVED -> observed(census, reasons);
          case ESTIMATE -> estimate(contamination, reasons);
          case LOWER, UPPER -> interval(census, contamination, reasons);
        };
    counts.stream().filter(count -> !count.fails()).forEach(count -> reasons.add(count.reason()));
    return result(limitPassed ? Decision.FAIL : byFraction, reasons, counts);
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

  private Decision observed(Census census, List<String> reasons) {
    double fraction = census.suspectFraction();
    boolean above = fraction > threshold;
    reasons.add(Percent.of(fraction, threshold) + " of records are suspect, " + side(above));
    return above ? Decision.FAIL : Decision.PASS;
  }

  private Decision estimate(Contamination contamination, List<String> reasons) {
    double estimate = contamination.estimate();
    boolean above = estimate > threshold;
    reasons.add(
        "Contamination is estimated at " + Percent.of(estimate, threshold) + ", " + side(above));
    return above ? Decision.FAIL : Decision.PASS;
  }

  private Decision interval(Census census, Contamination contamination, List<String> reasons) {
    String between =
        "Contamination is between "
            + Percent.of(contamination.low(), threshold)
            + " and "
            + Percent.of(contamination.high(), threshold)
            + " at "
            + Percent.of(contamination.confidence())
            + " confidence";
    if (contamination.low() > threshold) {
      reasons.add(between + ", all of it above the limit of " + limit() + ".");
      return Decision.FAIL;
    }
    if (contamination.high() < threshold
        || (policy == GatePolicy.LOWER && contamination.high() == threshold)) {
      reasons.add(between + ", within the limit of " + limit() + ".");
      return Decision.PASS;
    }
    reasons.add(between + ", so it may be on either side of the limit of " + limit() + ".");
    reasons.addAll(whatWouldDecide(census, contamination.confidence()));
    return Decision.INCONCLUSIVE;
  }

  private List<String> whatWouldDecide(Census census, double confidence) {
    List<String> reasons = new ArrayList<>();
    if (threshold == 0) {
      return reasons;
    }
    long records = census.scanned();
    long suspect = census.suspect();
    String sure = " at " + Percent.of(confidence) + " confidence";
    LabelBudget.toPass(records, suspect, threshold, confidence)
        .ifPresent(
            labels ->
                reasons.add(
                    labels(labels)
                        + " would prove it below "
                        + limit()
                        + sure
                        + ", if they are drawn at random from the "
                        + count(records - suspect)
                        + " records that are not suspect and all are found good,"
                        + " even if every suspect record is bad."));
    LabelBudget.toFail(records, suspect, threshold, confidence)
        .ifPresent(
            labels ->
                reasons.add(
                    labels(labels)
                        + " would prove it above "
                        + limit()
                        + sure
                        + ", if they are drawn at random from the "
                        + count(suspect)
                        + " suspect records and all are found bad."));
    if (reasons.isEmpty()) {
      long labels = Proportions.sampleSize(threshold, threshold / 5, confidence, records);
      reasons.add(
          "The suspect records are exactly as many as the limit allows: label them first, or draw "
              + labels(labels)
              + " from all records to measure contamination to about "
              + Percent.of(threshold / 5)
              + ".");
    }
    return reasons;
  }

  private GateResult result(Decision decision, List<String> reasons, List<CountReached> counts) {
    return new GateResult(threshold, policy, decision, reasons, counts);
  }

  private String side(boolean above) {
    return (above ? "above" : "within") + " the limit of " + limit() + ".";
  }

  private String limit() {
    return Percent.exact(threshold);
  }

  private static String labels(long labels) {
    return count(labels) + (labels == 1 ? " label" : " labels");
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
