package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {
  @Test
  void printsItsVersion() {
    Launch launch = Launch.of("--version");

    assertThat(launch.exitCode()).isZero();
    assertThat(launch.out()).matches("assay \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R");
  }

  @Test
  void helpNamesCommandsExamplesAndExitCodes() {
    Launch launch = Launch.of("--help");

    assertThat(launch.exitCode()).isZero();
    assertThat(launch.out())
        .contains("scan", "explain", "rules", "calibrate", "completion")
        .contains("assay scan data/train.jsonl")
        .contains("Exit codes: 0");
  }

  @Test
  void anUnknownOptionIsWrongUsageAndNamesTheNearest() {
    Launch launch = Launch.of("scan", "x.jsonl", "--fail-abov", "5%");

    assertThat(launch.exitCode()).isEqualTo(2);
    assertThat(launch.err()).contains("--fail-abov").contains("--fail-above");
  }

  @Test
  void noCommandIsWrongUsage() {
    Launch launch = Launch.of();

    assertThat(launch.exitCode()).isEqualTo(2);
    assertThat(launch.err()).contains("Which command?");
  }

  @Test
  void completionIsAScriptForTheShell() {
    assertThat(Launch.of("completion").out()).contains("_complete_assay");
  }
}
