package dev.assay.estimate;

import java.util.List;

/**
 * The predictive distribution of the contamination of all families together, by quasi Monte Carlo
 * on a Korobov lattice: the same points on every run, each distribution evenly covered. The
 * multiplier is the best of its number of points by the spectral test over all pairs of 27
 * dimensions, three for each family.
 */
final class PredictiveLattice {
  private static final int POINTS = 4093;
  private static final int MULTIPLIER = 1567;

  private final double[] totals = new double[POINTS];
  private int generator = 1;

  /** The probability that the families' contamination adds up to more than the threshold. */
  static double probabilityAbove(double threshold, List<FamilyEstimate> families) {
    PredictiveLattice lattice = new PredictiveLattice();
    families.forEach(lattice::add);
    int above = 0;
    for (double total : lattice.totals) {
      if (Math.min(1, total) > threshold) {
        above++;
      }
    }
    return (double) above / POINTS;
  }

  private void add(FamilyEstimate family) {
    double[] sensitivity = draw(family.sensitivity().predictive());
    double[] falsePositive = draw(family.falsePositive().predictive());
    double[] apparent = family.apparentExact() ? new double[0] : draw(family.apparent());
    for (int i = 0; i < POINTS; i++) {
      double flagged = family.apparentExact() ? family.observed() : apparent[i];
      double theta = LangReiczigel.estimate(flagged, sensitivity[i], falsePositive[i]);
      totals[i] += Math.min(1, Math.max(0, theta));
    }
  }

  /** One coordinate of every point, mapped to that distribution. */
  private double[] draw(Beta beta) {
    double[] quantiles = beta.quantiles(POINTS);
    double[] drawn = new double[POINTS];
    int index = 0;
    for (int i = 0; i < POINTS; i++) {
      drawn[i] = quantiles[index];
      index = (index + generator) % POINTS;
    }
    generator = (int) ((long) generator * MULTIPLIER % POINTS);
    return drawn;
  }
}
