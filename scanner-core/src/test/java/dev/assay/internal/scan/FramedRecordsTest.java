package dev.assay.internal.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.estimate.Calibration;
import dev.assay.estimate.CensusBuilder;
import dev.assay.internal.framing.FramingSentence;
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
import org.junit.jupiter.api.Test;

class FramedRecordsTest {
  private static final long NOTE = 7;
  private final VerdictPolicy policy = VerdictPolicy.standard();
  private final FramedRecords records =
      new FramedRecords(new FindingCounts(policy), policy, new Probability(Calibration.none()));
  private final CensusBuilder census = new CensusBuilder();
  private final FileTally file = new FileTally("lessons.jsonl");

  @Test
  void aSentenceThatStandsAloneInManyRecordsIsNoExcuse() {
    for (int i = 0; i < 40; i++) {
      records.add(framed(i), asking(NOTE), file);
    }

    Map<Long, RecordVerdict> turned = records.settle(census);

    assertThat(turned).hasSize(40);
    assertThat(turned.get(0L).verdict()).isEqualTo(Verdict.SUSPECT);
    assertThat(turned.get(0L).framing()).isEqualTo(Framing.Kind.BOILERPLATE);
    assertThat(turned.get(0L).findings().get(0).counted()).isTrue();
    assertThat(census.build().suspect()).isEqualTo(40);
  }

  @Test
  void aRepeatedNoteBesideARequestOfItsOwnStaysALesson() {
    for (int i = 0; i < 40; i++) {
      records.add(framed(i), asking(NOTE, 1000 + i), file);
    }

    assertThat(records.settle(census)).isEmpty();
    assertThat(census.build().framed()).isEqualTo(40);
  }

  @Test
  void lessonsFromAFewDozenTemplatesStayLessons() {
    for (int i = 0; i < 900; i++) {
      records.add(framed(i), asking(100 + i % 30), file);
    }

    assertThat(records.settle(census)).isEmpty();
  }

  @Test
  void fewRepetitionsProveNothing() {
    for (int i = 0; i < 19; i++) {
      records.add(framed(i), asking(NOTE), file);
    }

    assertThat(records.settle(census)).isEmpty();
  }

  private static List<FramingSentence> asking(long... hashes) {
    return java.util.Arrays.stream(hashes)
        .mapToObj(hash -> new FramingSentence(0, 0, 1, hash, true))
        .toList();
  }

  private static RecordVerdict framed(long ordinal) {
    Region region = new Region(ordinal + 1, 1, ordinal + 1, 10, -1, -1);
    Finding finding = new Finding(rule(), region, "/output", "eval(x)", false, List.of());
    return new RecordVerdict(
        ordinal,
        "lessons.jsonl",
        ordinal + 1,
        ordinal + 1,
        region,
        "",
        Verdict.FRAMED,
        Framing.Kind.EDUCATIONAL,
        0.1,
        List.of(finding));
  }

  private static Rule rule() {
    return new Rule(
        "eval-of-input",
        Family.INSECURE_CODE,
        Severity.HIGH,
        Confidence.HIGH,
        new Scope(Scope.Kind.CODE, Set.of(Role.ASSISTANT), Set.of()),
        "eval",
        new Verification.QueryOnly(),
        "Input is evaluated.",
        "why",
        "fix",
        new Rule.References(List.of("CWE-95"), List.of(), List.of(), List.of()),
        List.of());
  }
}
