package dev.assay.estimate;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * A Beta distribution, tabulated fast enough for quasi Monte Carlo.
 *
 * @param a first shape, above 0
 * @param b second shape, above 0
 */
record Beta(double a, double b) {
  private static final int GRID = 96;

  /** The distribution with that mean and a variance of {@code ratio} times mean (1 - mean). */
  static Beta of(double mean, double ratio) {
    double precision = 1 / ratio - 1;
    return new Beta(mean * precision, (1 - mean) * precision);
  }

  double mean() {
    return a / (a + b);
  }

  double standardDeviation() {
    return Math.sqrt(mean() * (1 - mean()) / (a + b + 1));
  }

  /**
   * The quantiles of (i + 1/2) / n for i from 0, ascending, by inversion of a tabulated
   * distribution function: exact to a small part of the standard deviation.
   */
  double[] quantiles(int n) {
    double low = Math.max(0, mean() - 10 * standardDeviation());
    double high = Math.min(1, mean() + 25 * standardDeviation());
    BetaDistribution distribution = BetaDistribution.of(a, b);
    double[] quantiles = new double[n];
    double left = low;
    double below = 0;
    int next = 0;
    for (int i = 1; i <= GRID && next < n; i++) {
      double u = (double) i / GRID;
      double right = low + (high - low) * u * u;
      double upTo = i == GRID ? 1 : distribution.cumulativeProbability(right);
      while (next < n && (next + 0.5) / n <= upTo) {
        double share = ((next + 0.5) / n - below) / (upTo - below);
        quantiles[next++] = left + share * (right - left);
      }
      left = right;
      below = upTo;
    }
    return quantiles;
  }
}
