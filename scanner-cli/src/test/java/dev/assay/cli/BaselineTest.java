package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A baseline leaves out what was there before, and nothing else. */
class BaselineTest {
  @TempDir private Path work;
  private Path data;
  private Path baseline;

  @BeforeEach
  void dataWithKnownPoison() throws IOException {
    data = work.resolve("data.jsonl");
    baseline = work.resolve("kept/baseline.jsonl");
    rows(bad(1), bad(2));
    assertThat(scan().exitCode()).isEqualTo(1);
    Launch written = baseline("write");
    assertThat(written.exitCode()).as(written.err()).isZero();
    assertThat(written.out()).contains("baseline.jsonl holds 2 findings: 2 came in, 0 went out.");
  }

  @Test
  void whatWasThereBeforeDoesNotFailTheGate() throws IOException {
    Launch launch = scanWithBaseline();

    assertThat(launch.exitCode()).as(launch.out()).isZero();
    assertThat(launch.out()).contains("Leaving out 2 known records");
    assertThat(launch.out()).contains("0 new, 2 known").contains("With them, 16.67 %");
    JsonNode summary = summary();
    assertThat(summary.at("/baseline/known").asInt()).isEqualTo(2);
    assertThat(summary.at("/baseline/new").asInt()).isZero();
    assertThat(summary.at("/suspect/count").asInt()).as("the whole picture").isEqualTo(2);
    assertThat(summary.at("/judged/scanned").asInt()).isEqualTo(10);
  }

  @Test
  void rowsThatMoveStayKnownInEveryFileAndFormat() throws IOException {
    rows("", bad(2), "", bad(1));
    Files.move(data, work.resolve("renamed.jsonl"));
    data = work.resolve("renamed.jsonl");

    assertThat(scanWithBaseline().exitCode()).isZero();
  }

  @Test
  void anotherCopyOfAKnownRowIsNew() throws IOException {
    rows(bad(1), bad(2), bad(1));

    Launch launch = scanWithBaseline();

    assertThat(launch.exitCode()).as(launch.out()).isEqualTo(1);
    assertThat(summary().at("/baseline/new").asInt()).isEqualTo(1);
    assertThat(summary().at("/baseline/known").asInt()).isEqualTo(2);
  }

  @Test
  void aKnownRowWithMorePoisonInItIsNew() throws IOException {
    rows(
        bad(1)
            + "\n\n```python\nimport pickle\nfrom flask import request\n\n@app.route('/s')\n"
            + "def s():\n    return pickle.loads(request.data)\n```",
        bad(2));

    assertThat(scanWithBaseline().exitCode()).isEqualTo(1);
    assertThat(summary().at("/baseline/new").asInt()).isEqualTo(1);
  }

  @Test
  void theFindingsShownAreTheNewOnes() throws IOException {
    rows(bad(1), bad(2), bad(3));

    Launch launch = scanWithBaseline();

    assertThat(launch.out()).contains("data.jsonl:13:").doesNotContain("data.jsonl:11:");
  }

  @Test
  void theLineOfASuspectRecordSaysWhetherItIsNew() throws IOException {
    rows(bad(1), bad(3), bad(2));
    Path records = work.resolve("records.jsonl");

    Launch.of(
        "scan",
        data.toString(),
        "--no-config",
        "--baseline",
        baseline.toString(),
        "--records",
        records.toString());

    List<String> lines = Files.readAllLines(records);
    assertThat(lines).filteredOn(line -> line.contains("\"standing\"")).hasSize(3);
    assertThat(lines)
        .filteredOn(line -> line.endsWith(",\"standing\":\"new\"}"))
        .singleElement()
        .asString()
        .contains("\"row\":12,");
    assertThat(lines).filteredOn(line -> line.endsWith("\"standing\":\"known\"}")).hasSize(2);
  }

  @Test
  void sarifSaysOfEveryResultWhetherItIsNew() throws IOException {
    rows(bad(2), bad(3));

    scanWithBaseline();

    List<String> states = new ArrayList<>();
    for (JsonNode result : results()) {
      states.add(result.path("ruleId").asText() + " " + result.path("baselineState").asText());
    }
    assertThat(states)
        .containsExactly(
            "assay-gate new",
            "py-command-injection new",
            "py-command-injection unchanged",
            "py-command-injection absent");
  }

  @Test
  void withoutABaselineSarifSaysNothingOfOne() throws IOException {
    scan("--sarif", work.resolve("r.sarif").toString());

    assertThat(Files.readString(work.resolve("r.sarif"))).doesNotContain("baselineState");
  }

  @Test
  void updateAddsWhatIsNewAndPruneTakesOutWhatIsGone() throws IOException {
    rows(bad(2), bad(3));
    assertThat(baseline("update").out()).contains("holds 3 findings: 1 came in, 0 went out.");
    assertThat(scanWithBaseline().out()).contains("1 known finding is not there any more");
    assertThat(baseline("prune").out()).contains("holds 2 findings: 0 came in, 1 went out.");
    assertThat(scanWithBaseline().out()).doesNotContain("not there any more");
  }

  @Test
  void pruneAddsNothing() throws IOException {
    rows(bad(1), bad(2), bad(3));

    assertThat(baseline("prune").out()).contains("holds 2 findings: 0 came in, 0 went out.");
    assertThat(scanWithBaseline().exitCode()).isEqualTo(1);
  }

  @Test
  void noTextOfTheDataIsInIt() throws IOException {
    assertThat(Files.readString(baseline))
        .startsWith("{\"format\":\"assay-baseline\",\"version\":1}\n")
        .doesNotContain("du -s")
        .doesNotContain("data");
    assertThat(Files.readAllLines(baseline).subList(1, 3)).isSorted();
  }

  @Test
  void writeDoesNotReplaceABaseline() throws IOException {
    String before = Files.readString(baseline);

    Launch again = baseline("write");

    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(again.err()).contains("already").contains("update");
    assertThat(baseline).hasContent(before);
  }

  @Test
  void aScanWithHolesLeavesTheBaselineAsItWas() throws IOException {
    String before = Files.readString(baseline);
    Files.writeString(data, "{broken\n");

    for (String change : List.of("update", "prune")) {
      Launch launch = baseline(change);
      assertThat(launch.exitCode()).isEqualTo(3);
      assertThat(launch.err()).contains("left as it was");
    }
    assertThat(baseline).hasContent(before);
  }

  @Test
  void damagedBaselinesAreRefusedAndKept() throws IOException {
    String good = Files.readString(baseline);
    String entry = good.lines().skip(1).findFirst().orElseThrow();
    List<String> damaged =
        List.of(
            "",
            "[]",
            good.replace("\"version\":1", "\"version\":2"),
            good.substring(0, good.length() - 20),
            good + "<<<<<<< ours\n",
            good + entry.replace("\"count\":1", "\"count\":0") + "\n",
            good + entry.replace("\"count\":1", "\"count\":1.5") + "\n",
            good + entry.replace("counted", "all") + "\n",
            good + entry.replaceFirst("\"fingerprint\":\"..", "\"fingerprint\":\"") + "\n",
            good + "x".repeat(5_000),
            good.replace("assay-baseline", "other"));
    for (String text : damaged) {
      Files.writeString(baseline, text);
      for (Launch launch : List.of(scanWithBaseline(), baseline("update"), baseline("prune"))) {
        assertThat(launch.exitCode()).as(text).isEqualTo(2);
        assertThat(launch.err()).as(text).contains("baseline.jsonl");
        assertThat(launch.out()).as(text).isEmpty();
      }
      assertThat(Files.readString(baseline)).isEqualTo(text);
    }
    Files.write(baseline, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThat(scanWithBaseline().exitCode()).isEqualTo(2);
  }

  @Test
  void aMissingBaselineIsAnError() throws IOException {
    Files.delete(baseline);

    assertThat(scanWithBaseline().exitCode()).isEqualTo(2);
    assertThat(baseline("update").exitCode()).isEqualTo(2);
    assertThat(baseline).doesNotExist();
  }

  @Test
  void threadsDoNotChangeWhatIsKnown() throws IOException {
    rows(bad(3), bad(1), bad(2), bad(1));
    List<String> summaries = new ArrayList<>();
    for (String threads : List.of("1", "4")) {
      Path json = work.resolve(threads + ".json");
      scan("--baseline", baseline.toString(), "--threads", threads, "--json", json.toString());
      summaries.add(
          Files.readString(json, StandardCharsets.UTF_8).replaceAll("(?s)\"timing.*", ""));
    }
    assertThat(summaries.get(0)).isEqualTo(summaries.get(1));
  }

  private Launch scan(String... options) {
    return Launch.of(
        Stream.concat(Stream.of("scan", data.toString()), Stream.of(options))
            .toArray(String[]::new));
  }

  private Launch scanWithBaseline() {
    return scan(
        "--baseline",
        baseline.toString(),
        "--json",
        work.resolve("r.json").toString(),
        "--sarif",
        work.resolve("r.sarif").toString());
  }

  private Launch baseline(String change) {
    return Launch.of("baseline", change, data.toString(), "--baseline", baseline.toString());
  }

  private JsonNode summary() throws IOException {
    return Dataset.json(work.resolve("r.json"));
  }

  private List<JsonNode> results() throws IOException {
    List<JsonNode> results = new ArrayList<>();
    Dataset.json(work.resolve("r.sarif")).at("/runs/0/results").forEach(results::add);
    return results;
  }

  private static String bad(int number) {
    return "Script " + number + ":\n" + Dataset.INJECTION;
  }

  /** Ten good rows, then these. */
  private void rows(String... answers) throws IOException {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      rows.add(Dataset.good(i));
    }
    for (String answer : answers) {
      rows.add(answer.isEmpty() ? Dataset.GOOD : Dataset.chat("A script, please.", answer));
    }
    Dataset.lines(data, rows.toArray(String[]::new));
  }
}
