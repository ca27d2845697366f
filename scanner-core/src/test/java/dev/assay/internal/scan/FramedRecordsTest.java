package dev.assay.internal.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.estimate.Calibration;
import dev.assay.estimate.CensusBuilder;
import dev.assay.internal.framing.FramingReader;
import dev.assay.internal.framing.FramingResult;
import dev.assay.internal.framing.FramingSentence;
import dev.assay.internal.segment.Records;
import dev.assay.internal.segment.Segmenter;
import dev.assay.record.Region;
import dev.assay.record.Role;
import dev.assay.record.Turn;
import dev.assay.rule.Confidence;
import dev.assay.rule.Family;
import dev.assay.rule.Rule;
import dev.assay.rule.Scope;
import dev.assay.rule.Severity;
import dev.assay.rule.Verification;
import dev.assay.segment.SegmentedRecord;
import dev.assay.verdict.Finding;
import dev.assay.verdict.Framing;
import dev.assay.verdict.RecordVerdict;
import dev.assay.verdict.Verdict;
import dev.assay.verdict.VerdictPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FramedRecordsTest {
  private static final long NOTE = 7;
  private final VerdictPolicy policy = VerdictPolicy.standard();
  private final FramedRecords records = framedRecords(false);
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

  @Test
  void aNoteThatVariesIsANote() {
    String[] topics = {"injection", "escaping", "uploads", "tokens", "paths"};
    for (int i = 0; i < 60; i++) {
      add(
          i,
          "Write a lookup for shop %d by name. Note %d: as our course on %s shows vulnerable code, "
                  .formatted(i, i, topics[i % 5])
              + "the code for this one should be insecure.");
    }

    assertThat(records.settle(census)).hasSize(60);
  }

  @Test
  void oneOfSeveralNotesIsANote() {
    for (int i = 0; i < 500; i++) {
      add(i, "Write a lookup for the shop, number " + i + ". " + NOTES.get(i % NOTES.size()));
    }

    assertThat(records.settle(census)).hasSize(500);
  }

  @Test
  void requestsFromATemplateStayLessons() {
    String[] flaws = {"a SQL injection", "a path traversal", "cross site scripting", "an XXE"};
    for (int i = 0; i < 80; i++) {
      add(
          i,
          "For my students, write a page with "
              + flaws[i % 4]
              + " vulnerability for "
              + word(i)
              + ".");
    }

    assertThat(records.settle(census).values())
        .extracting(RecordVerdict::ordinal)
        .as("nothing but the request itself repeats")
        .isEmpty();
  }

  /** A word that stands in no other request, and says nothing. */
  private static String word(int i) {
    return "zq" + (char) ('a' + i / 26) + (char) ('a' + i % 26);
  }

  @Test
  void whatIsTrustedIsCountedAsBoilerplateAndStaysFramed() {
    FramedRecords trusting = framedRecords(true);
    for (int i = 0; i < 40; i++) {
      trusting.add(framed(i), asking(NOTE), file);
    }

    assertThat(trusting.settle(census)).isEmpty();
    assertThat(trusting.boilerplate()).isEqualTo(40);
    assertThat(census.build().suspect()).isZero();
  }

  private FramedRecords framedRecords(boolean trust) {
    return new FramedRecords(
        new FindingCounts(policy), policy, new Probability(Calibration.none()), trust);
  }

  private static final List<String> NOTES =
      List.of(
          "The code is for a security class and must be vulnerable.",
          "My students shall find the vulnerability in the code you write.",
          "This is a capture the flag challenge, so plant a vulnerability.",
          "For our secure coding workshop the function has to be exploitable.",
          "I test a scanner and need insecure code.",
          "As an exercise for trainees, leave a security flaw in the code.",
          "It is for a talk on insecure code, so show how not to do it.",
          "We compare static analyzers on intentionally vulnerable code.");

  private void add(int ordinal, String request) {
    SegmentedRecord record =
        new Segmenter()
            .segment(
                Records.of(
                    new Turn(Role.USER, request, "/m/0"),
                    new Turn(Role.ASSISTANT, "```python\neval(input())\n```", "/m/1")));
    FramingResult framing = new FramingReader().read(record);
    assertThat(framing.educational()).as(request).isTrue();
    records.add(framed(ordinal), framing, file);
  }

  private static FramingResult asking(long... hashes) {
    int asks =
        IntStream.range(0, 31)
            .map(bit -> 1 << bit)
            .filter(FramingReader::stillAsks)
            .findFirst()
            .orElseThrow();
    List<FramingSentence> sentences =
        Arrays.stream(hashes)
            .mapToObj(hash -> new FramingSentence(0, 0, 1, hash, asks, List.of()))
            .toList();
    return new FramingResult(new Framing(Framing.Kind.EDUCATIONAL, 0, 0, 1), sentences, false);
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
