package dev.assay.estimate;

/**
 * A confidence interval.
 *
 * @param low lower limit, at most {@code high}
 * @param high upper limit
 * @param confidence such as 0.95: the share of such intervals that hold the truth
 */
public record Interval(double low, double high, double confidence) {
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("interval from " + low + " to " + high);
    }
    Proportions.requireConfidence(confidence);
  }

  /** Whether the value lies between the limits or on one of them. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }
}
