package dev.assay.ci;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The kits' files are what the forges read, as far as that can be told without them. */
class KitFilesTest {
  private static final Path CI = Path.of("../ci");
  private static final ObjectMapper YAML = new YAMLMapper();

  @Test
  void theActionIsACompositeOne() throws IOException {
    JsonNode action = yaml(CI.resolve("github/action.yml"));

    assertThat(texts(action)).contains("name", "description", "inputs", "outputs", "runs");
    assertThat(action.at("/runs/using").asText()).isEqualTo("composite");
    for (JsonNode step : action.at("/runs/steps")) {
      assertThat(step.has("run")).as("%s", step).isNotEqualTo(step.has("uses"));
      assertThat(step.has("shell")).as("%s", step).isEqualTo(step.has("run"));
      assertThat(step.path("run").asText())
          .as("nothing is pasted into a shell")
          .doesNotContain("${{");
    }
    for (JsonNode input : action.path("inputs")) {
      assertThat(input.path("description").asText()).isNotBlank();
    }
  }

  @Test
  void everyInputIsUsedAndEveryUsedOneIsThere() throws IOException {
    String text = Files.readString(CI.resolve("github/action.yml"));
    List<String> inputs = texts(yaml(CI.resolve("github/action.yml")).path("inputs"));

    for (String input : inputs) {
      assertThat(text).contains("inputs." + input);
    }
    Pattern.compile("inputs\\.([a-z-]+)")
        .matcher(text)
        .results()
        .forEach(used -> assertThat(inputs).contains(used.group(1)));
  }

  @Test
  void theGitLabTemplateRunsOnMergeRequestsAndReportsCodeQuality() throws IOException {
    JsonNode job = yaml(CI.resolve("gitlab/assay.gitlab-ci.yml")).path("assay");

    assertThat(job.at("/rules/0/if").asText()).contains("merge_request_event");
    assertThat(job.at("/variables/GIT_DEPTH").asText()).isEqualTo("0");
    assertThat(job.at("/artifacts/when").asText()).isEqualTo("always");
    assertThat(job.at("/artifacts/reports/codequality").asText()).endsWith("code-quality.json");
  }

  @Test
  void hooksNameScriptsThatAreThere() throws IOException {
    JsonNode hook = yaml(Path.of("../.pre-commit-hooks.yaml")).path(0);
    assertThat(texts(hook)).contains("id", "name", "entry", "language", "files");
    assertThat(Path.of("..").resolve(hook.path("entry").asText())).isExecutable();

    JsonNode lakefs = yaml(CI.resolve("lakefs/assay.yaml"));
    assertThat(texts(lakefs.path("on"))).containsExactly("pre-merge");
    assertThat(lakefs.at("/hooks/0/type").asText()).isEqualTo("webhook");
    JsonNode receiver = new ObjectMapper().readTree(CI.resolve("lakefs/hooks.json").toFile());
    assertThat(receiver.at("/0/execute-command").asText()).endsWith("ci/lakefs/assay-lakefs");
  }

  @Test
  void scriptsArePosixAndExecutable() throws IOException {
    try (Stream<Path> files = Files.walk(CI)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file);
        if (text.startsWith("#!")) {
          assertThat(text).as("%s", file).startsWith("#!/bin/sh\n").contains("set -eu");
          assertThat(text).as("%s", file).doesNotContain("[[").doesNotContain("local ");
          assertThat(file).isExecutable();
        }
      }
    }
  }

  private static JsonNode yaml(Path file) throws IOException {
    return YAML.readTree(file.toFile());
  }

  private static List<String> texts(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
