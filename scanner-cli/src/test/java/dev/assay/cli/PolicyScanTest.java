package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyScanTest {
  @TempDir Path folder;
  private Path policy;

  @BeforeEach
  void data() throws IOException {
    policy = folder.resolve(".assay.yaml");
    Path train = Files.createDirectories(folder.resolve("data/train"));
    Path red = Files.createDirectories(folder.resolve("data/red-team"));
    String[] good = new String[40];
    for (int i = 0; i < good.length; i++) {
      good[i] = Dataset.good(i);
    }
    Dataset.lines(train.resolve("a.jsonl"), good);
    Files.writeString(
        train.resolve("a.jsonl"), Dataset.BAD + "\n", java.nio.file.StandardOpenOption.APPEND);
    Dataset.lines(red.resolve("b.jsonl"), Dataset.BAD, Dataset.GOOD);
  }

  @Test
  void aPathHasAThresholdOfItsOwn() throws IOException {
    policy("sources: data", "thresholds: {paths: {data/red-team/**: 100%}}");
    Path json = folder.resolve("out.json");
    Launch passed = scan("--json", json.toString());
    assertThat(passed.exitCode()).as(passed.err()).isEqualTo(0);
    assertThat(Dataset.json(json).at("/gate/parts/0/name").asText()).isEqualTo("data/red-team/**");
    assertThat(Dataset.json(json).at("/gate/parts/0/suspect").asInt()).isEqualTo(1);
    policy("sources: data", "thresholds: {paths: {data/red-team/**: 100%, data/train/**: 1%}}");
    Launch failed = scan();
    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.out())
        .contains("data/train/**: 2.4 % of records are suspect, above the limit of 1 %");
  }

  @Test
  void optionsOverrideThePolicyAndBothAreShown() throws IOException {
    policy("sources: data", "fail-above: 1%", "gate: lower", "fail-count: {persona: 3}");
    Launch shown = scan("--print-config", "--fail-above", "50%", "--threshold", "family:secret=0%");
    assertThat(shown.exitCode()).isEqualTo(0);
    assertThat(shown.out().lines())
        .contains(
            "fail-above: 50% (--fail-above)",
            "gate: lower (" + policy + ":4:7)",
            "thresholds: family:secret=0% (--threshold)",
            "max-malformed: 0% (default)");
    assertThat(shown.out()).doesNotContain("PATH=");
    assertThat(scan("--fail-above", "50%", "--gate", "observed").exitCode()).isEqualTo(0);
    assertThat(scan("--gate", "observed").exitCode()).isEqualTo(1);
    assertThat(Launch.of("scan", folder.resolve("data/train").toString(), "--no-config").exitCode())
        .isEqualTo(0);
  }

  @Test
  void aTeamSaysHowSevereAndSureWhatCountsMustBe() throws IOException {
    policy("sources: data", "fail-above: 1%", "least-severity: high", "least-confidence: high");
    Path json = folder.resolve("out.json");
    scan("--json", json.toString());
    int strict = Dataset.json(json).at("/suspect/count").asInt();
    Launch all =
        scan("--json", json.toString(), "--least-severity", "low", "--least-confidence", "low");
    assertThat(all.exitCode()).isEqualTo(1);
    assertThat(Dataset.json(json).at("/suspect/count").asInt())
        .isGreaterThanOrEqualTo(2)
        .isGreaterThanOrEqualTo(strict);
    assertThat(Dataset.json(json).at("/calibration").toString())
        .contains("measured where findings of medium severity and confidence count");
    policy("sources: data", "least-severity: note");
    Launch note = scan();
    assertThat(note.exitCode()).isEqualTo(2);
    assertThat(note.err()).contains(":3:").contains("write high, medium or low");
  }

  @Test
  void severityAndFamilyThresholdsFailTheScan() throws IOException {
    String data = folder.resolve("data/train").toString();
    Launch severity = Launch.of("scan", data, "--no-config", "--threshold", "severity:high=1%");
    assertThat(severity.exitCode()).isEqualTo(1);
    assertThat(severity.out()).contains("of severity high or worse,");
    Launch family =
        Launch.of("scan", data, "--no-config", "--threshold", "family:insecure-code=1%");
    assertThat(family.exitCode()).isEqualTo(1);
    Launch other = Launch.of("scan", data, "--no-config", "--threshold", "family:persona=0%");
    assertThat(other.exitCode()).isEqualTo(0);
  }

  @Test
  void whatIsWrongIsSaidWithItsPlaceAndNothingIsScanned() throws IOException {
    policy("sources: data", "include: ['train/**', 'tset/**']");
    Launch typo = scan();
    assertThat(typo.exitCode()).isEqualTo(2);
    assertThat(typo.err())
        .contains(policy + ":3:10: The include pattern tset/** matches no file under");
    policy("sources: data", "fail-above: 5");
    assertThat(scan().exitCode()).isEqualTo(2);
    assertThat(scan().err()).contains(policy + ":3:13: fail-above: '5' is more than everything");
    Files.delete(policy);
    assertThat(scan().exitCode()).isEqualTo(2);
    assertThat(scan().err()).contains("cannot be read");
    assertThat(Launch.of("scan").exitCode()).isEqualTo(2);
    assertThat(Launch.of("scan").err()).contains("'SOURCE'. Name a file");
  }

  private void policy(String... lines) throws IOException {
    Files.writeString(policy, "version: 1\n" + String.join("\n", lines) + "\n");
  }

  private Launch scan(String... more) {
    String[] all = new String[more.length + 3];
    all[0] = "scan";
    all[1] = "--config";
    all[2] = policy.toString();
    System.arraycopy(more, 0, all, 3, more.length);
    return Launch.of(all);
  }
}
