package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MainTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void versionIsTheOneOfTheBuild() {
    int exitCode = run("--version");

    assertThat(exitCode).isZero();
    assertThat(text(out)).matches("assay \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R");
    assertThat(text(err)).isEmpty();
  }

  @Test
  void unknownOptionIsAUsageError() {
    int exitCode = run("--no-such-option");

    assertThat(exitCode).isEqualTo(2);
    assertThat(text(err)).contains("--no-such-option");
    assertThat(text(out)).isEmpty();
  }

  private int run(String... args) {
    return Main.run(
        args,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
