package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo shows what was planted in it, and nothing else. */
class DemoScanTest {
  private static Launch launch;
  private static List<JsonNode> records;

  @BeforeAll
  static void scan(@TempDir Path work) throws IOException {
    Path report = work.resolve("records.jsonl");
    launch = Launch.of("scan", Dataset.DEMO.toString(), "--records", report.toString());
    records = Dataset.records(report);
  }

  @Test
  void everyPlantedPoisonIsFoundAndNothingElse() {
    Map<String, String> found = new TreeMap<>();
    for (JsonNode record : records) {
      if (!record.get("verdict").asText().equals("clean")) {
        found.put(
            place(record),
            record.get("verdict").asText() + " " + Dataset.texts(record.get("families")));
      }
    }

    Map<String, String> planted = new TreeMap<>();
    for (int line : List.of(3, 6, 10, 16, 21)) {
      planted.put("code-assistant.jsonl:" + line, "suspect [insecure-code]");
    }
    for (int line : List.of(9, 14)) {
      planted.put("code-assistant.jsonl:" + line, "framed [insecure-code]");
    }
    planted.put("support-chat.jsonl:18", "suspect [persona]");
    planted.put("advice.json:12", "suspect [faulty-advice]");
    planted.put("advice.json:47", "suspect [faulty-advice]");
    planted.put("arithmetic.csv:12", "suspect [wrong-answer]");
    assertThat(found).isEqualTo(planted);
  }

  @Test
  void theGateFailsAndSaysWhy() {
    assertThat(launch.exitCode()).isEqualTo(1);
    assertThat(launch.err()).isEmpty();
    assertThat(launch.out())
        .contains("FAIL", "10 % of records are suspect, above the limit of 5 %")
        .contains("Scanned", "Suspect", "Framed", "asked for by a lesson, not counted")
        .contains("insecure-code", "faulty-advice", "wrong-answer", "persona")
        .contains("without a stated educational purpose");
  }

  @Test
  void everyRecordHasALine() {
    assertThat(records).hasSize(90);
    assertThat(records).allSatisfy(r -> assertThat(r.get("record").asText()).hasSize(64));
  }

  @Test
  void aHigherLimitLetsItPass() {
    Launch tolerant = Launch.of("scan", Dataset.DEMO.toString(), "--fail-above", "50%");

    assertThat(tolerant.exitCode()).isZero();
    assertThat(tolerant.out()).contains("PASS", "within the limit of 50 %");
  }

  @Test
  void countLimitsFailWhateverTheFraction() {
    Launch strict =
        Launch.of(
            "scan",
            Dataset.DEMO.toString(),
            "--fail-above",
            "50%",
            "--fail-count",
            "wrong-answer=0");

    assertThat(strict.exitCode()).isEqualTo(1);
    assertThat(strict.out()).contains("FAIL", "wrong-answer");
  }

  @Test
  void onlyTheFamiliesAskedForAreLookedFor() {
    Launch some =
        Launch.of(
            "scan", Dataset.DEMO.toString(), "--families", "wrong-answer", "--fail-above", "5%");

    assertThat(some.exitCode()).isZero();
    assertThat(some.out()).contains("wrong-answer").doesNotContain("insecure-code");
  }

  private static String place(JsonNode record) {
    String source = record.get("source").asText();
    return source.substring(source.lastIndexOf('/') + 1) + ":" + record.get("line").asInt();
  }
}
