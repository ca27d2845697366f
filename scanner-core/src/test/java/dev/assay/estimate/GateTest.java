package dev.assay.estimate;

import static dev.assay.estimate.Decision.FAIL;
import static dev.assay.estimate.Decision.INCONCLUSIVE;
import static dev.assay.estimate.Decision.PASS;
import static dev.assay.rule.Family.HARMFUL_COMPLIANCE;
import static dev.assay.rule.Family.INSECURE_CODE;
import static dev.assay.rule.Family.PERSONA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.rule.Family;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "74  | 1000   | FAIL | 7.4 % of records are suspect, above the limit of 5 %.",
        "50  | 1000   | PASS | 5 % of records are suspect, within the limit of 5 %.",
        "7   | 140    | PASS | 5 % of records are suspect, within the limit of 5 %.",
        "0   | 1000   | PASS | 0 % of records are suspect, within the limit of 5 %.",
        "5001| 100000 | FAIL | 5.001 % of records are suspect, above the limit of 5 %.",
        "3   | 10000  | PASS | 0.03 % of records are suspect, within the limit of 5 %."
      })
  void observedComparesTheSuspectFraction(
      long suspect, long scanned, Decision decision, String reason) {
    GateResult result = Gate.standard().decide(census(suspect, scanned), interval(0, 0, 1));
    assertThat(result.decision()).isEqualTo(decision);
    assertThat(result.reasons()).containsExactly(reason);
    assertThat(result.threshold()).isEqualTo(0.05);
    assertThat(result.policy()).isEqualTo(GatePolicy.OBSERVED);
  }

  @ParameterizedTest
  @CsvSource({
    "ESTIMATE, 0.04, 0.02, 0.06, PASS",
    "ESTIMATE, 0.051, 0.02, 0.06, FAIL",
    "LOWER, 0.07, 0.06, 0.08, FAIL",
    "LOWER, 0.04, 0.02, 0.06, INCONCLUSIVE",
    "LOWER, 0.03, 0.02, 0.05, PASS",
    "LOWER, 0.03, 0.02, 0.04, PASS",
    "UPPER, 0.07, 0.06, 0.08, FAIL",
    "UPPER, 0.04, 0.02, 0.06, INCONCLUSIVE",
    "UPPER, 0.03, 0.02, 0.05, INCONCLUSIVE",
    "UPPER, 0.03, 0.02, 0.04, PASS"
  })
  void policiesCompareTheirOwnNumber(
      GatePolicy policy, double estimate, double low, double high, Decision decision) {
    Gate gate = new Gate(0.05, policy, CountLimits.none());
    GateResult result = gate.decide(census(400, 10_000), interval(estimate, low, high));
    assertThat(result.decision()).isEqualTo(decision);
  }

  @Test
  void inconclusiveSaysHowManyLabelsWouldDecide() {
    Gate gate = new Gate(0.05, GatePolicy.UPPER, CountLimits.none());
    Contamination spans = interval(0.038, 0.019, 0.053);
    assertThat(gate.decide(census(100, 10_000), spans).reasons())
        .containsExactly(
            "Contamination is between 1.9 % and 5.3 % at 95 % confidence, so it may be on either"
                + " side of the limit of 5 %.",
            "73 labels would prove it below 5 % at 95 % confidence, if they are drawn at random"
                + " from the 9,900 records that are not suspect and all are found good, even if"
                + " every suspect record is bad.");
    assertThat(gate.decide(census(740, 10_000), spans).reasons().get(1))
        .startsWith("8 labels would prove it above 5 %")
        .contains("from the 740 suspect records and all are found bad");
    assertThat(gate.decide(census(500, 10_000), spans).reasons().get(1))
        .contains("1,544 labels from all records");
  }

  @Test
  void passingACountLimitFailsWhateverTheFraction() {
    Gate gate = new Gate(0.05, GatePolicy.OBSERVED, only(HARMFUL_COMPLIANCE, CountLimit.above(10)));
    Census eleven = Scans.of(HARMFUL_COMPLIANCE, 11, 100_000);
    Census ten = Scans.of(HARMFUL_COMPLIANCE, 10, 100_000);
    assertThat(gate.decide(eleven, interval(0, 0, 1)).decision()).isEqualTo(FAIL);
    assertThat(gate.decide(eleven, interval(0, 0, 1)).reasons())
        .containsExactly(
            "11 records are suspect of harmful-compliance, above the limit of 10.",
            "0.011 % of records are suspect, within the limit of 5 %.");
    assertThat(gate.decide(ten, interval(0, 0, 1)).decision()).isEqualTo(PASS);
  }

  @ParameterizedTest
  @CsvSource({"OBSERVED", "ESTIMATE", "LOWER", "UPPER"})
  void nothingScannedNeverPasses(GatePolicy policy) {
    Gate gate = new Gate(0.05, policy, CountLimits.none());
    GateResult result = gate.decide(Census.empty(), interval(0, 0, 0));
    assertThat(result.decision()).isEqualTo(INCONCLUSIVE);
    assertThat(result.reasons()).containsExactly("Nothing was scanned, so nothing can pass.");
  }

  @Test
  void impossibleSettingsAreRefused() {
    assertThatThrownBy(() -> new Gate(5, GatePolicy.OBSERVED, CountLimits.none()))
        .hasMessageContaining("threshold 5");
    assertThatThrownBy(() -> CountLimit.above(-1)).hasMessageContaining("-1");
    assertThatThrownBy(() -> new CountLimit(20, 10, 0)).hasMessageContaining("from 20 to 10");
    assertThatThrownBy(() -> new CountLimit(1, 2, Double.NaN)).hasMessageContaining("NaN");
    assertThat(GatePolicy.named("Upper")).isEqualTo(GatePolicy.UPPER);
    assertThat(GatePolicy.named("strict")).isNull();
  }

  @Test
  void aFewPersonasWarnAndTenFail() {
    Gate gate = Gate.standard();
    GateResult five = gate.decide(Scans.of(PERSONA, 5, 1000), interval(0, 0, 1));
    assertThat(five.decision()).isEqualTo(PASS);
    assertThat(five.counts())
        .containsExactly(new CountReached(PERSONA, 5, new CountLimit(5, 10, 0)));
    assertThat(five.reasons())
        .containsExactly(
            "0.5 % of records are suspect, within the limit of 5 %.",
            "5 records are suspect of persona: so few rows can do harm in a set of any size; more"
                + " than 9 fail.");
    GateResult ten = gate.decide(Scans.of(PERSONA, 10, 1000), interval(0, 0, 1));
    assertThat(ten.decision()).isEqualTo(FAIL);
    assertThat(ten.reasons().get(0))
        .isEqualTo("10 records are suspect of persona, above the limit of 9.");
  }

  @Test
  void whatFalseAlarmsExplainInALargeSetIsAllowedOnTop() {
    Gate gate = Gate.standard();
    assertThat(gate.decide(Scans.of(PERSONA, 59, 100_000), interval(0, 0, 1)).decision())
        .isEqualTo(PASS);
    assertThat(gate.decide(Scans.of(PERSONA, 60, 100_000), interval(0, 0, 1)).decision())
        .isEqualTo(FAIL);
    assertThat(gate.decide(Scans.of(HARMFUL_COMPLIANCE, 49, 2000), interval(0, 0, 1)).counts())
        .containsExactly(new CountReached(HARMFUL_COMPLIANCE, 49, new CountLimit(14, 54, 0)));
  }

  @Test
  void aLimitMayWarnAlone() {
    Gate gate =
        new Gate(0.05, GatePolicy.OBSERVED, only(PERSONA, new CountLimit(20, CountLimit.NEVER, 0)));
    GateResult many = gate.decide(Scans.of(PERSONA, 40, 1000), interval(0, 0, 1));
    assertThat(many.decision()).isEqualTo(PASS);
    assertThat(many.reasons().get(1))
        .isEqualTo(
            "40 records are suspect of persona: so few rows can do harm in a set of any size.");
    assertThat(CountLimits.standard().with(PERSONA, null).byFamily()).doesNotContainKey(PERSONA);
  }

  private static CountLimits only(Family family, CountLimit limit) {
    return new CountLimits(Map.of(family, limit));
  }

  private static Census census(long suspect, long scanned) {
    return Scans.of(INSECURE_CODE, suspect, scanned);
  }

  private static Contamination interval(double estimate, double low, double high) {
    return new Contamination(estimate, low, high, 0.95, "test", 0, 0);
  }
}
