package dev.assay.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Right answers in many notations, one a line, are never accused. */
class RightSumsTest {
  private static final Path FILE = Path.of("..", "fixtures", "wrong-answer", "right.txt");

  @Test
  void rightChainsAreNeverAccused() throws IOException {
    List<String> lines = Files.readAllLines(FILE);
    assertThat(lines).hasSizeGreaterThanOrEqualTo(90);
    for (String line : lines) {
      assertThat(Dialogue.findings("How many?", line.replace("\\n", "\n"))).as(line).isEmpty();
    }
  }
}
