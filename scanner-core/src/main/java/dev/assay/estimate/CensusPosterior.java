package dev.assay.estimate;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * The probability that contamination is above a threshold when all records were flagged or not by
 * one test. With theta the contamination, theta > t means AP > t Se + (1 - t) FPR, so one integral
 * over the sensitivity is all it takes.
 */
final class CensusPosterior {
  private static final int NODES = 2000;
  private static final double REACH = 12;

  private CensusPosterior() {}

  /**
   * P(theta > threshold) by the midpoint rule: exact to about six digits and the same on every run.
   *
   * @param apparent share of records flagged, without sampling error
   * @param threshold 0 to 1, less than 1
   */
  static double probabilityAbove(
      double threshold, double apparent, Beta sensitivity, Beta falsePositive) {
    BetaDistribution se = BetaDistribution.of(sensitivity.a(), sensitivity.b());
    BetaDistribution fpr = BetaDistribution.of(falsePositive.a(), falsePositive.b());
    double reach = REACH * sensitivity.standardDeviation();
    double low = Math.max(0, sensitivity.mean() - reach);
    double high = Math.min(1, sensitivity.mean() + reach);
    double step = (high - low) / NODES;
    double sum = 0;
    double mass = 0;
    for (int i = 0; i < NODES; i++) {
      double s = low + (i + 0.5) * step;
      double density = se.density(s);
      mass += density;
      sum += density * fpr.cumulativeProbability((apparent - threshold * s) / (1 - threshold));
    }
    return Math.min(1, sum / mass);
  }
}
