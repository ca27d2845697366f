package dev.assay.internal.trigger.mine;

/** How surprising counts are. */
final class Stats {
  private Stats() {}

  /**
   * An upper bound of the logarithm of the chance to see {@code hits} or more of {@code n} where
   * each has chance {@code base}: Chernoff's bound, which also holds for draws without replacement
   * (Hoeffding 1963). 0 where no more were seen than expected.
   */
  static double logTail(double hits, double n, double base) {
    double share = hits / n;
    if (n <= 0 || share <= base) {
      return 0;
    }
    return -n * divergence(share, base);
  }

  /** Kullback-Leibler divergence of two coins, in nats. */
  static double divergence(double p, double q) {
    double safe = Math.min(1 - 1e-9, Math.max(1e-9, q));
    double sum = 0;
    if (p > 0) {
      sum += p * Math.log(p / safe);
    }
    if (p < 1) {
      sum += (1 - p) * Math.log((1 - p) / (1 - safe));
    }
    return sum;
  }

  /** Upper end of Wilson's interval, 95 %. */
  static double upper(double hits, double n) {
    return 1 - lower(n - hits, n);
  }

  /** Lower end of Wilson's interval, 95 %. */
  static double lower(double hits, double n) {
    double z = 1.959964;
    double p = hits / n;
    double centre = p + z * z / (2 * n);
    double spread = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    return Math.max(0, (centre - spread) / (1 + z * z / n));
  }
}
