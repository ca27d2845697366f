package dev.assay.estimate;

import static dev.assay.rule.Family.FAULTY_ADVICE;
import static dev.assay.rule.Family.PERSONA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.rule.Family;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HintTestTest {
  @Test
  void hintsAreTooManyFromTwiceWhatCleanSourcesReach() {
    HintTest test = HintTest.of(calibration(4, 8, 2, 6), FAULTY_ADVICE);

    assertThat(test.cleanHigh()).isBetween(0.006, 0.03);
    assertThat(test.tooMany(60, 60, 600)).isTrue();
    assertThat(test.tooMany((long) (600 * test.cleanHigh()), 600, 600)).isFalse();
  }

  @Test
  void fewRecordsProveNothing() {
    HintTest test = HintTest.of(calibration(4, 8, 2, 6), FAULTY_ADVICE);

    assertThat(test.tooMany(2, 2, 10)).isFalse();
    assertThat(test.tooMany(0, 0, 0)).isFalse();
  }

  @Test
  void oneRuleOnOneSubjectIsNoPattern() {
    HintTest test = HintTest.of(calibration(4, 8, 2, 6), FAULTY_ADVICE);

    assertThat(test.tooMany(60, 2, 600)).isFalse();
  }

  @Test
  void sourcesThatDifferAskForMore() {
    HintTest alike = HintTest.of(calibration(5, 5, 5, 5), FAULTY_ADVICE);
    HintTest apart = HintTest.of(calibration(0, 0, 0, 60), FAULTY_ADVICE);

    assertThat(apart.cleanHigh()).isGreaterThan(2 * alike.cleanHigh());
  }

  @Test
  void nothingPassesWhereCleanHintsWereNotMeasured() {
    Calibration old =
        new Calibration("1", "a test", Map.of(), List.of(new CleanSource("a", 0, 1000, Map.of())));

    assertThat(HintTest.of(old, FAULTY_ADVICE).tooMany(1000, 1000, 1000)).isFalse();
    assertThat(HintTest.of(Calibration.none(), FAULTY_ADVICE).tooMany(9, 9, 9)).isFalse();
    assertThat(HintTest.of(calibration(1, 1), PERSONA).tooMany(1000, 1000, 1000)).isFalse();
  }

  @Test
  void hintsThatCountRaiseBothRates() {
    SourceCounts poison = new SourceCounts("p", new Counts(20, 100), new Counts(55, 100));
    Calibration alone =
        new Calibration(
            "1",
            "a test",
            Map.of(FAULTY_ADVICE, List.of(poison)),
            List.of(
                new CleanSource(
                    "c", 3, 1000, Map.of(FAULTY_ADVICE, 3L), Map.of(FAULTY_ADVICE, 9L))));

    Calibration together = alone.withHints(FAULTY_ADVICE);

    assertThat(together.sensitivity(FAULTY_ADVICE)).containsExactly(SourceCounts.of("p", 55, 100));
    assertThat(together.falsePositives(FAULTY_ADVICE))
        .containsExactly(SourceCounts.of("c", 12, 1000));
    assertThat(together.falsePositives()).containsExactly(SourceCounts.of("c", 12, 1000));
    assertThat(together.falsePositives(PERSONA)).containsExactly(SourceCounts.of("c", 0, 1000));
  }

  @Test
  void hintsNeverTakeAway() {
    assertThatThrownBy(() -> new SourceCounts("p", new Counts(20, 100), new Counts(19, 100)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'p'");
  }

  /** Clean sources of 1,000 records with so many hints each. */
  private static Calibration calibration(long... hints) {
    List<CleanSource> clean = new java.util.ArrayList<>();
    for (long hinted : hints) {
      Map<Family, Long> none = Map.of();
      clean.add(
          new CleanSource("clean" + clean.size(), 0, 1000, none, Map.of(FAULTY_ADVICE, hinted)));
    }
    return new Calibration("1", "a test", Map.of(), clean);
  }
}
