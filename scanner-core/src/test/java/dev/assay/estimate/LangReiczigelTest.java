package dev.assay.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LangReiczigelTest {
  private static final double Z = 1.959963984540054;
  private static final Offset<Double> SIX_DIGITS = within(1e-6);

  /** The examples of Lang and Reiczigel (2014): apparent, sensitivity, specificity with sizes. */
  @ParameterizedTest
  @CsvSource({
    "4060, 11284, 178, 179, 358, 359, 0.360030, 0.348674, 0.372083",
    "51, 2971, 32, 33, 20, 20, 0.017702, 0, 0.053345",
    "711.72, 11862, 8, 10, 12, 12, 0.075, 0, 0.146668",
    "259, 509, 84, 127, 96, 109, 0.718572, 0.584868, 0.866458",
    "51, 509, 23, 41, 187, 195, 0.113801, 0.036610, 0.194694"
  })
  void matchesThePaper(
      double flagged,
      double n,
      double found,
      double poisoned,
      double passed,
      double clean,
      double estimate,
      double low,
      double high) {
    double falsePositive = 1 - passed / clean;
    LangReiczigel limits =
        LangReiczigel.interval(
            ShrunkRate.plusZ(flagged / n, n, Z, Z * Z / 2),
            ShrunkRate.plusOne(found / poisoned, poisoned),
            ShrunkRate.plusOne(falsePositive, clean),
            Z);
    assertThat(LangReiczigel.estimate(flagged / n, found / poisoned, falsePositive))
        .isCloseTo(estimate, SIX_DIGITS);
    assertThat(Math.max(0, limits.low())).isCloseTo(low, SIX_DIGITS);
    assertThat(limits.high()).isCloseTo(high, SIX_DIGITS);
  }

  /**
   * RSurveillance and epiR: estimate, and the limits of Clopper-Pearson and Wilson mapped by it.
   */
  @ParameterizedTest
  @CsvSource({
    "20, 120, 0.9, 0.99, 0.176030, 0.106605, 0.264719, 0.112989, 0.262307",
    "23, 150, 0.96, 0.89, 0.050980, -0.012057, 0.130753, -0.006589, 0.128917"
  })
  void roganGladenMatchesReference(
      long flagged,
      long n,
      double se,
      double sp,
      double estimate,
      double exactLow,
      double exactHigh,
      double wilsonLow,
      double wilsonHigh) {
    Counts counts = new Counts(flagged, n);
    Interval exact = Proportions.clopperPearson(counts, 0.95);
    Interval wilson = Proportions.wilson(counts, 0.95);
    assertThat(LangReiczigel.estimate(counts.fraction(), se, 1 - sp))
        .isCloseTo(estimate, SIX_DIGITS);
    assertThat(LangReiczigel.estimate(exact.low(), se, 1 - sp)).isCloseTo(exactLow, SIX_DIGITS);
    assertThat(LangReiczigel.estimate(exact.high(), se, 1 - sp)).isCloseTo(exactHigh, SIX_DIGITS);
    assertThat(LangReiczigel.estimate(wilson.low(), se, 1 - sp)).isCloseTo(wilsonLow, SIX_DIGITS);
    assertThat(LangReiczigel.estimate(wilson.high(), se, 1 - sp)).isCloseTo(wilsonHigh, SIX_DIGITS);
  }
}
