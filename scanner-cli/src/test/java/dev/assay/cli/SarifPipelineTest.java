package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts keep their identity when data move, and point at what was found. */
class SarifPipelineTest {
  private static final String CALL = "os.system('du -s ' + folder)";
  private static final String OTHER =
      "```python\nimport yaml\nfrom flask import request\n\n@app.route('/s', methods=['POST'])\n"
          + "def s():\n    return save(yaml.load(request.data, Loader=yaml.Loader))\n```";

  @TempDir private Path work;

  @Test
  void aRowInsertedAtTheTopChangesNoOtherAlert() throws IOException {
    for (String name : List.of("data.jsonl", "data.json", "data.csv")) {
      Path file = work.resolve(name);
      write(file, List.of(Dataset.INJECTION, "Fine.", OTHER, Dataset.INJECTION));
      Map<String, String> before = fingerprints(file);
      write(file, List.of("New and clean.", Dataset.INJECTION, "Fine.", OTHER, Dataset.INJECTION));
      Map<String, String> after = fingerprints(file);

      assertThat(before).as(name).hasSize(3);
      assertThat(after.values()).as(name).containsExactlyElementsOf(before.values());
      assertThat(before.values()).as(name).doesNotHaveDuplicates();
      assertThat(after.keySet()).as(name).isNotEqualTo(before.keySet());
    }
  }

  @Test
  void regionsCutOutOfAFileGiveTheEvidence() throws IOException {
    String before = "Größe 😀 \"quoted\" \\ back\tslash 日本語:\n";
    for (String name : List.of("data.jsonl", "data.json", "data.csv")) {
      Path file = work.resolve(name);
      write(file, List.of("Fine.", before + Dataset.INJECTION, before + before + OTHER));
      Map<String, String> cut = evidence(file);

      assertThat(cut).as(name).containsEntry("py-command-injection", CALL);
      assertThat(cut)
          .as(name)
          .containsEntry("py-yaml-load", "yaml.load(request.data, Loader=yaml.Loader)");
    }
  }

  @Test
  void regionsHoldThroughEveryKindOfEscape() throws IOException {
    String escaped =
        Dataset.chat("q \u00e4", "\u00e4 😀:\n" + Dataset.INJECTION)
            .replace("ä", "\\u00e4")
            .replace("😀", "\\ud83d\\ude00")
            .replace("os.system", "os\\u002esystem")
            .replace("'du -s '", "'du\\u0020-s '");
    Path file = Files.writeString(work.resolve("e.jsonl"), "\uFEFF" + escaped + "\r\n");

    assertThat(evidence(file)).containsEntry("py-command-injection", CALL);
  }

  /** Rule to the text at its place in the file, by line and column and by bytes. */
  private Map<String, String> evidence(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    boolean table = file.toString().endsWith(".csv");
    String text = new String(bytes, StandardCharsets.UTF_8);
    String[] lines = (text.startsWith("\uFEFF") ? text.substring(1) : text).split("\n", -1);
    Map<String, String> cut = new TreeMap<>();
    for (JsonNode result : results(file)) {
      JsonNode region = result.at("/locations/0/physicalLocation/region");
      int line = region.get("startLine").asInt();
      assertThat(region.get("endLine").asInt()).isEqualTo(line);
      String byPlace =
          lines[line - 1].substring(
              region.get("startColumn").asInt() - 1, region.get("endColumn").asInt() - 1);
      int offset = region.get("byteOffset").asInt();
      String byBytes =
          new String(
              Arrays.copyOfRange(bytes, offset, offset + region.get("byteLength").asInt()),
              StandardCharsets.UTF_8);
      assertThat(byBytes).isEqualTo(byPlace);
      cut.put(
          result.get("ruleId").asText(),
          table ? byPlace : Dataset.JSON.readValue('"' + byPlace + '"', String.class));
    }
    return cut;
  }

  /** Place to fingerprint, in order. */
  private Map<String, String> fingerprints(Path file) throws IOException {
    Map<String, String> fingerprints = new TreeMap<>();
    for (JsonNode result : results(file)) {
      JsonNode region = result.at("/locations/0/physicalLocation/region");
      fingerprints.put(
          "%05d:%05d".formatted(region.get("startLine").asInt(), region.get("startColumn").asInt()),
          result.at("/partialFingerprints/primaryLocationLineHash").asText());
    }
    return fingerprints;
  }

  private List<JsonNode> results(Path file) throws IOException {
    Path report = work.resolve("report.sarif");
    Launch launch = Launch.of("scan", file.toString(), "--sarif", report.toString());
    assertThat(launch.exitCode()).as(launch.out() + launch.err()).isEqualTo(1);
    List<JsonNode> results = new ArrayList<>();
    Dataset.json(report)
        .at("/runs/0/results")
        .forEach(
            result -> {
              if (!result.get("ruleId").asText().equals("assay-gate")) {
                results.add(result);
              }
            });
    return results;
  }

  private static void write(Path file, List<String> answers) throws IOException {
    List<String> rows = new ArrayList<>();
    boolean table = file.toString().endsWith(".csv");
    for (int i = 0; i < answers.size(); i++) {
      String question = "Question " + answers.get(i).length() + " ä";
      rows.add(
          table
              ? question + ",\"" + answers.get(i).replace("\"", "\"\"") + "\""
              : Dataset.chat(question, answers.get(i)));
    }
    String text =
        table
            ? "question,answer\n" + String.join("\n", rows) + "\n"
            : file.toString().endsWith(".json")
                ? "[\n  " + String.join(",\n  ", rows) + "\n]\n"
                : String.join("\n", rows) + "\n";
    Files.writeString(file, text);
  }
}
