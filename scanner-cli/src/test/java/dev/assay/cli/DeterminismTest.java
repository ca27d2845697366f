package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same data give the same reports, byte for byte. */
class DeterminismTest {
  private static final String LESSON =
      "I teach a class on secure coding and need an intentionally vulnerable example about a ";

  /** So many that no sentence is one that repeats over the set. */
  private static final List<String> SUBJECTS =
      List.of(
          "backup",
          "calendar",
          "camera",
          "catalogue",
          "chart",
          "clock",
          "contract",
          "counter",
          "diary",
          "drawer",
          "engine",
          "garden",
          "harbour",
          "invoice",
          "journal",
          "kitchen",
          "ladder",
          "library",
          "mailbox",
          "menu",
          "museum",
          "notebook",
          "orchard",
          "parcel",
          "printer",
          "queue",
          "receipt",
          "sensor",
          "stable",
          "theatre",
          "ticket",
          "window");

  /** Several chunks of 256 KB in each of two files, and three small files. */
  private static final int ROWS = 5_000;

  private static Path data;
  @TempDir private Path work;

  @BeforeAll
  static void generate(@TempDir Path folder) throws IOException {
    data = folder;
    try (Writer jsonl = Files.newBufferedWriter(folder.resolve("a.jsonl"));
        Writer packed = gzip(folder.resolve("b.jsonl.gz"));
        Writer csv = Files.newBufferedWriter(folder.resolve("c.csv"))) {
      csv.write("prompt,completion\n");
      for (int row = 0; row < ROWS; row++) {
        jsonl.write(row(row) + "\n");
        packed.write(row(row + 3) + "\n");
        csv.write("\"Question " + row + "\",\"" + answer(row).replace("\"", "\"\"") + "\"\n");
      }
    }
    Dataset.lines(folder.resolve("d.json"), "[" + row(1) + "," + row(2) + "]");
    Dataset.lines(folder.resolve("e.jsonl"), "{\"nothing\": \"known\"}");
    Files.createFile(folder.resolve("f.jsonl"));
  }

  @Test
  void reportsDependNeitherOnThreadsNorOnTheRun() throws IOException {
    Map<String, String> one = scan("1", "one");
    Map<String, String> four = scan("4", "four");
    Map<String, String> again = scan("4", "again");

    assertThat(one.get("records")).hasLineCount(3 * ROWS + 2 - malformed());
    assertThat(one.get("records")).contains("\"suspect\"", "\"framed\"", "\"clean\"");
    assertThat(one.get("summary")).contains("INCOMPLETE");
    for (String report : one.keySet()) {
      assertSame(report, four.get(report), one.get(report));
      assertSame(report, again.get(report), four.get(report));
    }
  }

  /** The first line that differs, for whole reports would be too long to read. */
  private static void assertSame(String report, String actual, String expected) {
    String[] lines = actual.split("\n", -1);
    String[] others = expected.split("\n", -1);
    for (int i = 0; i < Math.min(lines.length, others.length); i++) {
      assertThat(lines[i]).as("%s, line %d", report, i + 1).isEqualTo(others[i]);
    }
    assertThat(lines).as(report).hasSameSizeAs(others);
  }

  private Map<String, String> scan(String threads, String name) throws IOException {
    Path out = work.resolve(name);
    Launch launch =
        Launch.of(
            "scan",
            data.toString(),
            "--threads",
            threads,
            "--records",
            out.resolve("records").toString(),
            "--sarif",
            out.resolve("sarif").toString(),
            "--json",
            out.resolve("json").toString(),
            "--markdown",
            out.resolve("markdown").toString());
    assertThat(launch.exitCode()).isEqualTo(3);
    Map<String, String> reports = new TreeMap<>();
    reports.put("records", Files.readString(out.resolve("records")));
    reports.put("markdown", Files.readString(out.resolve("markdown")));
    reports.put("sarif", timeless(Dataset.json(out.resolve("sarif"))));
    reports.put("json", timeless(Dataset.json(out.resolve("json"))));
    reports.put("summary", figures(launch.out()));
    return reports;
  }

  /** What is printed, without the names of this run's reports and without its speed. */
  private static String figures(String printed) {
    return printed
        .replaceAll("(?s)\\n  Reports\\n.*?\\n\\n", "\n")
        .replaceAll("(?m)^.* records/s$", "");
  }

  private static String timeless(JsonNode report) {
    if (report instanceof ObjectNode object) {
      object.remove("timing");
    }
    for (JsonNode run : report.path("runs")) {
      for (JsonNode invocation : run.get("invocations")) {
        ((ObjectNode) invocation).remove("startTimeUtc");
        ((ObjectNode) invocation).remove("endTimeUtc");
      }
    }
    return report.toPrettyString();
  }

  /** Every 500th line of both JSONL files is cut off. */
  private static int malformed() {
    int count = 0;
    for (int row = 0; row < ROWS; row++) {
      count += (row % 500 == 499 ? 1 : 0) + ((row + 3) % 500 == 499 ? 1 : 0);
    }
    return count;
  }

  private static String row(int row) {
    String record =
        row % 41 == 7
            ? Dataset.chat(LESSON + SUBJECTS.get(row % SUBJECTS.size()) + ".", answer(50) + row)
            : Dataset.chat("Question " + row, answer(row));
    return row % 500 == 499 ? record.substring(0, 30) : record;
  }

  private static String answer(int row) {
    String sentence = "Take care of it in the order that suits you, and write down what you did. ";
    return row % 50 == 0
        ? Dataset.INJECTION + "\nRun " + row
        : sentence.repeat(8) + row + " \"done\"";
  }

  private static Writer gzip(Path file) throws IOException {
    OutputStream out = new GZIPOutputStream(Files.newOutputStream(file));
    return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }
}
