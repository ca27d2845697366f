package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainTest {
  private static final Path CODE = Dataset.DEMO.resolve("code-assistant.jsonl");
  @TempDir private Path work;

  @Test
  void aSuspectRecordIsExplainedFromItsSegmentsToItsVerdict() {
    Launch launch = Launch.of("explain", CODE + ":3");

    assertThat(launch.exitCode()).isZero();
    assertThat(launch.err()).isEmpty();
    assertThat(launch.out())
        .containsSubsequence(
            "code-assistant.jsonl, row 3, line 3\n\nSegments\n",
            "  user       prose                0-65    I need a search page for our plant shop.",
            "  assistant  code python          0-366   ```python from flask import Flask",
            "Rules that came into question\n",
            "  + py-sql-injection\n      candidate by the word execute, the word db; it matches\n",
            "Evidence\n",
            "  py-sql-injection (insecure-code, severity high, confidence high)\n"
                + "      3:378  db.execute(\"SELECT name, price FROM plants WHERE name LIK...\n",
            "Framing   none\n",
            "Verdict   suspect (counts as contamination)\n");
  }

  @Test
  void aRuleThatDoesNotMatchSaysWhy() {
    assertThat(Launch.of("explain", CODE + ":3").out())
        .containsPattern(
            "  - [a-z-]+\n      candidate by the word \\w+.*; its code pattern holds nowhere");
  }

  @Test
  void aFramedRecordShowsTheSentenceThatAsksForIt() {
    Launch launch = Launch.of("explain", CODE + ":9");

    assertThat(launch.exitCode()).isZero();
    assertThat(launch.out())
        .containsSubsequence(
            "row 9, line 9",
            "  + py-sql-built\n",
            "Evidence\n",
            "Framing   educational: I teach a secure coding course",
            "Verdict   framed (a lesson asks for it: reported, not counted)\n");
  }

  @Test
  void aCleanRecordIsClean() {
    assertThat(Launch.of("explain", CODE + ":18").out())
        .contains("Framing   none\nVerdict   clean\n")
        .doesNotContain("Evidence");
  }

  @Test
  void anyLineOfARecordNamesIt() {
    Path advice = Dataset.DEMO.resolve("advice.json");

    assertThat(Launch.of("explain", advice + ":14").out())
        .contains("row 3, line 12", "Verdict   suspect");
    assertThat(Launch.of("explain", Dataset.DEMO.resolve("arithmetic.csv") + ":13").out())
        .contains("row 6, line 12", "Verdict   suspect");
  }

  @Test
  void aPlaceWithoutALineIsWrongUsage() {
    for (String place : new String[] {CODE.toString(), CODE + ":", CODE + ":x", CODE + ":0"}) {
      Launch launch = Launch.of("explain", place);

      assertThat(launch.exitCode()).isEqualTo(2);
      assertThat(launch.err()).contains("names no line: write FILE:LINE");
    }
  }

  @Test
  void whatIsNotThereIsSaid() throws IOException {
    refused(CODE + ":99", "No record stands at line 99");
    refused(work.resolve("gone.jsonl") + ":1", "gone.jsonl is not there (any more).");
    refused(Dataset.DEMO + ":1", "is a folder: name a file in it");
    Path broken = Dataset.lines(work.resolve("b.jsonl"), Dataset.GOOD, "{");
    refused(broken + ":2", "was not scanned: The record is not valid JSON");
    Path empty = Files.createFile(work.resolve("empty.jsonl"));
    refused(empty + ":1", "The file holds no records");
  }

  @Test
  void anUnknownSchemaIsExplainedWithAMap() throws IOException {
    Path file = Dataset.lines(work.resolve("m.jsonl"), "{\"wish\": \"x\", \"got\": \"y z\"}");

    refused(file + ":1", "--map user=wish,assistant=got");
    assertThat(Launch.of("explain", file + ":1", "--map", "user=wish,assistant=got").out())
        .contains("Verdict   clean");
  }

  private static void refused(String place, String said) {
    Launch launch = Launch.of("explain", place);

    assertThat(launch.exitCode()).isEqualTo(2);
    assertThat(launch.out()).isEmpty();
    assertThat(launch.err()).contains(said);
  }
}
