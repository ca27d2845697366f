package dev.assay.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.record.Region;
import dev.assay.rule.Confidence;
import dev.assay.rule.Family;
import dev.assay.rule.Rule;
import dev.assay.rule.Scope;
import dev.assay.rule.Severity;
import dev.assay.rule.Verification;
import dev.assay.triage.Baseline;
import dev.assay.triage.BaselineEntry;
import dev.assay.triage.Weight;
import dev.assay.verdict.Finding;
import dev.assay.verdict.Framing;
import dev.assay.verdict.RecordVerdict;
import dev.assay.verdict.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeptFindingsTest {
  private static final Region PLACE = new Region(1, 1, 1, 2, 0, 1);

  @Test
  void aMildFindingThatIsNewStaysAndASevereOneThatIsKnownGoes() {
    KeptFindings kept = new KeptFindings(2);
    RecordVerdict known = record(0, Severity.HIGH);
    kept.known(baseline(known, 2));

    kept.offer(known);
    kept.offer(record(1, Severity.MEDIUM));
    kept.offer(record(2, Severity.HIGH));

    assertThat(kept.newFirst()).extracting(KeptFinding::ordinal).containsExactly(2L, 1L);
    assertThat(kept.passedOver()).isEqualTo(1);
  }

  @Test
  void oneCopyMoreThanTheBaselineHoldsIsNew() {
    KeptFindings kept = new KeptFindings(1);
    RecordVerdict known = record(0, Severity.HIGH);
    kept.known(baseline(known, 1));

    kept.offer(known);
    kept.offer(copy(known, 7));

    assertThat(kept.newFirst()).extracting(KeptFinding::ordinal).containsExactly(7L);
  }

  @Test
  void whatIsKnownFillsTheRoomThatIsLeft() {
    KeptFindings kept = new KeptFindings(3);
    RecordVerdict known = record(0, Severity.HIGH);
    kept.known(baseline(known, 1));

    kept.offer(known);
    kept.offer(record(1, Severity.MEDIUM));

    assertThat(kept.newFirst()).extracting(KeptFinding::ordinal).containsExactly(1L, 0L);
    assertThat(kept.passedOver()).isZero();
    kept.revise(Map.of(1L, record(1, Severity.LOW)));
    assertThat(kept.newFirst()).hasSize(2);
  }

  private static Baseline baseline(RecordVerdict record, long copies) {
    return Baseline.of(
        List.of(
            new BaselineEntry(
                FindingPrint.of(record, 0), Weight.COUNTED, "secret", "some-rule", copies)));
  }

  private static RecordVerdict record(long ordinal, Severity severity) {
    Rule rule =
        new Rule(
            "some-rule",
            Family.SECRET,
            severity,
            Confidence.HIGH,
            new Scope(Scope.Kind.TURN, Set.of(), Set.of()),
            null,
            new Verification.QueryOnly(),
            "m",
            "w",
            "f",
            new Rule.References(List.of(), List.of(), List.of(), List.of()),
            List.of());
    Finding finding = new Finding(rule, PLACE, "/text", "evidence", true, List.of());
    return verdict(ordinal, "hash" + ordinal, finding);
  }

  private static RecordVerdict copy(RecordVerdict record, long ordinal) {
    return verdict(ordinal, record.hash(), record.findings().get(0));
  }

  private static RecordVerdict verdict(long ordinal, String hash, Finding finding) {
    return new RecordVerdict(
        ordinal,
        "a.jsonl",
        ordinal + 1,
        1,
        PLACE,
        hash,
        Verdict.SUSPECT,
        Framing.Kind.NONE,
        0.9,
        List.of(finding));
  }
}
