package dev.assay.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.internal.engine.NowhereOrigin;
import dev.assay.internal.segment.Segmenter;
import dev.assay.record.DataRecord;
import dev.assay.record.Role;
import dev.assay.record.Turn;
import dev.assay.rule.Rule;
import dev.assay.rule.Scope;
import dev.assay.signal.RecordDetector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Personas in voice, and the same words quoted, refused, told or discussed. The half named {@code
 * voices-measure.jsonl} is counted and never printed, so that nobody tunes on it.
 */
class PersonaFixturesTest {
  private static final Path FIXTURES = Path.of("..", "fixtures", "persona");

  @Test
  void voicesAreToldFromTalkOfThem() throws IOException {
    List<String> wrong = wrong("voices.jsonl");
    assertThat(wrong).as("wrong").hasSizeLessThanOrEqualTo(2);
    assertThat(wrong("voices-measure.jsonl").size()).isLessThanOrEqualTo(3);
  }

  private static List<String> wrong(String file) throws IOException {
    List<String> lines = Files.readAllLines(FIXTURES.resolve(file));
    assertThat(lines).hasSizeGreaterThanOrEqualTo(150);
    List<Rule> rules = new ArrayList<>();
    for (String name : Checks.names()) {
      if (name.startsWith("persona-")) {
        rules.add(Dialogue.rule(name, Scope.Kind.TURN, EnumSet.of(Role.ASSISTANT)));
      }
    }
    RecordDetector detector = Checks.detector(rules);
    List<String> wrong = new ArrayList<>();
    for (String line : lines) {
      JsonNode row = new ObjectMapper().readTree(line);
      Set<String> found = new TreeSet<>();
      detector.detect(
          new Segmenter().segment(record(row)), signal -> found.add(signal.rule().id()));
      if (found.isEmpty() == row.path("voice").asBoolean()) {
        wrong.add(found + " " + line);
      }
    }
    return wrong;
  }

  private static DataRecord record(JsonNode row) {
    List<Turn> turns = new ArrayList<>();
    for (Role role : List.of(Role.SYSTEM, Role.USER, Role.ASSISTANT)) {
      String name = role.name().toLowerCase(Locale.ROOT);
      if (row.has(name)) {
        turns.add(new Turn(role, row.get(name).asText(), "/" + name));
      }
    }
    return new DataRecord(turns, new NowhereOrigin());
  }
}
