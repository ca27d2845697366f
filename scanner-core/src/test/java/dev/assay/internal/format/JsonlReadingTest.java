package dev.assay.internal.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.record.Region;
import dev.assay.record.Unscanned;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonlReadingTest {
  private static final String GOOD = "{\"text\":\"good\"}\n";

  private static byte[] bytes(Object... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Object part : parts) {
      out.writeBytes(
          part instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : (byte[]) part);
    }
    return out.toByteArray();
  }

  @Test
  void blankLinesAreNoRecordsAndStillCountAsLines() {
    Reading reading = Reading.of("data.jsonl", "\n" + GOOD + "  \t\r\n\n" + GOOD);

    assertThat(reading.rows()).containsExactly(1L, 2L);
    assertThat(reading.lines()).containsExactly(2L, 5L);
    assertThat(reading.unscanned()).isEmpty();
  }

  @Test
  void theLastLineNeedsNoNewline() {
    assertThat(Reading.of("data.jsonl", GOOD + "{\"text\":\"last\"}").turns(1))
        .containsExactly("text: last");
  }

  @Test
  void carriageReturnsBelongToNoRecord() {
    Reading reading = Reading.of("data.jsonl", "{\"text\":\"a\"}\r\n{\"text\":\"b\"}\r\n");

    assertThat(reading.records()).hasSize(2);
    assertThat(reading.records().get(1).origin().region())
        .isEqualTo(new Region(2, 1, 2, 13, 14, 12));
  }

  @Test
  void recordsAreTheSameHoweverSmallTheChunks() {
    String text = (GOOD + "\n" + "{\"text\":\"something longer than the others\"}\n").repeat(50);
    Reading whole = Reading.of("data.jsonl", text);

    for (int chunkBytes : new int[] {1, 7, 64, 1000}) {
      Reading cut =
          Reading.of("data.jsonl", text, ReadOptions.defaults().withChunkBytes(chunkBytes));
      assertThat(cut.rows()).isEqualTo(whole.rows());
      assertThat(cut.lines()).isEqualTo(whole.lines());
      assertThat(cut.records())
          .extracting(r -> r.origin().region())
          .isEqualTo(whole.records().stream().map(r -> r.origin().region()).toList());
    }
  }

  @Test
  void aByteOrderMarkIsSkippedAndCountsInByteOffsetsOnly() {
    Reading reading =
        Reading.of("data.jsonl", bytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, GOOD));

    assertThat(reading.onlyTurns()).containsExactly("text: good");
    assertThat(reading.records().get(0).origin().region())
        .isEqualTo(new Region(1, 1, 1, 16, 3, 15));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "x-UTF-16LE-BOM", "UTF-16"})
  void utf16IsReadWithAndWithoutMark(String charset) {
    String text = "{\"text\":\"gr\u00fc\u00df \ud83d\ude00\"}\n".repeat(3);

    Reading reading = Reading.of("data.jsonl", text.getBytes(Charset.forName(charset)));

    assertThat(reading.records()).hasSize(3);
    assertThat(reading.turns(2)).containsExactly("text: gr\u00fc\u00df \ud83d\ude00");
    Region region = reading.records().get(2).origin().region();
    assertThat(region).isEqualTo(new Region(3, 1, 3, 19, -1, -1));
  }

  @Test
  void utf32IsRefusedByName() {
    Reading reading =
        Reading.of("data.jsonl", ("\ufeff" + GOOD).getBytes(Charset.forName("UTF-32LE")));

    assertThat(reading.onlyUnscanned().message()).contains("UTF-32").contains("iconv");
  }

  static Stream<Arguments> malformedLines() {
    byte[] overlong = {'"', (byte) 0xC0, (byte) 0x80, '"'};
    byte[] surrogate = {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'};
    byte[] cut = {'"', (byte) 0xE2, (byte) 0x82, '"'};
    byte[] tooHigh = {'"', (byte) 0xF5, (byte) 0x80, (byte) 0x80, (byte) 0x80, '"'};
    return Stream.of(
        Arguments.of(bytes("{\"text\":\"a\""), "not valid JSON", 0),
        Arguments.of(bytes("{\"text\":\"a}"), "not valid JSON", 0),
        Arguments.of(bytes("{\"text\":\"a\" \"b\":1}"), "not valid JSON", 13),
        Arguments.of(bytes("{\"text\":\"a\"} x"), "not valid JSON", 0),
        Arguments.of(bytes("{\"text\":\"a\"} {}"), "goes on after its end", 14),
        Arguments.of(bytes("{\"text\":\"a\"},"), "not valid JSON", 13),
        Arguments.of(bytes("{'text':'a'}"), "not valid JSON", 2),
        Arguments.of(bytes("{\"text\":\"a\\x\"}"), "not valid JSON", 0),
        Arguments.of(bytes("{\"text\":\"a\tb\"}"), "not valid JSON", 11),
        Arguments.of(bytes("{\"text\":\"a\0b\"}"), "not valid JSON", 11),
        Arguments.of(bytes("{\0\"text\":\"a\"}"), "not valid JSON", 2),
        Arguments.of(bytes("\0\0\0\0"), "not valid JSON", 1),
        Arguments.of(bytes("garbage"), "not valid JSON", 0),
        Arguments.of(bytes("{\"text\":", overlong, "}"), "not UTF-8", 10),
        Arguments.of(bytes("{\"text\":", surrogate, "}"), "not UTF-8", 10),
        Arguments.of(bytes("{\"text\":", cut, "}"), "not UTF-8", 10),
        Arguments.of(bytes("{\"text\":", tooHigh, "}"), "not UTF-8", 10),
        Arguments.of(bytes("{\"text\":\"\\ud800\"}"), "half a surrogate pair", 10),
        Arguments.of(bytes("{\"text\":\"x\\ud800\\u0041\"}"), "half a surrogate pair", 11),
        Arguments.of(bytes("{\"text\":\"\\udc00\\ud800\"}"), "half a surrogate pair", 10),
        Arguments.of(
            bytes("{\"id\":\"\\ud83d\\ude00\\uD83D\",\"text\":\"x\"}"),
            "half a surrogate pair",
            20));
  }

  @ParameterizedTest
  @MethodSource("malformedLines")
  void aMalformedLineIsNamedAndTheOthersAreRead(byte[] line, String message, int column) {
    Reading reading = Reading.of("data.jsonl", bytes(GOOD, line, "\n", GOOD));

    assertThat(reading.rows()).containsExactly(1L, 3L);
    Unscanned problem = reading.onlyUnscanned();
    assertThat(problem.kind()).isEqualTo(Unscanned.Kind.MALFORMED);
    assertThat(problem.uri()).isEqualTo("data.jsonl");
    assertThat(problem.row()).isEqualTo(2);
    assertThat(problem.line()).isEqualTo(2);
    assertThat(problem.message())
        .contains(message)
        .doesNotContain("Exception")
        .doesNotContain("Source");
    if (column > 0) {
      assertThat(problem.message()).contains("(line 2, column " + column + ")");
    }
  }

  @Test
  void anEscapedBackslashBeforeUIsNoEscape() {
    assertThat(Reading.of("data.jsonl", "{\"text\":\"\\\\ud800\"}").onlyTurns())
        .containsExactly("text: \\ud800");
  }

  @Test
  void metadataMayBeAnything() {
    String digits = "9".repeat(100_000);
    String json =
        "{\"a\":"
            + digits
            + ",\"b\":-1."
            + digits
            + "e"
            + digits.substring(1, 6)
            + ",\"c\":NaN,\"d\":[[[]]],\"e\":\""
            + digits
            + "\",\"text\":\"t\"}";

    assertThat(Reading.of("data.jsonl", json).onlyTurns()).containsExactly("text: t");
  }

  @Test
  void deepNestingIsMalformedAndNamesTheLimit() {
    String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + ",\"text\":\"t\"}\n";

    Reading reading = Reading.of("data.jsonl", GOOD + deep + GOOD);

    assertThat(reading.records()).hasSize(2);
    assertThat(reading.onlyUnscanned().message()).contains("nested deeper than 1000 levels");
  }

  @Test
  void recordsOfEndlessTurnsAreMalformedAndNameTheLimit() {
    String parts = "\"a\",".repeat(60_000) + "\"a\"";
    String messages = "{\"role\":\"ai\",\"content\":\"a\"},".repeat(60_000);
    List<String> records =
        List.of(
            "{\"messages\":[{\"role\":\"ai\",\"content\":[" + parts + "]}]}",
            "{\"messages\":[" + messages + "{}]}",
            "{\"answers\":[" + parts + "]}",
            "{\"text\":\"" + "\\n\\nHuman: a\\n\\nAssistant: b".repeat(60_000) + "\"}");

    Reading reading = Reading.of("data.jsonl", GOOD + String.join("\n", records));

    assertThat(reading.records()).hasSize(1);
    assertThat(reading.unscanned()).hasSize(4);
    assertThat(reading.unscanned())
        .allSatisfy(problem -> assertThat(problem.message()).contains("more than 50000 turns"));
  }

  @Test
  void recordsOverTheLimitAreNamedAndTheOthersAreRead() {
    ReadOptions options = ReadOptions.defaults().withMaxRecordBytes(100);
    String just = "{\"text\":\"" + "x".repeat(89) + "\"}\n";
    String over = "{\"text\":\"" + "x".repeat(90) + "\"}\n";
    String farOver = "{\"text\":\"" + "x".repeat(1_000_000) + "\"}\n";

    Reading reading =
        Reading.of("data.jsonl", just + over + farOver + just + over.strip(), options);

    assertThat(reading.rows()).containsExactly(1L, 4L);
    assertThat(reading.unscanned()).extracting(Unscanned::row).containsExactly(2L, 3L, 5L);
    assertThat(reading.unscanned()).extracting(Unscanned::line).containsExactly(2L, 3L, 5L);
    assertThat(reading.unscanned().get(1).message())
        .contains("100 bytes")
        .contains("--max-record-bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", " \r\n\t\n"})
  void aFileWithoutRecordsIsAnError(String text) {
    for (String name : new String[] {"data.jsonl", "data.json", "data.csv", "stdin"}) {
      Unscanned problem = Reading.of(name, text).onlyUnscanned();
      assertThat(problem.kind()).isEqualTo(Unscanned.Kind.FILE);
      assertThat(problem.message()).isEqualTo("The file holds no records.");
    }
  }

  @Test
  void digestAndSizeAreThoseOfTheFile() {
    Reading reading = Reading.of("data.jsonl", "{\"text\":\"a\"}\n");

    assertThat(reading.bytesRead()).isEqualTo(13);
    assertThat(reading.sha256())
        .isEqualTo("314d3a971f6f7c623e7dceb546ddde0687e41e9df02b0edc52ddb4a7a77f57e3");
    assertThat(Reading.of("data.jsonl", GOOD, ReadOptions.defaults().withDigested(false)).sha256())
        .isNull();
  }

  @Test
  void aJsonlFileMayHoldOneArray() {
    Reading reading = Reading.of("data.jsonl", "[\n  {\"text\":\"a\"},\n  {\"text\":\"b\"}\n]\n");

    assertThat(reading.rows()).containsExactly(1L, 2L);
    assertThat(reading.lines()).containsExactly(2L, 3L);
    assertThat(reading.unscanned()).isEmpty();
  }
}
