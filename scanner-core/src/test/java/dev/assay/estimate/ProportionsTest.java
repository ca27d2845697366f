package dev.assay.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionsTest {
  private static final Offset<Double> SIX_DIGITS = within(1e-6);

  @ParameterizedTest
  @CsvSource({
    "5, 100, 0.016432, 0.112835",
    "20, 120, 0.104879, 0.245600",
    "0, 100, 0, 0.036217",
    "50, 1000, 0.037335, 0.065390",
    "500, 10000, 0.045810, 0.054455",
    "0, 0, 0, 1",
    "100, 100, 0.963783, 1"
  })
  void clopperPearsonMatchesReference(long hits, long total, double low, double high) {
    Interval interval = Proportions.clopperPearson(new Counts(hits, total), 0.95);
    assertThat(interval.low()).isCloseTo(low, SIX_DIGITS);
    assertThat(interval.high()).isCloseTo(high, SIX_DIGITS);
  }

  @ParameterizedTest
  @CsvSource({"5, 100, 0.021544, 0.111750", "20, 120, 0.110560, 0.243453"})
  void wilsonMatchesReference(long hits, long total, double low, double high) {
    Interval interval = Proportions.wilson(new Counts(hits, total), 0.95);
    assertThat(interval.low()).isCloseTo(low, SIX_DIGITS);
    assertThat(interval.high()).isCloseTo(high, SIX_DIGITS);
  }

  @Test
  void jeffreysMatchesReference() {
    Interval interval = Proportions.jeffreys(new Counts(5, 100), 0.95);
    assertThat(interval.low()).isCloseTo(0.019332, SIX_DIGITS);
    assertThat(interval.high()).isCloseTo(0.106100, SIX_DIGITS);
  }

  @ParameterizedTest
  @CsvSource({"0, 100, 0.029513", "0, 59, 0.049508"})
  void oneSidedUpperMatchesReference(long hits, long total, double upper) {
    assertThat(Proportions.upper(new Counts(hits, total), 0.95)).isCloseTo(upper, SIX_DIGITS);
  }

  @ParameterizedTest
  @CsvSource({"59, 0.05", "299, 0.01", "2995, 0.001"})
  void smallestCleanSampleThatProvesALimit(long total, double limit) {
    assertThat(Proportions.upper(new Counts(0, total), 0.95)).isLessThan(limit);
    assertThat(Proportions.upper(new Counts(0, total - 1), 0.95)).isGreaterThan(limit);
  }

  @Test
  void ruleOfThreeIsCloseToTheExactLimit() {
    assertThat(Proportions.ruleOfThree(100)).isEqualTo(0.03);
    assertThat(Proportions.ruleOfThree(2)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"0, 59, 1000, 48", "0, 100, 1000, 28", "2, 100, 1000, 59", "0, 59, 10000, 493"})
  void upperCountMatchesReference(long hits, long labelled, long population, long upper) {
    assertThat(Proportions.upperCount(population, new Counts(hits, labelled), 0.95))
        .isEqualTo(upper);
  }

  @Test
  void aPopulationLabelledWholeLeavesNoDoubt() {
    assertThat(Proportions.upperCount(50, new Counts(3, 50), 0.95)).isEqualTo(3);
  }

  @Test
  void sampleSizesMatchReference() {
    assertThat(Proportions.sampleSize(0.05, 0.02, 0.95)).isEqualTo(457);
    assertThat(Proportions.sampleSize(0.05, 0.01, 0.95)).isEqualTo(1825);
    assertThat(Proportions.sampleSize(0.05, 0.01, 0.95, 10_000)).isEqualTo(1544);
  }

  @Test
  void impossibleInputIsRefused() {
    assertThatThrownBy(() -> new Counts(5, 4)).hasMessageContaining("5 of 4");
    assertThatThrownBy(() -> Proportions.wilson(new Counts(1, 2), 95))
        .hasMessageContaining("confidence 95");
    assertThatThrownBy(() -> Proportions.upperCount(10, new Counts(0, 11), 0.95))
        .hasMessageContaining("11 labelled of 10");
  }
}
