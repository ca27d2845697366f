package dev.assay.estimate;

import java.util.List;

/**
 * The interval of the sum of all families, from their own intervals: the method of variance
 * estimates recovery of Zou and Donner (2008), which adds the squared distances between estimates
 * and limits.
 */
final class Mover {
  private Mover() {}

  /** The sum of the clipped estimates, at most 1. */
  static double estimate(List<FamilyEstimate> families) {
    return Math.min(1, families.stream().mapToDouble(FamilyEstimate::estimate).sum());
  }

  /**
   * The upper limit, at most 1. Families that flagged fewer than expected count as 0, not as less.
   */
  static double high(List<FamilyEstimate> families) {
    double squares = 0;
    for (FamilyEstimate family : families) {
      double distance = family.high() - family.estimate();
      squares += distance * distance;
    }
    return Math.min(1, estimate(families) + Math.sqrt(squares));
  }

  /**
   * The lower limit, at least 0. A sum of clipped estimates is above 0 on clean data, so it has no
   * honest lower limit of its own. Two sums have: that of all unclipped estimates, and that of the
   * families each above 0 beyond doubt (Bonferroni). The higher one counts.
   */
  static double low(List<FamilyEstimate> families, double confidence) {
    double tail = (1 - confidence) / Math.max(1, families.size());
    double stretch = Proportions.twoSidedZ(1 - tail) / Proportions.twoSidedZ(confidence);
    List<FamilyEstimate> certain =
        families.stream().filter(family -> family.signed() - stretch * down(family) > 0).toList();
    double low = Math.max(signedLow(families), signedLow(certain));
    return Math.min(estimate(families), Math.max(0, low));
  }

  private static double signedLow(List<FamilyEstimate> families) {
    double sum = 0;
    double squares = 0;
    for (FamilyEstimate family : families) {
      sum += family.signed();
      squares += down(family) * down(family);
    }
    return sum - Math.sqrt(squares);
  }

  private static double down(FamilyEstimate family) {
    return family.signed() - family.low();
  }
}
