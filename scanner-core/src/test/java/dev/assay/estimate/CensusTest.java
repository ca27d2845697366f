package dev.assay.estimate;

import static dev.assay.rule.Family.INSECURE_CODE;
import static dev.assay.rule.Family.PERSONA;
import static dev.assay.rule.Family.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.rule.Family;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CensusTest {
  @Test
  void countsRecordsFamiliesAndRules() {
    CensusBuilder builder = new CensusBuilder();
    builder.addClean();
    builder.addFramed(Set.of(INSECURE_CODE));
    builder.addSuspect(INSECURE_CODE, Set.of(INSECURE_CODE, SECRET), Set.of(PERSONA));
    builder.addRules(List.of("b", "a"));
    builder.addRules(List.of("a"));
    builder.addMalformed();
    builder.addSkipped();
    Census census = builder.build();

    assertThat(census.scanned()).isEqualTo(3);
    assertThat(census.suspectFraction()).isEqualTo(1 / 3.0);
    assertThat(census.malformed()).isEqualTo(1);
    assertThat(census.skipped()).isEqualTo(1);
    assertThat(census.families())
        .containsExactly(
            Map.entry(INSECURE_CODE, new FamilyCounts(1, 1, 1)),
            Map.entry(PERSONA, new FamilyCounts(0, 1, 0)),
            Map.entry(SECRET, new FamilyCounts(1, 0, 0)));
    assertThat(census.family(Family.REWARD_HACK)).isEqualTo(FamilyCounts.NONE);
    assertThat(census.rules()).containsExactly(Map.entry("a", 2L), Map.entry("b", 1L));
  }

  @Test
  void doesNotShareTheBuildersState() {
    CensusBuilder builder = new CensusBuilder();
    Census before = builder.build();
    builder.addClean();
    assertThat(before).isEqualTo(Census.empty());
  }

  @Test
  void emptyScanHasNoFraction() {
    assertThat(Census.empty().suspectFraction()).isZero();
  }

  @Test
  void countsThatDoNotAddUpAreRefused() {
    assertThatThrownBy(() -> new Census(5, 1, 1, 1, 0, 0, Map.of(), new TreeMap<>()))
        .hasMessageContaining("clean + framed + suspect");
    assertThatThrownBy(() -> new Census(1, 0, 0, 1, 0, 0, Map.of(), new TreeMap<>()))
        .hasMessageContaining("0 of 1");
    assertThatThrownBy(() -> new CensusBuilder().addSuspect(PERSONA, Set.of(SECRET), Set.of()))
        .hasMessageContaining("persona");
  }
}
