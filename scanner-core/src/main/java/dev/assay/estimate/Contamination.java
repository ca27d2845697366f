package dev.assay.estimate;

/**
 * The estimated fraction of poisoned records, with its interval. All fractions are 0 to 1.
 *
 * @param estimate point estimate, within the interval
 * @param low lower limit
 * @param high upper limit
 * @param confidence of the interval, such as 0.95
 * @param method how it was computed, for reports
 * @param noiseFloor share of clean records that the rules flag by mistake: a suspect fraction up to
 *     it cannot be told from none
 * @param probabilityAboveThreshold that contamination is above the threshold it was asked for
 */
public record Contamination(
    double estimate,
    double low,
    double high,
    double confidence,
    String method,
    double noiseFloor,
    double probabilityAboveThreshold) {
  public Contamination {
    Proportions.requireConfidence(confidence);
    if (!(0 <= low && low <= estimate && estimate <= high && high <= 1)) {
      throw new IllegalArgumentException(estimate + " [" + low + ", " + high + "]");
    }
    if (!(noiseFloor >= 0 && noiseFloor <= 1)) {
      throw new IllegalArgumentException("noise floor " + noiseFloor);
    }
    if (!(probabilityAboveThreshold >= 0 && probabilityAboveThreshold <= 1)) {
      throw new IllegalArgumentException("probability " + probabilityAboveThreshold);
    }
  }

  /** The limits. */
  public Interval interval() {
    return new Interval(low, high, confidence);
  }
}
