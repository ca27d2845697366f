package dev.assay.estimate;

import java.util.List;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A rate measured on labelled sources, as it may be on a source that was never seen. The rates of
 * sources are taken as beta-binomial: their variance is p(1 - p) rho, over and above the binomial.
 *
 * <p>rho is the moment estimate of Kleinman (1973), averaged with a prior rho that counts for
 * {@link #PRIOR_FREEDOM} sources, since the spread of two or three sources is hardly known. For the
 * same reason the predictive variance is that of Student's t, as Higgins, Thompson and
 * Spiegelhalter (2009) predict the effect in a new study.
 *
 * @param pooled mean rate of the sources, each weighted by what it tells
 * @param shrunk the same with one hit and one miss more
 * @param noise binomial variance of the rate over p(1 - p): the labels are few
 * @param spread variance between sources over p(1 - p), as seen from this calibration: the data are
 *     others
 */
record SourceRate(double pooled, double shrunk, double noise, double spread) {
  /** How many degrees of freedom the prior spread counts for. */
  static final double PRIOR_FREEDOM = 4;

  private static final double MOST_SPREAD = 0.5;

  /**
   * What is believed before anything is measured.
   *
   * @param rate where no source was measured
   * @param records how many labels that belief is worth
   * @param rho spread between sources: 0.05 about a sensitivity of 0.9 is a standard deviation of
   *     0.07, 0.004 about a false positive rate of 0.002 one of 0.003
   */
  record Prior(double rate, double records, double rho) {
    /** Nothing is known: uniform. */
    static final Prior SENSITIVITY = new Prior(0.5, 2, 0.05);

    /** Rules ship only if they hardly flag clean data: about 1 %, hardly above 3.5 %. */
    static final Prior FALSE_POSITIVE = new Prior(0.01, 100, 0.004);
  }

  /** The rate on an unseen source; {@code confidence} sets how far the spread is stretched. */
  static SourceRate onUnseenSource(List<SourceCounts> sources, Prior prior, double confidence) {
    List<Counts> counts = measured(sources);
    if (counts.isEmpty()) {
      return unmeasured(prior);
    }
    int others = counts.size() - 1;
    double rho =
        (PRIOR_FREEDOM * prior.rho() + others * kleinmanRho(counts)) / (PRIOR_FREEDOM + others);
    double weights = 0;
    double hits = 0;
    double squares = 0;
    double total = 0;
    for (Counts source : counts) {
      double weight = source.total() / (1 + (source.total() - 1) * rho);
      weights += weight;
      hits += weight * source.fraction();
      squares += weight * weight;
      total += source.total();
    }
    double stretch = stretch(PRIOR_FREEDOM + others, confidence);
    double spread = rho * stretch * (1 + squares / (weights * weights));
    return of(hits / weights, total, Math.min(MOST_SPREAD, spread));
  }

  /** The rate on the calibrated sources themselves: pooled counts, no spread. */
  static SourceRate onSameSources(List<SourceCounts> sources, Prior prior) {
    Counts sum = measured(sources).stream().reduce(new Counts(0, 0), Counts::plus);
    return sum.total() == 0 ? unmeasured(prior) : of(sum.fraction(), sum.total(), 0);
  }

  /** For Lang-Reiczigel: the rate without its spread. */
  ShrunkRate rate() {
    return new ShrunkRate(shrunk, noise);
  }

  /**
   * Noise and spread together, as a Beta distribution; without spread Beta(hits + 1, misses + 1).
   */
  Beta predictive() {
    return Beta.of(shrunk, 1 / (1 / noise + 1) + spread);
  }

  /** That quantile of the spread alone. */
  double spreadQuantile(double probability) {
    if (spread == 0) {
      return shrunk;
    }
    Beta beta = Beta.of(shrunk, spread);
    return BetaDistribution.of(beta.a(), beta.b()).inverseCumulativeProbability(probability);
  }

  private static SourceRate of(double rate, double total, double spread) {
    ShrunkRate shrunk = ShrunkRate.plusOne(rate, total);
    return new SourceRate(rate, shrunk.p(), shrunk.noise(), spread);
  }

  private static SourceRate unmeasured(Prior prior) {
    return new SourceRate(prior.rate(), prior.rate(), 1 / prior.records(), 0);
  }

  private static List<Counts> measured(List<SourceCounts> sources) {
    return sources.stream().map(SourceCounts::counts).filter(counts -> counts.total() > 0).toList();
  }

  /** Kleinman's moment estimate with weights by size; 0 to 1. */
  private static double kleinmanRho(List<Counts> counts) {
    Counts sum = counts.stream().reduce(new Counts(0, 0), Counts::plus);
    double p = ShrunkRate.plusOne(sum.fraction(), sum.total()).p();
    double squares = 0;
    double binomial = 0;
    double between = 0;
    for (Counts source : counts) {
      double rest = 1 - (double) source.total() / sum.total();
      double off = source.fraction() - sum.fraction();
      squares += source.total() * off * off;
      binomial += rest;
      between += source.total() * rest;
    }
    if (between <= binomial) {
      return 0;
    }
    double rho = (squares - p * (1 - p) * binomial) / (p * (1 - p) * (between - binomial));
    return Math.min(1, Math.max(0, rho));
  }

  private static double stretch(double freedom, double confidence) {
    double t = TDistribution.of(freedom).inverseSurvivalProbability((1 - confidence) / 2);
    double ratio = t / Proportions.twoSidedZ(confidence);
    return ratio * ratio;
  }
}
