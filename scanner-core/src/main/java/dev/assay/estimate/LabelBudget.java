package dev.assay.estimate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;

/**
 * How many labels would settle whether contamination is below or above a threshold. The test is
 * exact and sequential: the ALPHA martingale (Stark 2023) with all weight on "no surprise" (eta at
 * 1), which is the chance of the same labels if the threshold were just met, drawing without
 * replacement. One surprise, and more labels are needed than said here.
 */
public final class LabelBudget {
  private LabelBudget() {}

  /**
   * Labels that prove contamination below the threshold: that many records, drawn at random from
   * those that are not suspect, all found good. Suspect records are taken for bad, the worst case.
   *
   * @param records in all, at least {@code suspect}
   * @param suspect of them
   * @param threshold above 0 and below 1
   * @param confidence above 0 and below 1
   * @return the least number; empty if the suspect records alone reach the threshold
   */
  public static OptionalLong toPass(
      long records, long suspect, double threshold, double confidence) {
    check(records, suspect, threshold, confidence);
    long rest = records - suspect;
    long badAtThreshold = times(threshold, records, RoundingMode.CEILING) - suspect;
    if (badAtThreshold <= 0) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(least(rest, Math.max(0, rest - badAtThreshold), 1 - confidence));
  }

  /**
   * Labels that prove contamination above the threshold: that many records, drawn at random from
   * the suspect ones, all found bad.
   *
   * @return the least number; empty if the suspect records do not pass the threshold, all bad
   */
  public static OptionalLong toFail(
      long records, long suspect, double threshold, double confidence) {
    check(records, suspect, threshold, confidence);
    long badAtThreshold = times(threshold, records, RoundingMode.FLOOR);
    if (suspect <= badAtThreshold) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(least(suspect, badAtThreshold, 1 - confidence));
  }

  /** The least n for which n drawn of {@code population} are all of the {@code alike} by luck. */
  private static long least(long population, long alike, double luck) {
    long low = 0;
    long high = alike + 1;
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (isRarer(population, alike, middle, luck)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return Math.min(low, population);
  }

  /** Whether {@code drawn} records are all alike with no more than that chance. */
  private static boolean isRarer(long population, long alike, long drawn, double luck) {
    if (drawn > alike) {
      return true;
    }
    long unlike = population - alike;
    long factors = Math.min(drawn, unlike);
    long left = Math.max(drawn, unlike);
    double chance = 1;
    for (long i = 0; i < factors && chance > luck; i++) {
      chance *= (double) (population - left - i) / (population - i);
    }
    return chance <= luck;
  }

  private static long times(double threshold, long records, RoundingMode rounding) {
    return BigDecimal.valueOf(threshold)
        .multiply(BigDecimal.valueOf(records))
        .setScale(0, rounding)
        .longValueExact();
  }

  private static void check(long records, long suspect, double threshold, double confidence) {
    Proportions.requireConfidence(confidence);
    if (!(threshold > 0 && threshold < 1)) {
      throw new IllegalArgumentException("threshold " + threshold + " is not between 0 and 1");
    }
    Counts.require(suspect, records);
  }
}
