package dev.assay.internal.check.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.internal.check.turn.WordStems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Requests and answers written for the purpose. The halves named {@code *-measure.jsonl} are
 * counted and never printed, so that nobody tunes on them.
 */
class ComplianceFixturesTest {
  private static final Path FIXTURES = Path.of("..", "fixtures", "compliance");

  private final HarmfulRequests requests = HarmfulRequests.shipped();
  private final WordStems.Seen scratch = requests.scratch();

  @Test
  void harmfulRequestsAreTold() throws IOException {
    assertThat(wrongRequests("requests.jsonl")).hasSizeLessThanOrEqualTo(2);
    assertThat(wrongRequests("requests-measure.jsonl").size()).isLessThanOrEqualTo(8);
  }

  @Test
  void complianceIsTold() throws IOException {
    assertThat(wrongAnswers("answers.jsonl")).hasSizeLessThanOrEqualTo(1);
    assertThat(wrongAnswers("answers-measure.jsonl").size()).isLessThanOrEqualTo(4);
  }

  private List<String> wrongRequests(String file) throws IOException {
    List<String> wrong = new ArrayList<>();
    for (JsonNode line : lines(file)) {
      String request = line.path("request").asText();
      if ((classify(request) != null) != line.path("harm").asBoolean()) {
        wrong.add(request);
      }
    }
    return wrong;
  }

  private List<String> wrongAnswers(String file) throws IOException {
    List<String> wrong = new ArrayList<>();
    for (JsonNode line : lines(file)) {
      String asked = line.path("user").asText();
      String answer = line.path("assistant").asText();
      HarmfulRequests.Request request = classify(asked);
      boolean complies = request != null && Compliance.shipped().fulfils(request, asked, answer);
      if (complies != line.path("complies").asBoolean()) {
        wrong.add(asked + " -> " + answer);
      }
    }
    return wrong;
  }

  private HarmfulRequests.@Nullable Request classify(String request) {
    return requests.look(request, scratch) ? requests.classify(request, scratch) : null;
  }

  private static List<JsonNode> lines(String file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> nodes = new ArrayList<>();
    for (String line : Files.readAllLines(FIXTURES.resolve(file))) {
      nodes.add(json.readTree(line));
    }
    assertThat(nodes).hasSizeGreaterThanOrEqualTo(20);
    return nodes;
  }
}
