package dev.assay.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"0; 0", "999; 999", "1000; 1,000", "1234567; 1,234,567", "-1000; -1,000"})
  void countsAreGroupedByThousands(long count, String text) {
    assertThat(Numbers.count(count)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 %",
    "1, 100 %",
    "0.05, 5.00 %",
    "0.058, 5.80 %",
    "0.00001, <0.01 %",
    "0.99999, >99.99 %"
  })
  void sharesAreNeverRoundedToNoneOrAll(double fraction, String text) {
    assertThat(Numbers.percent(fraction)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0.05, 5 %", "0.0025, 0.25 %", "0, 0 %", "0.95, 95 %", "0.001, 0.1 %"})
  void chosenFiguresHaveNoNeedlessZeros(double fraction, String text) {
    assertThat(Numbers.chosen(fraction)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, below 1 %", "0.31, 31 %", "0.995, above 99 %", "1, above 99 %"})
  void chancesAreNeverNoneOrCertain(double probability, String text) {
    assertThat(Numbers.chance(probability)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "300, 0.3 s",
    "9990, 10.0 s",
    "42000, 42 s",
    "185000, 3 min 5 s",
    "7800000, 2 h 10 min"
  })
  void timesAreShort(long millis, String text) {
    assertThat(Numbers.time(Duration.ofMillis(millis))).isEqualTo(text);
  }
}
