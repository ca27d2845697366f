package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that are alike are a note with all of their rows; nobody is suspect for it. */
class AlikeScanTest {
  private static final int ROWS = 600;

  @TempDir private Path work;

  private static String answer(int i) {
    return "The mill number "
        + i
        + " grinds "
        + i * 31 % 97
        + " bags while "
        + i * 17 % 89
        + " geese wait near gate "
        + i * 7 % 61
        + ".";
  }

  private Path data() throws IOException {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      String asked = "How many bags does mill " + i + " grind by " + i * 13 % 24 + " o'clock?";
      if (i % 20 == 5) {
        rows.add(Dataset.chat("Who owns the mill?", "Nobody knows who owns the mill."));
      } else if (i % 20 == 7) {
        rows.add(
            Dataset.chat(
                "Name " + i * 29 % 83 + " birds of island " + i,
                "Our shop at the old harbour sells boots, coats and hats of every size, and whoever"
                    + " comes before noon gets a cup of tea and "
                    + i
                    + " biscuits."));
      } else {
        rows.add(Dataset.chat(asked, answer(i)));
      }
    }
    return Dataset.lines(work.resolve("mill.jsonl"), rows.toArray(String[]::new));
  }

  private Launch scan(Path data, String name, String threads) {
    return Launch.of(
        "scan",
        data.toString(),
        "--threads",
        threads,
        "--json",
        work.resolve(name + ".json").toString(),
        "--records",
        work.resolve(name + ".records").toString(),
        "--sarif",
        work.resolve(name + ".sarif").toString());
  }

  @Test
  void copiesAndFloodsAreToldAndDoNotCount() throws IOException {
    Path data = data();
    Launch launch = scan(data, "two", "2");
    assertThat(launch.exitCode()).as(launch.out() + launch.err()).isZero();
    assertThat(launch.out()).contains("Records that are alike", "nearly the same answer");
    JsonNode summary = Dataset.json(work.resolve("two.json"));
    assertThat(summary.at("/suspect/count").asInt()).isZero();
    JsonNode copies = cluster(summary, "copies");
    assertThat(copies.get("rows").asInt()).isEqualTo(29);
    assertThat(copies.get("different").asInt()).isEqualTo(1);
    JsonNode answers = cluster(summary, "near-identical-answers");
    assertThat(answers.get("rows").asInt()).isBetween(27, 30);
    assertThat(answers.at("/members/0/rows")).allMatch(row -> row.asInt() % 20 == 8);
    int noted = 0;
    for (JsonNode record : Dataset.records(work.resolve("two.records"))) {
      noted += record.get("rules").toString().contains("records-alike") ? 1 : 0;
      assertThat(record.get("verdict").asText()).isEqualTo("clean");
    }
    assertThat(noted).isEqualTo(29 + answers.get("rows").asInt());
    assertThat(results("two.sarif")).isEqualTo(2);

    scan(data, "one", "1");
    assertThat(work.resolve("one.records")).hasSameTextualContentAs(work.resolve("two.records"));
  }

  private static JsonNode cluster(JsonNode summary, String kind) {
    for (JsonNode cluster : summary.get("alike")) {
      if (cluster.get("kind").asText().equals(kind)) {
        return cluster;
      }
    }
    throw new AssertionError("no cluster of " + kind + " in " + summary.get("alike"));
  }

  private int results(String name) throws IOException {
    JsonNode run = Dataset.json(work.resolve(name)).at("/runs/0");
    int results = 0;
    for (JsonNode result : run.get("results")) {
      if (result.get("ruleId").asText().equals("records-alike")) {
        results++;
        assertThat(result.get("level").asText()).isEqualTo("note");
        assertThat(result.get("relatedLocations")).hasSizeGreaterThan(20);
        JsonNode rule = run.at("/tool/driver/rules/" + result.get("ruleIndex").asInt());
        assertThat(rule.get("id").asText()).isEqualTo("records-alike");
      }
    }
    return results;
  }
}
