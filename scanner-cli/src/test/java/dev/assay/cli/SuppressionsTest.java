package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A suppression hides what it was made for, as long as its owner said, and nothing else. */
class SuppressionsTest {
  private static final String REASON = "reason: a quotation\n    owner: data-team\n    ";

  @TempDir private Path work;
  private Path data;
  private Path file;

  @BeforeEach
  void dataWithTwoFindings() throws IOException {
    data = work.resolve("data.jsonl");
    file = work.resolve("suppressions.yaml");
    rows(1, 2);
  }

  @Test
  void suppressTakesAFindingFromAReport() throws IOException {
    scan("--sarif", sarif());
    for (JsonNode result : results()) {
      if (!result.path("ruleId").asText().equals("assay-gate")) {
        Launch added = suppress(fingerprint(result));
        assertThat(added.exitCode()).as(added.err()).isZero();
        assertThat(added.out())
            .contains("py-command-injection, at most 1 finding, until 2999-12-31");
      }
    }

    Launch launch = scanSuppressed();

    assertThat(launch.exitCode()).as(launch.out()).isZero();
    assertThat(launch.out()).contains("Leaving out 2 suppressed records").contains("2 suppressed");
    assertThat(Dataset.json(work.resolve("r.json")).at("/suppressions/records").asInt())
        .isEqualTo(2);
  }

  @Test
  void aSuppressionOfOneRowHidesNoOther() throws IOException {
    scan("--sarif", sarif());
    suppress(fingerprint(results().get(1)));
    rows(2, 3);

    Launch launch = scanSuppressed();

    assertThat(launch.exitCode()).isEqualTo(1);
    assertThat(launch.out()).contains("matches nothing");
  }

  @Test
  void fullSarifMarksThemAndGithubsLeavesThemOut() throws IOException {
    scan("--sarif", sarif());
    suppress(fingerprint(results().get(1)));

    scanSuppressed();
    List<JsonNode> full = results();
    assertThat(full).hasSize(3).allMatch(result -> result.has("suppressions"));
    JsonNode mark = full.get(2).at("/suppressions/0");
    assertThat(mark.path("kind").asText()).isEqualTo("external");
    assertThat(mark.path("status").asText()).isEqualTo("accepted");
    assertThat(mark.path("justification").asText()).isEqualTo("A \"quotation\": really");
    assertThat(mark.at("/properties/owner").asText()).isEqualTo("data-team");
    assertThat(full.get(1).path("suppressions")).isEmpty();

    scan("--suppressions", file.toString(), "--sarif", sarif(), "--sarif-profile", "github");
    assertThat(results()).hasSize(2).noneMatch(result -> result.has("suppressions"));
  }

  @Test
  void anExpiredOneHidesNothingAndFailsTheGate() throws IOException {
    entries("rule: py-command-injection\n    " + REASON + "expires: 2020-01-31\n    max: 2");

    Launch launch = scanSuppressed("--fail-above", "50%");

    assertThat(launch.exitCode()).isEqualTo(1);
    assertThat(launch.out().replaceAll("\\s+", " "))
        .contains("suppressions.yaml:3 expired after 2020-01-31, so 2 findings count again");
    assertThat(scan("--fail-above", "50%", "--suppressions", "none").exitCode()).isZero();
  }

  @Test
  void anExpiredOneThatMatchesNothingIsOnlyTold() throws IOException {
    entries("rule: py-yaml-load\n    " + REASON + "expires: 2020-01-31\n    max: 2");

    Launch launch = scanSuppressed("--fail-above", "50%");

    assertThat(launch.exitCode()).isZero();
    assertThat(launch.out()).contains("matches nothing");
  }

  @Test
  void oneThatMatchesMoreThanItIsMeantForHidesNone() throws IOException {
    entries("path: '*.jsonl'\n    " + REASON + "expires: 2999-01-31\n    max: 1");

    Launch launch = scanSuppressed("--fail-above", "50%");

    assertThat(launch.exitCode()).isEqualTo(1);
    assertThat(launch.out().replaceAll("\\s+", " "))
        .contains("is meant for 1 and matches 2, so it hides none");
    assertThat(Dataset.json(work.resolve("r.json")).at("/judged/suspect").asInt()).isEqualTo(2);
  }

  @Test
  void everyWayOfNamingFindingsWorks() throws IOException {
    for (String what :
        List.of(
            "rule: py-command-injection",
            "family: insecure-code",
            "path: '*.jsonl'",
            "family: insecure-code\n    path: 'data.jsonl'\n    rule: py-command-injection")) {
      entries(what + "\n    " + REASON + "expires: 2999-01-31\n    max: 2");
      assertThat(scanSuppressed().exitCode()).as(what).isZero();
    }
    entries(
        "family: secret\n    path: '*.jsonl'\n    " + REASON + "expires: 2999-01-31\n    max: 2");
    assertThat(scanSuppressed().exitCode()).as("all keys must hold").isEqualTo(1);
  }

  @Test
  void whatIsSuppressedDoesNotEnterABaseline() throws IOException {
    entries("rule: py-command-injection\n    " + REASON + "expires: 2999-01-31\n    max: 2");
    Path baseline = work.resolve("baseline.jsonl");

    Launch launch =
        Launch.of(
            "baseline",
            "write",
            data.toString(),
            "--baseline",
            baseline.toString(),
            "--suppressions",
            file.toString());

    assertThat(launch.out()).contains("holds 0 findings");
  }

  @Test
  void slipsAreToldWithTheirPlace() throws IOException {
    String good = "rule: py-command-injection\n    " + REASON + "expires: 2999-01-31\n    max: 2";
    slip("version: 2\nsuppressions: []\n", ":1:10: this Assay reads files of version 1 alone");
    slip("suppressions: []\n", "the key version is missing");
    slip("version: 1\n", "the key suppressions is missing");
    slip(
        "version: 1\nsuppression: []\n",
        ":2:1: unknown key suppression; did you mean suppressions?");
    slip(text(good.replace("owner", "onwer")), "unknown key onwer; did you mean owner?");
    slip(
        text(good.replace("py-command-injection", "py-comand-injection")),
        "did you mean py-command-injection?");
    slip(
        text(good.replace("2999-01-31", "soon")),
        "expires must be a day such as 2027-03-31, not soon");
    slip(text(good.replace("max: 2", "max: 0")), "max must be a whole number from 1");
    slip(text(good.replace("\n    max: 2", "")), "the key max is missing");
    slip(
        text(good.replace("rule: py-command-injection\n    ", "")),
        "Give a fingerprint, rule, path or family");
    slip(text(good, good), ":8:5: this suppresses the same as line 3");
    slip(
        text("fingerprint: abc\n    " + REASON + "expires: 2999-01-31\n    max: 1"),
        "64 hex digits");
    slip("version: 1\nsuppressions: [", "this is not valid YAML");
  }

  @Test
  void suppressLeavesTheFileAsItWasWhereItCannotAdd() throws IOException {
    scan("--sarif", sarif());
    String print = fingerprint(results().get(1));
    assertThat(suppress("0".repeat(64)).exitCode()).isEqualTo(2);
    assertThat(file).doesNotExist();
    suppress(print);
    String once = Files.readString(file);
    Launch twice = suppress(print);
    assertThat(twice.exitCode()).isEqualTo(2);
    assertThat(twice.err()).contains("suppresses the same").contains("Nothing was written");
    assertThat(Files.readString(file)).isEqualTo(once);
  }

  @Test
  void suppressKeepsCommentsAndTheIndentOfTheFile() throws IOException {
    Files.writeString(
        file,
        "# ours\nversion: 1\nsuppressions:\n- family: secret   # keys of the sandbox\n  reason: r\n"
            + "  owner: o\n  expires: 2999-01-01\n  max: 1");
    scan("--sarif", sarif());

    Launch added = suppress(fingerprint(results().get(1)).substring(0, 16) + ":1");

    assertThat(added.exitCode()).as(added.err()).isZero();
    assertThat(Files.readString(file)).startsWith("# ours").contains("# keys of the sandbox");
    assertThat(scanSuppressed("--fail-above", "10%").exitCode()).isZero();
  }

  private void slip(String text, String said) throws IOException {
    Files.writeString(file, text);
    Launch launch = scanSuppressed();
    assertThat(launch.exitCode()).as(text).isEqualTo(2);
    assertThat(launch.err()).as(text).contains(said).contains("suppressions.yaml");
    assertThat(Files.readString(file)).isEqualTo(text);
  }

  private void entries(String... entries) throws IOException {
    Files.writeString(file, text(entries));
  }

  private static String text(String... entries) {
    return "version: 1\nsuppressions:\n  - " + String.join("\n  - ", entries) + "\n";
  }

  private Launch suppress(String fingerprint) {
    return Launch.of(
        "suppress",
        "--from",
        sarif(),
        "--fingerprint",
        fingerprint,
        "--reason",
        "A \"quotation\": really",
        "--owner",
        "data-team",
        "--expires",
        "2999-12-31",
        "--suppressions",
        file.toString());
  }

  private Launch scanSuppressed(String... options) {
    return scan(
        Stream.concat(
                Stream.of(
                    "--suppressions",
                    file.toString(),
                    "--sarif",
                    sarif(),
                    "--json",
                    work.resolve("r.json").toString()),
                Stream.of(options))
            .toArray(String[]::new));
  }

  private Launch scan(String... options) {
    return Launch.of(
        Stream.concat(Stream.of("scan", data.toString()), Stream.of(options))
            .toArray(String[]::new));
  }

  private String sarif() {
    return work.resolve("r.sarif").toString();
  }

  private List<JsonNode> results() throws IOException {
    List<JsonNode> results = new ArrayList<>();
    Dataset.json(work.resolve("r.sarif")).at("/runs/0/results").forEach(results::add);
    return results;
  }

  private static String fingerprint(JsonNode result) {
    return result.at("/partialFingerprints/assay~1findingHash~1v1").asText();
  }

  private void rows(int... bad) throws IOException {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      rows.add(Dataset.good(i));
    }
    for (int number : bad) {
      rows.add(Dataset.chat("A script.", "Script " + number + ":\n" + Dataset.INJECTION));
    }
    Dataset.lines(data, rows.toArray(String[]::new));
  }
}
