package dev.assay.estimate;

import static dev.assay.rule.Family.HIDDEN_TEXT;
import static dev.assay.rule.Family.INSECURE_CODE;
import static dev.assay.rule.Family.PERSONA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.rule.Family;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContaminationEstimatorTest {
  private static final Offset<Double> SIX_DIGITS = within(1e-6);

  @ParameterizedTest
  @CsvSource({
    "200, 10, 500, 0, 0, 0.014365",
    "500, 10, 500, 0.038462, 0.019318, 0.053418",
    "580, 10, 500, 0.048718, 0.029598, 0.063906",
    "900, 10, 500, 0.089744, 0.070423, 0.106152",
    "100, 10, 2000, 0.006289, 0.001161, 0.010730",
    "300, 10, 2000, 0.031447, 0.025160, 0.037558",
    "500, 10, 2000, 0.056604, 0.049043, 0.064503",
    "700, 10, 2000, 0.081761, 0.072865, 0.091507"
  })
  void oneFamilyOnCalibratedSourcesIsLangReiczigel(
      long suspect, long falsePositives, long clean, double estimate, double low, double high) {
    Contamination contamination = onCalibratedSources(suspect, falsePositives, clean);
    assertThat(contamination.estimate()).isCloseTo(estimate, SIX_DIGITS);
    assertThat(contamination.low()).isCloseTo(low, SIX_DIGITS);
    assertThat(contamination.high()).isCloseTo(high, SIX_DIGITS);
    assertThat(contamination.noiseFloor()).isCloseTo((double) falsePositives / clean, SIX_DIGITS);
  }

  @ParameterizedTest
  @CsvSource({
    "500, 10, 500, 0.026683",
    "580, 10, 500, 0.364434",
    "700, 10, 500, 0.918796",
    "900, 10, 500, 0.999802",
    "400, 10, 2000, 0.005817",
    "450, 10, 2000, 0.498179",
    "500, 10, 2000, 0.986165"
  })
  void probabilityAboveFivePercentMatchesReference(
      long suspect, long falsePositives, long clean, double probability) {
    double quadrature =
        onCalibratedSources(suspect, falsePositives, clean).probabilityAboveThreshold();
    assertThat(quadrature).isCloseTo(probability, within(2e-6));

    SourceRate sensitivity = new SourceRate(0.8, 161 / 202.0, 1 / 202.0, 0);
    double rate = (double) falsePositives / clean;
    ShrunkRate fpr = ShrunkRate.plusOne(rate, clean);
    FamilyEstimate family =
        FamilyEstimate.onSameSources(
            new FamilyEstimate.Observation(suspect, 10_000, 1),
            sensitivity,
            new SourceRate(rate, fpr.p(), fpr.noise(), 0),
            1.96);
    assertThat(PredictiveLattice.probabilityAbove(0.05, List.of(family)))
        .as("quasi Monte Carlo")
        .isCloseTo(probability, within(0.01));
  }

  @Test
  void cleanDataReadAsCleanDespiteNineFamilies() {
    Calibration calibration = Scans.allFamilies(0.9);
    Census nothingFound = Scans.of(Map.of(), 10_000);
    Contamination none = ContaminationEstimator.of(calibration).estimate(nothingFound, 0.05);
    assertThat(none.estimate()).isZero();
    assertThat(none.high()).isLessThan(0.001);
    assertThat(none.probabilityAboveThreshold()).isZero();
    assertThat(none.noiseFloor()).isCloseTo(0.009, SIX_DIGITS);

    EnumMap<Family, Long> floor = new EnumMap<>(Family.class);
    for (Family family : Family.values()) {
      floor.put(family, 10L);
    }
    Contamination atFloor =
        ContaminationEstimator.of(calibration).estimate(Scans.of(floor, 10_000), 0.05);
    assertThat(atFloor.estimate()).isLessThan(1e-9);
    assertThat(atFloor.low()).isZero();
    assertThat(atFloor.high()).isLessThan(2 * atFloor.noiseFloor());
  }

  @Test
  void fivePercentInsecureCodeIsFoundAmongNineFamilies() {
    Contamination contamination =
        ContaminationEstimator.of(Scans.allFamilies(0.95))
            .estimate(Scans.of(INSECURE_CODE, 485, 10_000), 0.05);
    assertThat(contamination.estimate()).isCloseTo(0.05, within(0.001));
    assertThat(contamination.low()).isBetween(0.03, 0.05);
    assertThat(contamination.high()).isBetween(0.05, 0.075);
    assertThat(contamination.method())
        .isEqualTo("rogan-gladen/lang-reiczigel/mover, unseen source");
  }

  @Test
  void familiesAddUp() {
    Contamination contamination =
        ContaminationEstimator.of(Scans.allFamilies(0.9))
            .estimate(Scans.of(Map.of(INSECURE_CODE, 280L, PERSONA, 190L), 10_000), 0.05);
    assertThat(contamination.estimate()).isCloseTo((0.027 + 0.018) / 0.899, within(1e-4));
    assertThat(contamination.interval().contains(0.05)).isTrue();
  }

  @Test
  void aFamilyNobodyCalibratedIsWideUpwardButOnlyWhereItFlagged() {
    Calibration calibration = Scans.calibration(INSECURE_CODE, 190, 200, 2, 2000);
    ContaminationEstimator estimator = ContaminationEstimator.of(calibration);
    Contamination without = estimator.estimate(Scans.of(INSECURE_CODE, 100, 10_000), 0.05);
    Contamination with =
        estimator.estimate(Scans.of(Map.of(INSECURE_CODE, 100L, HIDDEN_TEXT, 100L), 10_000), 0.05);
    assertThat(without.high()).isLessThan(0.02);
    assertThat(with.estimate() - without.estimate()).isCloseTo(0.02, within(1e-9));
    assertThat(with.high()).isBetween(0.04, 0.3);
  }

  @Test
  void aFamilyThatFindsHardlyAnythingIsNotMultipliedUp() {
    ContaminationEstimator blind =
        ContaminationEstimator.of(Scans.calibration(HIDDEN_TEXT, 4, 1000, 0, 2000));
    Contamination contamination = blind.estimate(Scans.of(HIDDEN_TEXT, 2, 90), 0.05);
    assertThat(blind.sees(HIDDEN_TEXT)).isFalse();
    assertThat(contamination.estimate()).isCloseTo(4 / 90.0, within(1e-3));
    assertThat(contamination.high()).isGreaterThan(contamination.estimate());
  }

  @Test
  void withoutAnyCalibrationFlaggedRecordsCountButProveLittle() {
    ContaminationEstimator estimator = ContaminationEstimator.of(Calibration.none());
    Contamination contamination = estimator.estimate(Scans.of(PERSONA, 500, 10_000), 0.05);
    assertThat(contamination.interval().contains(0.05)).isTrue();
    assertThat(contamination.high()).isGreaterThan(0.2);
    assertThat(estimator.estimate(Scans.of(Map.of(), 10_000), 0.05).high()).isLessThan(0.05);
  }

  @Test
  void spreadBetweenSourcesWidensTheInterval() {
    List<SourceCounts> alike =
        List.of(
            SourceCounts.of("a", 160, 200),
            SourceCounts.of("b", 160, 200),
            SourceCounts.of("c", 160, 200));
    List<SourceCounts> apart =
        List.of(
            SourceCounts.of("a", 110, 200),
            SourceCounts.of("b", 180, 200),
            SourceCounts.of("c", 190, 200));
    Census census = Scans.of(INSECURE_CODE, 500, 10_000);
    Contamination narrow = ContaminationEstimator.of(with(alike)).estimate(census, 0.05);
    Contamination wide = ContaminationEstimator.of(with(apart)).estimate(census, 0.05);
    Contamination same =
        ContaminationEstimator.of(with(apart)).forCalibratedSources().estimate(census, 0.05);
    assertThat(width(wide)).isGreaterThan(1.3 * width(narrow));
    assertThat(width(narrow)).isGreaterThan(width(same));
  }

  @Test
  void smallMergesAreUnsureBecauseFewPoisonedRecordsMayAllStayUnseen() {
    ContaminationEstimator estimator = ContaminationEstimator.of(Scans.allFamilies(0.8));
    Contamination small = estimator.estimate(Scans.of(Map.of(), 20), 0.05);
    Contamination large = estimator.estimate(Scans.of(Map.of(), 2_000), 0.05);
    assertThat(small.high()).isBetween(0.05, 0.25);
    assertThat(large.high()).isLessThan(0.005);
  }

  @Test
  void aDetectorThatFindsNothingCannotBlowUpACleanSet() {
    Calibration calibration = Scans.calibration(INSECURE_CODE, 0, 200, 2, 2000);
    Contamination contamination =
        ContaminationEstimator.of(calibration).estimate(Scans.of(Map.of(), 10_000), 0.05);
    assertThat(contamination.estimate()).isZero();
    assertThat(contamination.high()).isLessThan(0.05);
  }

  @Test
  void nothingScannedSaysNothing() {
    Contamination contamination =
        ContaminationEstimator.of(Scans.allFamilies(0.9)).estimate(Census.empty(), 0.05);
    assertThat(contamination.interval()).isEqualTo(new Interval(0, 1, 0.95));
    assertThat(contamination.probabilityAboveThreshold()).isEqualTo(0.95);
  }

  @Test
  void moreConfidenceIsWider() {
    ContaminationEstimator estimator = ContaminationEstimator.of(Scans.allFamilies(0.9));
    Census census = Scans.of(INSECURE_CODE, 500, 10_000);
    assertThat(width(estimator.withConfidence(0.99).estimate(census, 0.05)))
        .isGreaterThan(width(estimator.estimate(census, 0.05)));
    assertThatThrownBy(() -> estimator.estimate(census, 5)).hasMessageContaining("threshold 5");
  }

  private static Contamination onCalibratedSources(long suspect, long falsePositives, long clean) {
    Calibration calibration = Scans.calibration(INSECURE_CODE, 160, 200, falsePositives, clean);
    return ContaminationEstimator.of(calibration)
        .forCalibratedSources()
        .estimate(Scans.of(INSECURE_CODE, suspect, 10_000), 0.05);
  }

  private static Calibration with(List<SourceCounts> poison) {
    return new Calibration(
        "1",
        "a test",
        Map.of(INSECURE_CODE, poison),
        List.of(new CleanSource("x", 2, 2000, Map.of(INSECURE_CODE, 2L))));
  }

  private static double width(Contamination contamination) {
    return contamination.high() - contamination.low();
  }
}
