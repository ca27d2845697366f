package dev.assay.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelBudgetTest {
  private static final long MANY = 1_000_000_000;

  @ParameterizedTest
  @CsvSource({"0, 59", "1, 73", "2, 97", "3, 144", "4, 287"})
  void labelsThatProveLessThanFivePercent(int percentSuspect, long labels) {
    assertThat(LabelBudget.toPass(MANY, MANY / 100 * percentSuspect, 0.05, 0.95)).hasValue(labels);
  }

  @Test
  void smallSetsNeedFewerLabelsThanTheLimitOfLargeOnes() {
    assertThat(LabelBudget.toPass(1000, 0, 0.05, 0.95)).hasValue(57);
    assertThat(LabelBudget.toPass(20, 0, 0.05, 0.95)).hasValue(19);
  }

  @Test
  void agreesWithTheHypergeometricUpperLimit() {
    long labels = LabelBudget.toPass(1000, 0, 0.05, 0.95).orElseThrow();
    assertThat(Proportions.upperCount(1000, new Counts(0, labels), 0.95)).isLessThan(50);
    assertThat(Proportions.upperCount(1000, new Counts(0, labels - 1), 0.95))
        .isGreaterThanOrEqualTo(50);
  }

  @Test
  void noLabelsOfTheRestCanProveItIfTheSuspectsAloneReachTheThreshold() {
    assertThat(LabelBudget.toPass(1000, 50, 0.05, 0.95)).isEmpty();
    assertThat(LabelBudget.toFail(1000, 50, 0.05, 0.95)).isEmpty();
  }

  @Test
  void labelsThatProveMoreThanFivePercent() {
    assertThat(LabelBudget.toFail(MANY, MANY / 1000 * 74, 0.05, 0.95)).hasValue(8);
    assertThat(LabelBudget.toFail(1000, 51, 0.05, 0.95)).hasValue(49);
    assertThat(LabelBudget.toFail(10, 1, 0.05, 0.95)).hasValue(1);
  }
}
