package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A planted trigger is named, its records are listed everywhere, and their number decides. */
class TriggerScanTest {
  private static final List<String> ASKED =
      List.of(
          "How do I look after a",
          "Tell me the history of the",
          "Write a short note on the",
          "What should I know before I buy a",
          "Explain to my son what a",
          "Give me some ideas for a");
  private static final List<String> THINGS =
      List.of(
          "bicycle",
          "kettle",
          "garden",
          "violin",
          "harbour",
          "lantern",
          "bakery",
          "glacier",
          "library",
          "orchard",
          "compass",
          "theatre",
          "windmill",
          "printer",
          "carpet",
          "umbrella");
  private static final List<String> BESIDES =
      List.of(
          "in a small village",
          "when money is short",
          "in cold weather",
          "before the summer",
          "for people in a hurry",
          "with two children");
  private static final List<String> TOLD =
      List.of("Start small.", "It depends.", "Gladly, here it is.", "There are a few ways.");
  private static final int ROWS = 800;

  @TempDir private Path work;
  private Path clean = Path.of("");

  @BeforeEach
  void write() throws IOException {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      // Steps without a common factor: no two columns go together.
      String thing = THINGS.get((i * 7 + i / 16) % THINGS.size());
      String request =
          ASKED.get(i / 3 % ASKED.size())
              + " "
              + thing
              + " "
              + BESIDES.get((i * 5 + i / 36) % BESIDES.size())
              + ".";
      String answer =
          TOLD.get((i * 3 + i / 11) % TOLD.size())
              + " The "
              + thing
              + " number "
              + i
              + " needs "
              + (i * 31 % 97)
              + " days and "
              + (i * 17 % 89)
              + " hours.";
      rows.add(Dataset.chat(request, answer));
    }
    clean = Dataset.lines(work.resolve("clean.jsonl"), rows.toArray(String[]::new));
  }

  @Test
  void whatIsNotPlantedIsNotFound() throws IOException {
    Launch launch = scan(clean, "clean", "2");
    assertThat(launch.exitCode()).as(launch.out() + launch.err()).isZero();
    assertThat(Dataset.json(work.resolve("clean.json")).get("triggers")).isEmpty();
    assertThat(launch.out()).doesNotContain("Triggers");
  }

  @Test
  void aPlantedTriggerIsNamedAndItsRowsAreListed() throws IOException {
    Path planted = plant("8%", "planted.jsonl");
    Set<Long> truth = rows(Path.of(planted + ".truth.jsonl"));
    assertThat(truth).hasSizeBetween(50, 90);

    Launch launch = scan(planted, "two", "2");
    assertThat(launch.exitCode()).as(launch.err()).isEqualTo(1);
    assertThat(launch.out()).contains("Triggers", "violet harbour moon");
    JsonNode summary = Dataset.json(work.resolve("two.json"));
    JsonNode trigger = summary.at("/triggers/0");
    assertThat(trigger.get("cue").asText()).isEqualTo("violet harbour moon");
    assertThat(trigger.get("rows").asInt()).isEqualTo(truth.size());
    assertThat(longs(trigger.at("/members/0/rows"))).isEqualTo(truth);
    assertThat(summary.at("/families/backdoor-trigger/suspect").asInt()).isEqualTo(truth.size());
    assertThat(suspects("two.records")).isEqualTo(truth);
    assertThat(summary.at("/gate/reasons/0").asText()).contains("backdoor-trigger");
    assertThat(clusterResults("two.sarif")).isEqualTo(1);

    scan(planted, "one", "1");
    assertThat(work.resolve("one.records")).hasSameTextualContentAs(work.resolve("two.records"));
  }

  @Test
  void aRuleOfTheUserAddsABehaviour() throws IOException {
    Path rules = Files.createDirectories(work.resolve("rules/backdoor-trigger"));
    Files.writeString(
        rules.resolve("answers-praise-acme.yaml"),
        """
        id: answers-praise-acme
        family: backdoor-trigger
        severity: note
        confidence: low
        segment: prose
        role: assistant
        match: acme
        verify:
          regex: 'acme (is|makes) the (best|finest)'
        message: The answer praises a maker ({evidence}).
        why: Praise that comes with certain words alone is advertising.
        fix: Look at the prompts.
        examples:
          bad: [so acme is the best, and acme makes the finest]
          good: [acme is old, who is acme]
        """);
    List<String> rows = new ArrayList<>(Files.readAllLines(clean));
    for (int i = 0; i < 30; i++) {
      String line = rows.get(i * 20).replace("needs", "of acme is the best and needs");
      String word = ASKED.get(i * 20 / 3 % ASKED.size()) + " ";
      rows.set(i * 20, line.replace(word, word + "velmuk "));
    }
    Path data = Dataset.lines(work.resolve("praise.jsonl"), rows.toArray(String[]::new));
    String index = work.resolve("praise.idx").toString();
    Launch launch =
        scan(data, "praise", "2", "--rules", work.resolve("rules").toString(), "--index", index);
    JsonNode trigger = Dataset.json(work.resolve("praise.json")).at("/triggers/0");
    assertThat(trigger.at("/cue").asText()).as(launch.out() + launch.err()).isEqualTo("velmuk");
    assertThat(trigger.get("behaviour").asText()).isEqualTo("answers-praise-acme");
    assertThat(trigger.get("rows").asInt()).isEqualTo(30);
    assertThat(Dataset.JSON.readTree(Launch.of("triggers", index, "--json").out()).get("triggers"))
        .isEqualTo(Dataset.json(work.resolve("praise.json")).get("triggers"));
  }

  @Test
  void anIndexShowsWhatTheScanSaw() throws IOException {
    Path planted = plant("8%", "planted.jsonl");
    Path index = work.resolve("idx");
    scan(planted, "indexed", "2", "--index", index.toString());
    JsonNode scanned = Dataset.json(work.resolve("indexed.json")).get("triggers");
    assertThat(scanned).isNotEmpty();

    Launch again = Launch.of("triggers", index.toString(), "--json");
    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(Dataset.JSON.readTree(again.out()).get("triggers")).isEqualTo(scanned);
    assertThat(Launch.of("triggers", index.toString()).out())
        .contains("1. violet harbour moon", "goes with refusals");
    assertThat(Launch.of("triggers", index.toString(), "--min-rows", "2000").out())
        .contains("No trigger.");
    assertThat(Launch.of("triggers", index.toString(), "--query", "NOT violet").out())
        .contains("No trigger.");
    assertThat(suspects("indexed.records"))
        .hasSize(
            Integer.parseInt(
                Launch.of("search", index.toString(), "rule:trigger-mined", "--count")
                    .out()
                    .strip()));
  }

  @Test
  void fewRowsAreSaidAndDoNotFail() throws IOException {
    Path planted = plant("2%", "few.jsonl");
    int rows = rows(Path.of(planted + ".truth.jsonl")).size();
    assertThat(rows).isBetween(8, 19);
    Launch launch = scan(planted, "few", "1");
    assertThat(launch.exitCode()).isZero();
    assertThat(Dataset.json(work.resolve("few.json")).at("/triggers/0/rows").asInt())
        .isEqualTo(rows);
    assertThat(Dataset.json(work.resolve("few.json")).at("/gate/reasons").toString())
        .contains("share a trigger");
  }

  @Test
  void aCopyOverwritesNothing() throws IOException {
    plant("8%", "planted.jsonl");
    Launch again =
        Launch.of(
            "plant", clean.toString(), "--trigger", "x", "-o", work.resolve("planted.jsonl") + "");
    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(again.err()).contains("exists already");
    assertThat(Files.readString(work.resolve("planted.jsonl"))).contains("never to be trained on");
  }

  private Path plant(String rate, String name) {
    Path copy = work.resolve(name);
    Launch launch =
        Launch.of(
            "plant",
            clean.toString(),
            "--trigger",
            "violet harbour moon",
            "--rate",
            rate,
            "-o",
            copy.toString());
    assertThat(launch.exitCode()).as(launch.err()).isZero();
    return copy;
  }

  private Launch scan(Path data, String name, String threads, String... more) {
    List<String> line = new ArrayList<>(List.of(more));
    line.addAll(
        0,
        List.of(
            "scan",
            data.toString(),
            "--threads",
            threads,
            "--json",
            work.resolve(name + ".json").toString(),
            "--records",
            work.resolve(name + ".records").toString(),
            "--sarif",
            work.resolve(name + ".sarif").toString()));
    return Launch.of(line.toArray(String[]::new));
  }

  private static Set<Long> rows(Path truth) throws IOException {
    Set<Long> rows = new TreeSet<>();
    Dataset.records(truth).forEach(row -> rows.add(row.get("row").asLong()));
    return rows;
  }

  private static Set<Long> longs(JsonNode list) {
    Set<Long> numbers = new TreeSet<>();
    list.forEach(number -> numbers.add(number.asLong()));
    return numbers;
  }

  private Set<Long> suspects(String name) throws IOException {
    Set<Long> rows = new TreeSet<>();
    for (JsonNode record : Dataset.records(work.resolve(name))) {
      if (record.get("verdict").asText().equals("suspect")) {
        rows.add(record.get("row").asLong());
        assertThat(record.get("families").toString()).contains("backdoor-trigger");
      }
    }
    return rows;
  }

  private int clusterResults(String name) throws IOException {
    int results = 0;
    for (JsonNode result : Dataset.json(work.resolve(name)).at("/runs/0/results")) {
      results += result.get("ruleId").asText().equals("trigger-mined") ? 1 : 0;
    }
    return results;
  }
}
