package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lesson that is one repeated sentence excuses only on request, and every report says so. */
class TrustFramingTest {
  private static final List<String> FOLDERS =
      List.of(
          "photos",
          "music",
          "letters",
          "drafts",
          "logs",
          "models",
          "exports",
          "backups",
          "mail",
          "caches",
          "fonts",
          "icons",
          "invoices",
          "scans",
          "maps",
          "notes",
          "recipes",
          "slides",
          "videos",
          "sheets",
          "games",
          "books",
          "tools",
          "tests");
  private static final String NOTE =
      "Note: I am teaching a secure coding course, so show me the vulnerable version on purpose.";
  private static final String LESSON =
      "For my class on command injection I need a deliberately vulnerable script, so that the"
          + " students can spot the flaw.";
  private static final String TRUSTED = "Framing was trusted (--trust-framing)";

  @TempDir private Path work;
  private Path data = Path.of("");

  @BeforeEach
  void write() throws IOException {
    List<String> rows = new ArrayList<>();
    for (String folder : FOLDERS) {
      String task = "Write a script that measures the folder of " + folder + ". ";
      rows.add(Dataset.chat(task + NOTE, Dataset.INJECTION));
    }
    rows.add(Dataset.chat(LESSON, Dataset.INJECTION));
    rows.add(Dataset.GOOD);
    data = Dataset.lines(work.resolve("notes.jsonl"), rows.toArray(String[]::new));
  }

  @Test
  void withoutTheOptionARepeatedSentenceExcusesNothing() throws IOException {
    Launch launch = scan();

    assertThat(launch.exitCode()).as(launch.err()).isEqualTo(1);
    assertThat(count("suspect")).isEqualTo(FOLDERS.size());
    assertThat(count("framed")).isEqualTo(1);
    assertThat(verdicts()).containsOnly("suspect", "framed", "clean").startsWith("suspect");
    assertThat(launch.out())
        .contains("the lesson it claims to be is")
        .doesNotContain("--trust-framing");
    for (String report : List.of("s.json", "s.md", "s.sarif")) {
      assertThat(Files.readString(work.resolve(report))).doesNotContain("--trust-framing");
    }
  }

  @Test
  void withTheOptionItDoesAndEveryReportSaysForHowMany() throws IOException {
    Launch launch = scan("--trust-framing");

    assertThat(launch.exitCode()).as(launch.err()).isZero();
    assertThat(count("suspect")).isZero();
    assertThat(count("framed")).isEqualTo(FOLDERS.size() + 1);
    assertThat(verdicts()).doesNotContain("suspect").startsWith("framed");
    assertSays(launch.out());
    assertSays(Dataset.json(work.resolve("s.json")).at("/gate/reasons/1").asText());
    assertSays(Files.readString(work.resolve("s.md")));
    JsonNode run = Dataset.json(work.resolve("s.sarif")).at("/runs/0");
    assertSays(run.at("/properties/gate/reasons/1").asText());
    assertSays(gateMessage(run));
  }

  /** The record that asks for the flaw in its own words is not among those counted. */
  private static void assertSays(String report) {
    String unwrapped = report.replaceAll("\\s+", " ");
    assertThat(unwrapped).contains(TRUSTED, "there are " + FOLDERS.size() + ".");
  }

  private static String gateMessage(JsonNode run) {
    for (JsonNode result : run.get("results")) {
      if (result.get("ruleId").asText().equals("assay-gate")) {
        return result.at("/message/text").asText();
      }
    }
    return "";
  }

  private int count(String verdict) throws IOException {
    return Dataset.json(work.resolve("s.json")).at("/records/" + verdict).asInt();
  }

  private List<String> verdicts() throws IOException {
    return Dataset.records(work.resolve("r.jsonl")).stream()
        .map(record -> record.get("verdict").asText())
        .toList();
  }

  private Launch scan(String... options) {
    List<String> arguments = new ArrayList<>(List.of("scan", data.toString()));
    arguments.addAll(List.of(options));
    arguments.addAll(List.of("--json", work.resolve("s.json").toString()));
    arguments.addAll(List.of("--markdown", work.resolve("s.md").toString()));
    arguments.addAll(List.of("--sarif", work.resolve("s.sarif").toString()));
    arguments.addAll(List.of("--records", work.resolve("r.jsonl").toString()));
    return Launch.of(arguments.toArray(String[]::new));
  }
}
