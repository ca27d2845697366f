package dev.assay.estimate;

import dev.assay.estimate.SourceRate.Prior;
import dev.assay.rule.Family;
import java.util.List;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Whether a set holds more hints than clean data do. One hint says little: good answers give hints
 * too, at a rate that differs between sources. So what a set shows is held against the rate that a
 * clean source never seen is predicted to stay under, from the spread between the calibrated ones.
 * Hints are too many if they would be at least twice as many as that rate gives, so that most of
 * them are poison even if the rest of this set is as full of hints as clean data come, and if
 * chance is no explanation.
 *
 * <p>This is the local false discovery rate of Efron (Large-Scale Inference, 2010, chapter 5) with
 * an upper bound in place of the estimated null. Immutable and thread safe.
 */
public final class HintTest {
  private static final double CONFIDENCE = 0.95;
  private static final double CHANCE = 0.001;
  private static final double LEAST_EXCESS = 2;

  private final double cleanHigh;

  private HintTest(double cleanHigh) {
    this.cleanHigh = cleanHigh;
  }

  /** The test of that family's hints; nothing passes it where clean hints were not measured. */
  public static HintTest of(Calibration calibration, Family family) {
    if (!calibration.knowsHints(family)) {
      return new HintTest(1);
    }
    List<SourceCounts> sources = calibration.withHints(family).falsePositives(family);
    Beta clean = SourceRate.onUnseenSource(sources, Prior.FALSE_POSITIVE, CONFIDENCE).predictive();
    return new HintTest(
        BetaDistribution.of(clean.a(), clean.b())
            .inverseCumulativeProbability(1 - (1 - CONFIDENCE) / 2));
  }

  /** The share of records with hints that an unseen clean source hardly exceeds, 0 to 1. */
  public double cleanHigh() {
    return cleanHigh;
  }

  /**
   * Whether the hints are too many to be those of a clean set.
   *
   * @param hits records with evidence of the family, hints or more
   * @param others those of them that show more than the commonest hint alone: what one rule says of
   *     one subject is no pattern
   * @param scanned all records
   */
  public boolean tooMany(long hits, long others, long scanned) {
    return hits >= LEAST_EXCESS * cleanHigh * scanned && beyondChance(others, scanned);
  }

  private boolean beyondChance(long hits, long scanned) {
    if (hits <= 0 || cleanHigh >= 1 || scanned > Integer.MAX_VALUE) {
      return cleanHigh < 1 && hits > LEAST_EXCESS * cleanHigh * scanned;
    }
    return BinomialDistribution.of((int) scanned, cleanHigh).survivalProbability((int) hits - 1)
        < CHANCE;
  }
}
