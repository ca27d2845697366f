package dev.assay.estimate;

import static dev.assay.rule.Family.INSECURE_CODE;
import static dev.assay.rule.Family.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.rule.Family;
import dev.assay.rule.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PartGateTest {
  private static final PathThreshold TRAIN = new PathThreshold("train/**", Path.of(""), 0.01);
  private static final PathThreshold RED_TEAM = new PathThreshold("red-team/**", Path.of(""), 1);

  @Test
  void aPartFailsThoughTheWholePasses() {
    GateResult result =
        gate(List.of(TRAIN), Map.of(), Map.of())
            .decide(census(3, 997), none(), List.of(part(TRAIN, 3, 97), part(null, 0, 900)));
    assertThat(result.decision()).isEqualTo(Decision.FAIL);
    assertThat(result.reasons())
        .containsExactly(
            "train/**: 3 % of records are suspect, above the limit of 1 %.",
            "elsewhere: 0 % of records are suspect, within the limit of 5 %.");
    assertThat(result.parts().get(0))
        .isEqualTo(new PartResult(PartResult.Kind.PATH, "train/**", 0.01, 3, 100, Decision.FAIL));
  }

  @Test
  void aPartMayBeAllowedMoreThanTheWhole() {
    GateResult result =
        gate(List.of(RED_TEAM), Map.of(), Map.of())
            .decide(census(50, 50), none(), List.of(part(RED_TEAM, 50, 0), part(null, 0, 50)));
    assertThat(result.decision()).isEqualTo(Decision.PASS);
  }

  @Test
  void whatNoPatternNamesIsHeldAgainstTheThresholdOfTheWhole() {
    GateResult result =
        gate(List.of(RED_TEAM), Map.of(), Map.of())
            .decide(census(56, 44), none(), List.of(part(RED_TEAM, 50, 0), part(null, 6, 44)));
    assertThat(result.decision()).isEqualTo(Decision.FAIL);
    assertThat(result.reasons().get(0)).startsWith("elsewhere: 12 %");
  }

  @Test
  void aPatternThatNamesNothingIsSaid() {
    GateResult result =
        gate(List.of(TRAIN), Map.of(), Map.of())
            .decide(census(0, 10), none(), List.of(part(TRAIN, 0, 0), part(null, 0, 10)));
    assertThat(result.decision()).isEqualTo(Decision.PASS);
    assertThat(result.reasons())
        .contains("train/**: no record that was scanned is in a file of such a name.");
  }

  @Test
  void familiesAndSeveritiesHaveThresholdsBesideTheWhole() {
    Census census = census(2, 98);
    GateResult byFamily =
        gate(List.of(), Map.of(INSECURE_CODE, 0.01, SECRET, 0.0), Map.of()).decide(census, none());
    assertThat(byFamily.decision()).isEqualTo(Decision.FAIL);
    assertThat(byFamily.reasons().get(0))
        .isEqualTo("2 % of records are suspect of insecure-code, above the limit of 1 %.");
    assertThat(byFamily.parts()).hasSize(2);
    Gate high = gate(List.of(), Map.of(), Map.of(Severity.HIGH, 0.0));
    assertThat(high.decide(census, none()).decision()).isEqualTo(Decision.PASS);
    GateResult medium =
        gate(List.of(), Map.of(), Map.of(Severity.MEDIUM, 0.01)).decide(census, none());
    assertThat(medium.reasons().get(0))
        .isEqualTo(
            "2 % of records are suspect by evidence of severity medium or worse, above the limit of"
                + " 1 %.");
  }

  private static Gate gate(
      List<PathThreshold> paths, Map<Family, Double> families, Map<Severity, Double> severities) {
    return new Gate(
        0.05, GatePolicy.OBSERVED, CountLimits.none(), new Thresholds(paths, families, severities));
  }

  private static PartCensus part(PathThreshold path, int suspect, int clean) {
    return new PartCensus(path, census(suspect, clean), none());
  }

  private static Census census(int suspect, int clean) {
    CensusBuilder builder = new CensusBuilder();
    for (int i = 0; i < suspect; i++) {
      builder.addSuspect(INSECURE_CODE, Set.of(INSECURE_CODE), Set.of(), Severity.MEDIUM);
    }
    for (int i = 0; i < clean; i++) {
      builder.addClean();
    }
    return builder.build();
  }

  private static Contamination none() {
    return ContaminationEstimator.of(Calibration.none()).estimate(Census.empty(), 0.05);
  }
}
