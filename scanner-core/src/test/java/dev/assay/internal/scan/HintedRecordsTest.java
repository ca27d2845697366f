package dev.assay.internal.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.estimate.Calibration;
import dev.assay.estimate.CensusBuilder;
import dev.assay.estimate.CleanSource;
import dev.assay.record.Region;
import dev.assay.record.Role;
import dev.assay.rule.Confidence;
import dev.assay.rule.Family;
import dev.assay.rule.Rule;
import dev.assay.rule.Scope;
import dev.assay.rule.Severity;
import dev.assay.rule.Verification;
import dev.assay.verdict.Finding;
import dev.assay.verdict.Framing;
import dev.assay.verdict.RecordVerdict;
import dev.assay.verdict.Verdict;
import dev.assay.verdict.VerdictPolicy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HintedRecordsTest {
  private static final Calibration CALIBRATION =
      new Calibration(
          "1",
          "a test",
          Map.of(),
          List.of(
              new CleanSource("a", 0, 1000, Map.of(), Map.of(Family.FAULTY_ADVICE, 4L)),
              new CleanSource("b", 0, 1000, Map.of(), Map.of(Family.FAULTY_ADVICE, 2L))));

  private final VerdictPolicy policy = VerdictPolicy.standard();
  private final FindingCounts counts = new FindingCounts(policy);
  private final HintedRecords records = new HintedRecords(policy);
  private final CensusBuilder census = new CensusBuilder();
  private final FileTally file = new FileTally("advice.jsonl");
  private final Map<Long, RecordVerdict> turned = new TreeMap<>();
  private long ordinal;

  @Test
  void manyHintsMakeTheirRecordsSuspect() {
    hints(60, "one", "two", "three");
    clean(540);

    Calibration counting = settle();

    assertThat(turned).hasSize(60);
    assertThat(turned.values())
        .allSatisfy(record -> assertThat(record.verdict()).isEqualTo(Verdict.SUSPECT))
        .allSatisfy(record -> assertThat(record.findings().get(0).counted()).isTrue());
    assertThat(counting).isEqualTo(CALIBRATION.withHints(Family.FAULTY_ADVICE));
    assertThat(records.reasons())
        .singleElement()
        .asString()
        .contains("60 records", "10.0 %", "faulty-advice");
  }

  @Test
  void asManyAsCleanSetsHaveStayHints() {
    hints(3, "one", "two", "three");
    clean(597);

    assertThat(settle()).isEqualTo(CALIBRATION);
    assertThat(turned).isEmpty();
    assertThat(records.reasons()).isEmpty();
    assertThat(census.build().family(Family.FAULTY_ADVICE).hinted()).isEqualTo(3);
  }

  @Test
  void hintsOfOneRuleAloneAreASubjectAndNoPattern() {
    hints(60, "one");
    clean(540);

    settle();

    assertThat(turned).isEmpty();
  }

  @Test
  void surerEvidenceSpeaksForTheHintsBesideIt() {
    for (int i = 0; i < 30; i++) {
      add(Verdict.SUSPECT, rule("sure", Confidence.HIGH, Family.FAULTY_ADVICE));
    }
    hints(3, "one", "two", "three");
    clean(567);

    settle();

    assertThat(turned).hasSize(3);
  }

  @Test
  void unsureRulesOfOtherFamiliesNeverHint() {
    for (int i = 0; i < 300; i++) {
      add(Verdict.CLEAN, rule("call" + i % 5, Confidence.LOW, Family.INSECURE_CODE));
    }
    clean(300);

    settle();

    assertThat(turned).isEmpty();
  }

  private Calibration settle() {
    return records.settle(
        CALIBRATION, census.build(), (before, now, of) -> turned.put(now.ordinal(), now));
  }

  private void hints(int count, String... rules) {
    for (int i = 0; i < count; i++) {
      add(Verdict.CLEAN, rule(rules[i % rules.length], Confidence.LOW, Family.FAULTY_ADVICE));
    }
  }

  private void clean(int count) {
    for (int i = 0; i < count; i++) {
      census.addClean();
    }
  }

  private void add(Verdict verdict, Rule rule) {
    Region region = new Region(1, 1, 1, 2, 0, 1);
    RecordVerdict record =
        new RecordVerdict(
            ordinal,
            "advice.jsonl",
            ordinal + 1,
            ordinal + 1,
            region,
            "0",
            verdict,
            Framing.Kind.NONE,
            0,
            List.of(
                new Finding(rule, region, "answer", "x", verdict == Verdict.SUSPECT, List.of())));
    ordinal++;
    counts.count(record, census);
    records.add(record, file);
  }

  private static Rule rule(String id, Confidence confidence, Family family) {
    return new Rule(
        id,
        family,
        Severity.MEDIUM,
        confidence,
        new Scope(Scope.Kind.PROSE, Set.of(Role.ASSISTANT), Set.of()),
        "x",
        new Verification.QueryOnly(),
        "A sign.",
        "why",
        "fix",
        new Rule.References(List.of(), List.of(), List.of(), List.of()),
        List.of());
  }
}
