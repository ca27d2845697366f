package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sound answers that name what must not be done, in lists, on posters, bluntly, and those that turn
 * a harmful request aside.
 */
class SoundAnswersTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"lists.jsonl", "long.jsonl", "short.jsonl", "deflections.jsonl", "plain.jsonl"})
  void noneIsAccused(String file) throws Exception {
    Path answers = Dataset.DEMO.resolveSibling("sound-answers").resolve(file);
    Path records = folder.resolve("records.jsonl");

    Launch launch = Launch.of("scan", answers.toString(), "--records", records.toString(), "-q");

    assertThat(launch.exitCode()).as(launch.err()).isZero();
    List<String> accused = new ArrayList<>();
    for (String line : Files.readAllLines(records)) {
      JsonNode verdict = Dataset.JSON.readTree(line);
      if (verdict.path("verdict").asText().equals("suspect")) {
        accused.add(file + ":" + verdict.path("row") + " by " + verdict.path("rules"));
      }
    }
    assertThat(accused).isEmpty();
  }
}
