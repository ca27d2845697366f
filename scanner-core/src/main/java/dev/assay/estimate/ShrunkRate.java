package dev.assay.estimate;

/**
 * A measured rate, drawn a little towards 1/2 so that counts of 0 keep an uncertainty.
 *
 * @param p the rate, 0 to 1
 * @param noise its variance over p(1 - p): one over the effective sample size, 0 if it is exact
 */
record ShrunkRate(double p, double noise) {
  /** As Lang and Reiczigel shrink sensitivity and specificity: one hit and one miss more. */
  static ShrunkRate plusOne(double rate, double total) {
    return new ShrunkRate((total * rate + 1) / (total + 2), 1 / (total + 2));
  }

  /**
   * As they shrink the apparent prevalence: z squared more records.
   *
   * @param addedHits how many of those are hits; z squared over 2 in the paper
   */
  static ShrunkRate plusZ(double rate, double total, double z, double addedHits) {
    double n = total + z * z;
    return new ShrunkRate((total * rate + addedHits) / n, 1 / n);
  }

  double variance() {
    return p * (1 - p) * noise;
  }
}
