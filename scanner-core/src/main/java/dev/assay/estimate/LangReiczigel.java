package dev.assay.estimate;

/**
 * True prevalence from an imperfect test: the point estimate of Rogan and Gladen (1978) and the
 * interval of Lang and Reiczigel (2014), whose equation 4 is taken with (1 - P) squared, as in the
 * R package asht. Limits are not clipped to [0, 1]: sums of families need them as they are.
 *
 * @param low lower limit
 * @param high upper limit
 */
record LangReiczigel(double low, double high) {
  /**
   * The least that sensitivity may exceed the false positive rate by. A test this close to a coin
   * cannot be corrected, only blown up; what it finds is then divided by this.
   */
  static final double LEAST_YOUDEN = 0.05;

  /** Rogan-Gladen, not clipped. */
  static double estimate(double apparent, double sensitivity, double falsePositiveRate) {
    return (apparent - falsePositiveRate) / youden(sensitivity, falsePositiveRate);
  }

  /**
   * The interval.
   *
   * @param apparent share of records flagged
   * @param sensitivity share of poisoned records flagged
   * @param falsePositive share of clean records flagged: 1 - specificity
   * @param z normal quantile of the confidence
   */
  static LangReiczigel interval(
      ShrunkRate apparent, ShrunkRate sensitivity, ShrunkRate falsePositive, double z) {
    double theta = estimate(apparent.p(), sensitivity.p(), falsePositive.p());
    double shift =
        2 * z * z * (theta * sensitivity.variance() - (1 - theta) * falsePositive.variance());
    double variance =
        apparent.variance()
            + theta * theta * sensitivity.variance()
            + (1 - theta) * (1 - theta) * falsePositive.variance();
    double half = z * Math.sqrt(variance) / youden(sensitivity.p(), falsePositive.p());
    return new LangReiczigel(theta + shift - half, theta + shift + half);
  }

  static double youden(double sensitivity, double falsePositiveRate) {
    return Math.max(LEAST_YOUDEN, sensitivity - falsePositiveRate);
  }
}
