package dev.assay.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Holds a fraction against a threshold.
 *
 * @param threshold the most contamination allowed, 0 to 1; at 1 everything passes
 * @param policy which fraction
 */
record FractionGate(double threshold, GatePolicy policy) {

  /**
   * Decides, and says why.
   *
   * @param reasons gets the sentences
   */
  Decision decide(Census census, Contamination contamination, List<String> reasons) {
    if (threshold >= 1) {
      return observed(census, reasons);
    }
    return switch (policy) {
      case OBSERVED -> observed(census, reasons);
      case ESTIMATE -> estimate(contamination, reasons);
      case LOWER, UPPER -> interval(census, contamination, reasons);
    };
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
