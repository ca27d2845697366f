package dev.assay.internal.framing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.internal.segment.Records;
import dev.assay.internal.segment.Segmenter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The half of the framing fixtures that may be tuned on. The other half, {@code *-measure.jsonl},
 * is for {@link FramingMeasure} alone.
 */
class FramingFixturesTest {
  private static final Path FIXTURES = Path.of("..", "fixtures", "framing");
  private static final double AT_LEAST = 0.95;

  @Test
  void genuineLessonsAreRecognised() throws IOException {
    assertRight("genuine.jsonl", "educational");
  }

  @Test
  void excusesAreNot() throws IOException {
    assertRight("false.jsonl", "none");
  }

  private static void assertRight(String file, String expected) throws IOException {
    ObjectMapper json = new ObjectMapper();
    FramingReader reader = new FramingReader();
    List<String> lines = Files.readAllLines(FIXTURES.resolve(file));
    List<String> wrong = new ArrayList<>();
    for (String line : lines) {
      JsonNode node = json.readTree(line);
      assertThat(node.path("expect").asText()).isEqualTo(expected);
      boolean lesson = reader.read(new Segmenter().segment(Records.of(node))).educational();
      if (lesson != expected.equals("educational")) {
        wrong.add(node.path("note").asText());
      }
    }
    assertThat(lines).hasSizeGreaterThanOrEqualTo(40);
    assertThat(wrong)
        .as("wrong in %s", file)
        .hasSizeLessThanOrEqualTo((int) (lines.size() * (1 - AT_LEAST)));
  }
}
