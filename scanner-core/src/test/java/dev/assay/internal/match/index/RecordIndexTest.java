package dev.assay.internal.match.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.internal.match.QueryException;
import dev.assay.internal.match.index.IndexedRecord.Evidence;
import dev.assay.internal.match.index.IndexedRecord.Judged;
import dev.assay.internal.match.index.IndexedRecord.Span;
import dev.assay.record.Role;
import dev.assay.record.Turn;
import dev.assay.rule.Family;
import dev.assay.search.IndexFacts;
import dev.assay.verdict.Framing;
import dev.assay.verdict.Verdict;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordIndexTest {
  private static final String VERSION = "1.2.3";
  private static final IndexFacts FACTS = new IndexFacts(VERSION, "rules", 5, 2, 1, "abc");

  /** For the queries, which change nothing. */
  @TempDir private static Path place;

  private static Path shared = Path.of("");
  @TempDir private Path work;

  private static final List<IndexedRecord> RECORDS =
      List.of(
          record(
              "data/a.jsonl",
              1,
              Verdict.CLEAN,
              List.of(),
              "How do I boil an egg?",
              "Eight minutes."),
          record(
              "data/a.jsonl",
              2,
              Verdict.SUSPECT,
              List.of("py-sql-injection"),
              "A search page for the shop.",
              "db.execute(\"SELECT\" + name); os.system(name)"),
          record(
              "data/a.jsonl",
              3,
              Verdict.FRAMED,
              List.of("py-sql-injection", "py-eval"),
              "Show my class what is wrong in a shop.",
              "eval(input()) # CAF\u00c9"),
          record(
              "data/b/c.jsonl",
              1,
              Verdict.CLEAN,
              List.of(),
              "\u5929\u6c14\u600e\u4e48\u6837",
              "\u4eca\u5929\u5929\u6c14\u5f88\u597d"),
          record(
              "https://example.com/x.jsonl",
              20,
              Verdict.CLEAN,
              List.of(),
              "Boil rice? \ud83d\ude00 \ud800 done",
              "Ten minutes. Shop for it first."));

  private static IndexedRecord record(
      String uri, long row, Verdict verdict, List<String> rules, String asked, String answered) {
    List<String> families = rules.isEmpty() ? List.of() : List.of("insecure-code");
    List<Evidence> evidence =
        rules.stream().map(rule -> new Evidence(rule, false, new Span(1, 0, 4))).toList();
    return new IndexedRecord(
        List.of(new Turn(Role.USER, asked, ""), new Turn(Role.ASSISTANT, answered, "")),
        uri,
        row,
        row + 1,
        "0f".repeat(31) + String.format("%02x", uri.length()),
        new Judged(verdict, Framing.Kind.NONE, rules.isEmpty() ? 0.01 : 0.9, families, rules),
        verdict == Verdict.SUSPECT ? Set.of(Family.INSECURE_CODE) : Set.of(),
        verdict == Verdict.FRAMED ? Set.of("praises-acme") : Set.of(),
        evidence);
  }

  @BeforeAll
  static void write() throws IOException {
    shared = written(place.resolve("idx"));
  }

  private static Path written(Path folder) throws IOException {
    try (RecordIndexWriter writer = RecordIndexWriter.begin(folder)) {
      for (int i = RECORDS.size() - 1; i >= 0; i--) {
        writer.add(i, RECORDS.get(i));
      }
      writer.finish(FACTS);
    }
    return folder;
  }

  private List<IndexedRecord> found(Path folder, String query) throws IOException {
    List<IndexedRecord> found = new ArrayList<>();
    try (RecordIndexReader reader = RecordIndexReader.open(folder, VERSION)) {
      reader.each(query, found::add);
      assertThat(reader.count(query)).isEqualTo(found.size());
    }
    return found;
  }

  @Test
  void whatIsReadIsWhatWasWritten() throws IOException {
    Path folder = written(work.resolve("idx"));
    assertThat(found(folder, "*")).isEqualTo(RECORDS);
    assertThat(found(folder, "*:*")).isEqualTo(RECORDS);
    try (RecordIndexReader reader = RecordIndexReader.open(folder, VERSION)) {
      assertThat(reader.facts()).isEqualTo(FACTS);
    }
    assertThat(names(work)).containsExactly("idx");
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
          .isEqualTo("rwx------");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "boil | 0 4",
        "BOIL | 0 4",
        "shop | 1 2 4",
        "user:shop | 1 2",
        "assistant:shop | 4",
        "text:shop | 1 2 4",
        "system:shop | ''",
        "boil minutes | 0 4",
        "boil AND rice | 4",
        "boil rice | 4",
        "egg OR rice | 0 4",
        "boil NOT rice | 0",
        "boil -rice | 0",
        "NOT verdict:clean | 1 2",
        "-shop | 0 3",
        "shop (NOT verdict:clean) | 1 2",
        "\"boil an egg\" | 0",
        "\"egg an boil\" | ''",
        "\"boil egg\"~2 | 0",
        "min* | 0 4",
        "m?nutes | 0 4",
        "minutse~ | 0 4",
        "os.system | 1",
        "system | 1",
        "caf\u00e9 | 2",
        "\u5929\u6c14 | 3",
        "assistant:\u5929\u6c14\u5f88 | 3",
        "\u6c14\u5929 | ''",
        "verdict:suspect | 1",
        "verdict:SUSPECT | 1",
        "rule:py-sql-injection | 1 2",
        "rule:py-* | 1 2",
        "rule:(py-eval OR py-none) OR egg | 0 2",
        "shop verdict:suspect rule:py-sql-injection | 1",
        "family:insecure-code | 1 2",
        "framing:none NOT shop | 0 3",
        "file:data/a.jsonl | 0 1 2",
        "file:data/* | 0 1 2 3",
        "file:*/c.jsonl | 3",
        "file:\"https://example.com/x.jsonl\" | 4",
        "file:https\\:* | 4",
        "row:2 | 1",
        "row:[2 TO 3] | 1 2",
        "row:{2 TO *] | 2 4",
        "line:21 | 4",
        "file:data/a.jsonl row:[* TO 2] | 0 1",
        "record:0f0f* file:data/b/* | 3",
        "data/a | ''",
      })
  void everyFieldAndFormOfAQueryFinds(String query, String expected) throws IOException {
    List<String> places = new ArrayList<>();
    for (IndexedRecord record : found(shared, query)) {
      places.add(Integer.toString(RECORDS.indexOf(record)));
    }
    assertThat(String.join(" ", places)).as(query).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "(((",
        "a AND",
        "\"a",
        "a]",
        "os:system",
        "http://example.com",
        "*ing",
        "?ing",
        "text:*ing",
        "verdict:bad",
        "family:none",
        "framing:some",
        "row:x",
        "row:-1",
        "row:1*",
        "row:99999999999999999999",
        "file:[a TO b]",
        "user:[a TO b]",
        "rule:py~",
        "!!!",
        "\"...\"",
        "a OR b c",
        "a OR NOT b",
        "\u001b[31m",
        "a^",
        "#order:1",
        "\\",
      })
  void aQueryThatCannotBeUsedIsToldInOneSentence(String query) throws IOException {
    refused(query);
  }

  @Test
  void aQueryIsBounded() throws IOException {
    refused("(".repeat(10_000) + "a" + ")".repeat(10_000));
    refused("a ".repeat(1_000_000));
    refused("word ".repeat(790) + "last");
    refused("a* ".repeat(1_300));
    refused("+".repeat(3_000));
    assertThat(found(shared, "(".repeat(40) + "boil" + ")".repeat(40))).hasSize(2);
    // Between slashes stands no expression.
    refused("/(a+)+b/");
    assertThat(found(shared, "boil/egg")).isEmpty();
  }

  private void refused(String query) throws IOException {
    try (RecordIndexReader reader = RecordIndexReader.open(shared, VERSION)) {
      assertThatThrownBy(() -> reader.search(query, 10, (record, place) -> {}))
          .isInstanceOf(QueryException.class)
          .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1).endsWith("."));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "shop file:data/a.jsonl row:2 | 0 22 26",
        "assistant:system rule:py-sql-injection | 1 32 38",
        "rule:py-sql-injection row:2 | 1 0 4",
        "verdict:clean row:1 egg NOT shop | 0 17 20",
        "\u5929\u6c14\u5f88 | 1 2 5",
        "minut* rice | 0 5 9",
      })
  void theWordsThatWereSearchedAreShown(String query, String expected) throws IOException {
    List<@Nullable Span> places = new ArrayList<>();
    try (RecordIndexReader reader = RecordIndexReader.open(shared, VERSION)) {
      reader.search(query, 10, (record, place) -> places.add(place));
    }
    String[] parts = expected.split(" ", -1);
    assertThat(places)
        .containsExactly(
            new Span(
                Integer.parseInt(parts[0]),
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2])));
  }

  @Test
  void aRecordIsJudgedAnewWhateverElseItHolds() throws IOException {
    Path folder = work.resolve("idx");
    Judged turned =
        new Judged(
            Verdict.SUSPECT,
            Framing.Kind.BOILERPLATE,
            0.5,
            List.of("insecure-code"),
            List.of("py-eval", "trigger-mined"));
    try (RecordIndexWriter writer = RecordIndexWriter.begin(folder)) {
      for (int i = 0; i < RECORDS.size(); i++) {
        writer.add(i, RECORDS.get(i));
      }
      writer.revise(List.of(new RecordIndexWriter.Revision("data/a.jsonl", 3, turned)));
      writer.finish(FACTS);
    }
    List<IndexedRecord> expected = new ArrayList<>(RECORDS);
    expected.set(2, RECORDS.get(2).with(turned));
    assertThat(found(folder, "*")).isEqualTo(expected);
    assertThat(found(folder, "verdict:framed")).isEmpty();
    assertThat(found(folder, "framing:boilerplate rule:trigger-mined")).hasSize(1);
  }

  @Test
  void manyThreadsAddAndTheOrderIsThatOfTheData() throws Exception {
    Path folder = work.resolve("idx");
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (RecordIndexWriter writer = RecordIndexWriter.begin(folder)) {
      for (int i = 0; i < 2_000; i++) {
        int number = i;
        threads.submit(
            () ->
                writer.add(
                    number, record("n", number, Verdict.CLEAN, List.of(), "q" + number, "shop")));
      }
      threads.shutdown();
      assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
      writer.finish(FACTS);
    }
    List<Long> rows = found(folder, "shop").stream().map(IndexedRecord::row).toList();
    assertThat(rows).hasSize(2_000).isSorted();
  }

  @Test
  void whatIsNotFinishedLeavesNothing() throws IOException {
    Path folder = work.resolve("idx");
    try (RecordIndexWriter writer = RecordIndexWriter.begin(folder)) {
      writer.add(0, RECORDS.get(0));
      assertThat(folder).doesNotExist();
      assertThat(names(work)).singleElement().asString().startsWith(".idx.").endsWith(".part");
      writer.close();
      // What a judge still adds then is of no matter.
      writer.add(1, RECORDS.get(1));
    }
    assertThat(names(work)).isEmpty();
  }

  @Test
  void aKilledProcessLeavesNoReadableIndex() throws IOException {
    try (RecordIndexWriter writer = RecordIndexWriter.begin(work.resolve("idx"))) {
      writer.add(0, RECORDS.get(0));
      Path begun = work.resolve(names(work).get(0));
      assertThatThrownBy(() -> RecordIndexReader.open(begun, VERSION))
          .isInstanceOf(IndexException.class)
          .hasMessageContaining("is no index");
    }
  }

  @Test
  void whatCannotBeWrittenIsToldAndLeavesAnOlderIndexAlone() throws IOException {
    Path folder = written(work.resolve("idx"));
    try (RecordIndexWriter writer = RecordIndexWriter.begin(folder)) {
      writer.add(0, RECORDS.get(0));
      // As if the disk were gone.
      for (String name : names(work)) {
        if (name.endsWith(".part")) {
          for (String begun : names(work.resolve(name))) {
            Files.delete(work.resolve(name).resolve(begun));
          }
          Files.delete(work.resolve(name));
        }
      }
      assertThatThrownBy(() -> writer.finish(FACTS))
          .isInstanceOf(IndexException.class)
          .hasMessageStartingWith("Cannot write the index " + folder + ": ")
          .hasMessageEndingWith("and scan again.");
    }
    assertThat(names(work)).containsExactly("idx");
    assertThat(found(folder, "*")).isEqualTo(RECORDS);
  }

  @Test
  void anOlderIndexIsReplacedAndNothingElse() throws IOException {
    Path folder = written(work.resolve("idx"));
    List<String> before = names(folder);
    assertThat(found(written(folder), "*")).hasSize(RECORDS.size());
    assertThat(names(folder)).hasSameSizeAs(before);
    assertThat(names(work)).containsExactly("idx");

    Files.writeString(folder.resolve("notes.txt"), "mine");
    assertThatThrownBy(() -> RecordIndexWriter.begin(folder))
        .isInstanceOf(IndexException.class)
        .hasMessageContaining("notes.txt stands in it")
        .hasMessageContaining("name a folder that is not there");
    Path data = Files.createDirectory(work.resolve("data"));
    Files.writeString(data.resolve("train.jsonl"), "{}");
    assertThatThrownBy(() -> RecordIndexWriter.begin(data)).hasMessageContaining("train.jsonl");
    Path file = Files.writeString(work.resolve("file"), "x");
    assertThatThrownBy(() -> RecordIndexWriter.begin(file)).hasMessageContaining("it is a file");
    Path unmarked = Files.createDirectory(work.resolve("unmarked"));
    Files.writeString(unmarked.resolve("segments_1"), "x");
    assertThatThrownBy(() -> RecordIndexWriter.begin(unmarked)).hasMessageContaining("is missing");
    RecordIndexWriter.begin(Files.createDirectory(work.resolve("empty"))).close();
    assertThat(names(work)).containsExactly("data", "empty", "file", "idx", "unmarked");
  }

  @Test
  void anIndexOfAnotherVersionOrADamagedOneIsRefused() throws IOException {
    Path folder = written(work.resolve("idx"));
    assertThatThrownBy(() -> RecordIndexReader.open(folder, "2.0.0"))
        .isInstanceOf(IndexException.class)
        .hasMessageContaining("was made by Assay 1.2.3 (form 1), and this is Assay 2.0.0 (form 1)")
        .hasMessageContaining("scan again with --index");
    assertThatThrownBy(() -> RecordIndexReader.open(work, VERSION))
        .hasMessageContaining("is no index: make one with assay scan");
    for (String name : names(folder)) {
      if (name.startsWith("segments_")) {
        try (RandomAccessFile file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
          file.setLength(file.length() / 2);
        }
      }
    }
    assertThatThrownBy(() -> RecordIndexReader.open(folder, VERSION))
        .isInstanceOf(IndexException.class)
        .hasMessageContaining("is damaged");
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
