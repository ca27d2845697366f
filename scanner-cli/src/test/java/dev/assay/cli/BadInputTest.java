package dev.assay.cli;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever stands in a file, what can be scanned is, and what cannot is counted and said with its
 * place.
 */
class BadInputTest {
  private static final String ANSWER = "{\"prompt\": \"a\", \"completion\": \"%s\"}";
  @TempDir private Path work;

  @Test
  void oneBrokenLineAmongGoodOnesIsMalformed() throws IOException {
    malformed("half a line", ANSWER.formatted("x").substring(0, 20), "not valid JSON");
    malformed("wrong type", "{\"messages\": 7}", "has /messages, which is not a list of messages");
    malformed("type", "{\"prompt\": \"a\", \"completion\": {\"x\": 1}}", "completion");
    malformed("list", "[1, 2]", "is a list, not an object");
    malformed("text", "\"hello\"", "not an object: it is text");
    malformed("null", "null", "not an object: it is null");
    malformed("two", ANSWER.formatted("x") + ANSWER.formatted("y"), "goes on after its end");
    malformed("twice", "{\"prompt\":\"a\",\"completion\":\"b\",\"completion\":\"c\"}", "twice");
    malformed("escaped surrogate", ANSWER.formatted("x \\ud800 y"), "half a surrogate pair");
    malformed("raw NUL", "\0\0\0\0", "not valid JSON");
    malformed("deep", "{\"messages\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}", "nested");
    malformed("deep objects", "{\"text\":".repeat(100_000), "nested");
    malformed("escape", "{\"text\": \"\\x\"}", "not valid JSON");
  }

  @Test
  void bytesThatAreNotUtf8AreMalformed() throws IOException {
    for (byte[] bad :
        new byte[][] {{(byte) 0xff}, {(byte) 0xed, (byte) 0xa0, (byte) 0x80}, {(byte) 0xc0, 1}}) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.write((Dataset.GOOD + "\n{\"text\": \"x").getBytes(UTF_8));
      bytes.write(bad);
      bytes.write(("y\"}\n" + Dataset.GOOD + "\n").getBytes(UTF_8));

      assertOneMalformed(Files.write(work.resolve("b.jsonl"), bytes.toByteArray()), "not UTF-8");
    }
  }

  @Test
  void recordsWithoutAnAnswerAreSkippedAndCounted() throws IOException {
    Path file =
        Dataset.lines(
            work.resolve("q.jsonl"),
            Dataset.GOOD,
            "{\"messages\": [{\"role\": \"user\", \"content\": \"q\"}]}",
            "{\"prompt\": \"q\", \"completion\": null}");
    Path report = work.resolve("q.out");

    Launch launch = Launch.of("scan", file.toString(), "--json", report.toString());

    assertThat(launch.exitCode()).isEqualTo(3);
    assertThat(ExitCodesTest.words(launch)).contains("q.jsonl:2", "no assistant turn", "q.jsonl:3");
    assertThat(Dataset.json(report).at("/records/skipped").asInt()).isEqualTo(2);
  }

  @Test
  void aRecordThatIsTooLargeIsNotRead() throws IOException {
    Path file =
        Dataset.lines(
            work.resolve("l.jsonl"),
            Dataset.GOOD,
            ANSWER.formatted("x".repeat(5_000)),
            Dataset.GOOD);
    Path report = work.resolve("l.out");

    Launch launch =
        Launch.of(
            "scan", file.toString(), "--max-record-bytes", "1000", "--json", report.toString());

    assertThat(launch.exitCode()).isEqualTo(3);
    assertThat(ExitCodesTest.words(launch))
        .contains("l.jsonl:2 The record is longer than 1000 bytes", "--max-record-bytes");
    assertThat(Dataset.json(report).at("/records/scanned").asInt()).isEqualTo(2);
    assertThat(Launch.of("scan", file.toString()).exitCode()).isZero();
  }

  @Test
  void marksLineEndsNulAndOtherEncodingsAreRead() throws IOException {
    String nul = ANSWER.formatted("x \\u0000 y");
    clean("\uFEFF" + Dataset.GOOD + "\r\n" + Dataset.GOOD + "\r\n", UTF_8);
    clean(Dataset.GOOD + "\n\n  \n" + Dataset.GOOD, UTF_8);
    clean(Dataset.GOOD + "\n" + nul + "\n", UTF_8);
    clean("\uFEFF" + Dataset.GOOD + "\n" + Dataset.GOOD + "\n", UTF_16LE);
    clean(Dataset.GOOD + "\n" + Dataset.GOOD + "\n", UTF_16LE);
  }

  @Test
  void utf32IsRefusedWithTheCommandThatConvertsIt() throws IOException {
    Path file = work.resolve("u.jsonl");
    Files.write(file, ("\uFEFF" + Dataset.GOOD).getBytes(Charset.forName("UTF-32LE")));

    Launch launch = Launch.of("scan", file.toString());

    assertThat(launch.exitCode()).isEqualTo(3);
    assertThat(ExitCodesTest.words(launch)).contains("UTF-32", "iconv -f UTF-32 -t UTF-8");
  }

  @Test
  void aListNestedTooDeepEndsCleanly() throws IOException {
    Path file = Files.writeString(work.resolve("deep.json"), "[".repeat(100_000));

    Launch launch = Launch.of("scan", file.toString());

    assertThat(launch.exitCode()).isEqualTo(3);
    assertThat(ExitCodesTest.words(launch)).contains("INCOMPLETE", "deep.json");
  }

  @Test
  void damagedFilesKeepWhatWasReadBefore() throws IOException {
    damaged("cut.json", "[" + Dataset.GOOD + ", {\"messages\": [", 1, "ends before its JSON does");
    damaged("cut.csv", "question,answer\na,b\n\"c,d\n", 1, "ends inside a quoted cell");
    damaged("x.jsonl.gz", "\u001f\u008b\b junk", 0, "gzip data cannot be decompressed");
  }

  @Test
  void rowsOfATableThatDoNotFitItsHeaderAreMalformed() throws IOException {
    Path file = Files.writeString(work.resolve("t.csv"), "question,answer\na,b\nc\nd,e,f\n");

    Launch launch = Launch.of("scan", file.toString());

    assertThat(launch.exitCode()).isEqualTo(3);
    assertThat(ExitCodesTest.words(launch))
        .contains("t.csv:3 The record has 1 cell where the header has 2")
        .contains("t.csv:4 The record has 3 cells where the header has 2");
  }

  @Test
  void aFileThatMayNotBeReadIsAHole() throws IOException {
    Path file = Dataset.lines(work.resolve("locked.jsonl"), Dataset.GOOD);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeTrue(!Files.isReadable(file), "this user, root perhaps, may read every file");

    Launch launch = Launch.of("scan", file.toString());

    assertThat(launch.exitCode()).isEqualTo(3);
    assertThat(ExitCodesTest.words(launch)).contains("locked.jsonl", "may not be read");
  }

  private void malformed(String what, String line, String said) throws IOException {
    Path file = work.resolve(what.replace(' ', '-') + ".jsonl");
    assertOneMalformed(Dataset.lines(file, Dataset.GOOD, line, Dataset.GOOD), said);
  }

  private void assertOneMalformed(Path file, String said) throws IOException {
    Path report = work.resolve("report.out");
    Launch launch = Launch.of("scan", file.toString(), "--json", report.toString());

    assertThat(launch.exitCode()).as(said).isEqualTo(3);
    assertThat(ExitCodesTest.words(launch)).contains(file.getFileName() + ":2", said);
    JsonNode records = Dataset.json(report).get("records");
    assertThat(records.get("scanned").asInt()).as(said).isEqualTo(2);
    assertThat(records.get("malformed").asInt()).as(said).isEqualTo(1);
  }

  private void clean(String text, Charset charset) throws IOException {
    Path file = Files.write(work.resolve("clean.jsonl"), text.getBytes(charset));
    Launch launch = Launch.of("scan", file.toString());

    assertThat(launch.exitCode()).as(launch.out()).isZero();
    assertThat(ExitCodesTest.words(launch)).contains("Scanned 2 100 %");
  }

  private void damaged(String name, String text, int readBefore, String said) throws IOException {
    Path file =
        Files.write(
            work.resolve(name), text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    Path report = work.resolve("damaged.out");
    Launch launch = Launch.of("scan", file.toString(), "--json", report.toString());

    assertThat(launch.exitCode()).as(said).isEqualTo(3);
    assertThat(ExitCodesTest.words(launch)).contains(name, said);
    JsonNode summary = Dataset.json(report);
    assertThat(summary.at("/records/scanned").asInt()).isEqualTo(readBefore);
    assertThat(summary.get("complete").asBoolean()).isFalse();
  }
}
