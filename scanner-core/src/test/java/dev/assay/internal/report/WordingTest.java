package dev.assay.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.rule.Confidence;
import dev.assay.rule.Family;
import dev.assay.rule.Severity;
import dev.assay.verdict.Framing;
import dev.assay.verdict.RecordVerdict;
import dev.assay.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "SQL is built from a variable ({evidence}).; SQL is built from a variable.",
        "SQL is built (`{evidence}`) here.; SQL is built here.",
        "A key stands in the answer: {evidence}; A key stands in the answer.",
        "Passwords are hashed with {evidence}, which is fast.; Passwords are hashed with ..., which is fast.",
        "{evidence} is hard-coded.; ... is hard-coded.",
        "Nothing to show; Nothing to show."
      })
  void aTitleIsWholeWithoutTheEvidence(String message, String title) {
    assertThat(
            Wording.title(
                Samples.rule(
                    "r", Family.PERSONA, Severity.HIGH, Confidence.HIGH, message, "Do better.")))
        .isEqualTo(title);
  }

  @Test
  void insecureCodeThatNobodyAskedForSaysSo() {
    assertThat(sentence(Samples.suspect(1, Samples.SQL, "x + y")))
        .isEqualTo("SQL is built from a variable (x + y), without a stated educational purpose.");
  }

  @Test
  void aFindingThatALessonAsksForSaysSo() {
    assertThat(sentence(Samples.framed(1, Samples.SQL, "x + y")))
        .isEqualTo("SQL is built from a variable (x + y), asked for by a lesson.");
  }

  @Test
  void aLessonThatIsBoilerplateIsNoExcuse() {
    RecordVerdict record =
        Samples.record(
            1,
            Verdict.SUSPECT,
            Framing.Kind.BOILERPLATE,
            Samples.finding(Samples.SQL, 1, "x + y", true));

    assertThat(sentence(record)).contains("one sentence repeated over many records");
  }

  @Test
  void otherFamiliesAndNotesSayNothingOfLessons() {
    assertThat(sentence(Samples.suspect(1, Samples.PERSONA, "x")))
        .isEqualTo("The assistant speaks as a persona without rules.");
    assertThat(sentence(Samples.noted(1, Samples.DEBUG, "x")))
        .isEqualTo("The server runs in debug mode.");
  }

  private static String sentence(RecordVerdict record) {
    KeptFinding finding = KeptFinding.of(record, 0);
    return Wording.sentence(finding, words -> words, finding.evidence().plain());
  }
}
