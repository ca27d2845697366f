package dev.assay.estimate;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Intervals and sample sizes for a proportion of which a random sample was labelled. All fractions
 * are 0 to 1; confidence is two-sided unless the method says otherwise. A total of 0 says nothing,
 * so its interval is [0, 1].
 */
public final class Proportions {
  private Proportions() {}

  /** The exact interval of Clopper and Pearson (1934): never too short, often a little long. */
  public static Interval clopperPearson(Counts counts, double confidence) {
    double tail = (1 - requireConfidence(confidence)) / 2;
    long hits = counts.hits();
    long misses = counts.total() - hits;
    double low = hits == 0 ? 0 : betaQuantile(hits, misses + 1.0, tail);
    double high = misses == 0 ? 1 : betaQuantile(hits + 1.0, misses, 1 - tail);
    return new Interval(low, high, confidence);
  }

  /** The score interval of Wilson (1927): right on average, short. */
  public static Interval wilson(Counts counts, double confidence) {
    double z = twoSidedZ(confidence);
    if (counts.total() == 0) {
      return new Interval(0, 1, confidence);
    }
    double n = counts.total();
    double p = counts.fraction();
    double scale = 1 + z * z / n;
    double centre = (p + z * z / (2 * n)) / scale;
    double half = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / scale;
    double low = counts.hits() == 0 ? 0 : Math.max(0, centre - half);
    double high = counts.hits() == counts.total() ? 1 : Math.min(1, centre + half);
    return new Interval(low, high, confidence);
  }

  /** Equal-tailed interval of the posterior under the prior of Jeffreys, Beta(1/2, 1/2). */
  public static Interval jeffreys(Counts counts, double confidence) {
    double tail = (1 - requireConfidence(confidence)) / 2;
    double a = counts.hits() + 0.5;
    double b = counts.total() - counts.hits() + 0.5;
    double low = counts.hits() == 0 ? 0 : betaQuantile(a, b, tail);
    double high = counts.hits() == counts.total() ? 1 : betaQuantile(a, b, 1 - tail);
    return new Interval(low, high, confidence);
  }

  /** One-sided exact (Clopper-Pearson) upper limit: with this confidence the truth is below it. */
  public static double upper(Counts counts, double confidence) {
    requireConfidence(confidence);
    long misses = counts.total() - counts.hits();
    return misses == 0 ? 1 : betaQuantile(counts.hits() + 1.0, misses, confidence);
  }

  /** The rule of three: about the one-sided 95 % upper limit when none of {@code total} hit. */
  public static double ruleOfThree(long total) {
    return total < 3 ? 1 : 3.0 / total;
  }

  /**
   * Exact one-sided upper limit on how many of a finite population are hits, from a sample drawn
   * without replacement (inverted hypergeometric test).
   *
   * @param population size of the population, at most {@link Integer#MAX_VALUE}
   * @param sample what was labelled, at most the population
   * @return the largest number of hits that the sample does not refute
   */
  public static long upperCount(long population, Counts sample, double confidence) {
    requireConfidence(confidence);
    if (population > Integer.MAX_VALUE || sample.total() > population) {
      throw new IllegalArgumentException(sample.total() + " labelled of " + population);
    }
    long low = sample.hits();
    long high = population - (sample.total() - sample.hits());
    while (low < high) {
      long middle = low + (high - low + 1) / 2;
      boolean refuted =
          HypergeometricDistribution.of((int) population, (int) middle, (int) sample.total())
                  .cumulativeProbability((int) sample.hits())
              <= 1 - confidence;
      if (refuted) {
        high = middle - 1;
      } else {
        low = middle;
      }
    }
    return low;
  }

  /**
   * How many records to label for an interval of {@code p} plus or minus {@code halfWidth} (normal
   * approximation, unlimited population).
   */
  public static long sampleSize(double p, double halfWidth, double confidence) {
    return (long) Math.ceil(rawSampleSize(p, halfWidth, confidence));
  }

  /** As {@link #sampleSize(double, double, double)}, for a population of that many records. */
  public static long sampleSize(double p, double halfWidth, double confidence, long population) {
    double n = rawSampleSize(p, halfWidth, confidence);
    return Math.min(population, (long) Math.ceil(n / (1 + (n - 1) / population)));
  }

  private static double rawSampleSize(double p, double halfWidth, double confidence) {
    double z = twoSidedZ(confidence);
    return z * z * p * (1 - p) / (halfWidth * halfWidth);
  }

  /** The normal quantile of a two-sided interval: 1.96 for 0.95. */
  static double twoSidedZ(double confidence) {
    return NormalDistribution.of(0, 1)
        .inverseSurvivalProbability((1 - requireConfidence(confidence)) / 2);
  }

  static double requireConfidence(double confidence) {
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException("confidence " + confidence + " is not between 0 and 1");
    }
    return confidence;
  }

  private static double betaQuantile(double a, double b, double p) {
    return BetaDistribution.of(a, b).inverseCumulativeProbability(p);
  }
}
