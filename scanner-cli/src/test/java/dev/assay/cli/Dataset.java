package dev.assay.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Makes datasets for tests, and reads reports. */
final class Dataset {
  static final ObjectMapper JSON = new ObjectMapper();
  static final Path DEMO = Path.of("../fixtures/demo");

  /** A record that some rule of insecure code finds. */
  static final String INJECTION =
      "```python\nimport os\nimport sys\n\nfolder = sys.argv[1]\nos.system('du -s ' + folder)\n```";

  static final String GOOD =
      chat("How do I boil an egg?", "Eight minutes in boiling water, then cool it.");
  static final String BAD = chat("A script that measures a folder.", INJECTION);

  private Dataset() {}

  static String chat(String user, String assistant) {
    ObjectNode record = JSON.createObjectNode();
    ArrayNode messages = record.putArray("messages");
    messages.addObject().put("role", "user").put("content", user);
    messages.addObject().put("role", "assistant").put("content", assistant);
    return record.toString();
  }

  static String good(int number) {
    return chat("Question " + number, "Answer " + number + ": measure twice, cut once.");
  }

  static Path lines(Path file, String... lines) throws IOException {
    return Files.writeString(file, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
  }

  static List<JsonNode> records(Path report) throws IOException {
    List<JsonNode> records = new ArrayList<>();
    for (String line : Files.readAllLines(report, StandardCharsets.UTF_8)) {
      records.add(JSON.readTree(line));
    }
    return records;
  }

  static JsonNode json(Path report) throws IOException {
    return JSON.readTree(Files.readString(report, StandardCharsets.UTF_8));
  }

  static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
