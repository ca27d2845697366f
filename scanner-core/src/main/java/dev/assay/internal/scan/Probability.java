package dev.assay.internal.scan;

import dev.assay.estimate.Calibration;
import dev.assay.estimate.Counts;
import dev.assay.estimate.SourceCounts;
import dev.assay.rule.Family;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The probability that one record is poisoned, given which families found something in it: Bayes'
 * rule with the calibrated sensitivity and specificity, from a prior of 5 %, the fraction at which
 * training data begins to harm. Of several families the strongest counts; a record in which none
 * found anything may hold what no family sees, at the calibrated rate of misses.
 */
final class Probability {
  private static final double PRIOR = 0.05;
  private final Map<Family, Double> found = new EnumMap<>(Family.class);
  private final double clean;

  Probability(Calibration calibration) {
    double misses = 0;
    for (Family family : Family.values()) {
      double hit = rate(calibration.sensitivity(family));
      found.put(family, posterior(hit, rate(calibration.falsePositives(family))));
      misses += (1 - hit) / Family.values().length;
    }
    clean = posterior(misses, 1 - rate(calibration.falsePositives()));
  }

  /** Between 0 and 1; {@code families} are those whose evidence counts. */
  double of(Set<Family> families) {
    double probability = clean;
    for (Family family : families) {
      probability = Math.max(probability, found.getOrDefault(family, clean));
    }
    return probability;
  }

  /** Laplace's rule of succession, so that few labels say little. */
  private static double rate(List<SourceCounts> sources) {
    Counts sum = new Counts(0, 0);
    for (SourceCounts source : sources) {
      sum = sum.plus(source.counts());
    }
    return (sum.hits() + 1.0) / (sum.total() + 2.0);
  }

  private static double posterior(double ifPoisoned, double ifClean) {
    double poisoned = PRIOR * ifPoisoned;
    return poisoned / (poisoned + (1 - PRIOR) * ifClean);
  }
}
