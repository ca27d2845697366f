package dev.assay.internal.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.record.Region;
import dev.assay.record.Unscanned;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReadingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"text\":\"a\"},{\"text\":\"b\"}]",
        "{\"data\":[{\"text\":\"a\"},{\"text\":\"b\"}]}",
        "{\"train\":[{\"text\":\"a\"}],\"test\":[{\"text\":\"b\"}]}",
        "{\"version\":\"1\",\"info\":{\"n\":[1,2],\"rows\":[{\"text\":\"a\"}]},\"tags\":[\"x\",[]],\"rows\":[{\"text\":\"b\"}]}",
        "{\"text\":\"a\"}\n{\"text\":\"b\"}",
        "{\n  \"text\": \"a\"\n}\n{\n  \"text\": \"b\"\n}\n",
        "{\"text\":\"a dataset\",\"rows\":[{\"text\":\"a\"},{\"text\":\"b\"}]}",
        "{\"data\" : [{\"text\":\"a\"}\n,\n{\"text\":\"b\"}\n]\n}",
        "{\"empty\":[],\"none\":{},\"rows\":[{\"text\":\"a\"},{\"text\":\"b\"}]}",
      })
  void recordsAreFoundWhereverTheListIs(String json) {
    for (int chunkBytes : new int[] {3, ReadOptions.DEFAULT_CHUNK_BYTES}) {
      Reading reading =
          Reading.of("data.json", json, ReadOptions.defaults().withChunkBytes(chunkBytes));

      assertThat(reading.unscanned()).isEmpty();
      assertThat(reading.rows()).containsExactly(1L, 2L);
      assertThat(reading.turns(0)).containsExactly("text: a");
      assertThat(reading.turns(1)).containsExactly("text: b");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\":\"a\"}",
        "{\"text\":\"a\",\"tags\":[{\"name\":\"x\"}]}",
        "{\n \"messages\": [\n  {\"role\": \"assistant\", \"content\": \"a\"}\n ]\n}",
        "{\"conversations\":[{\"from\":\"gpt\",\"value\":\"a\"}],\"tools\":[{\"name\":\"x\"}]}",
      })
  void anObjectMayBeARecordItself(String json) {
    assertThat(Reading.of("data.json", json).records()).hasSize(1);
    assertThat(Reading.of("stdin", json).records()).hasSize(1);
  }

  @Test
  void aJsonFileMayReallyBeJsonLines() {
    Reading reading = Reading.of("data.json", "{\"text\":\"a\"}\nbroken\n{\"text\":\"b\"}\n");

    assertThat(reading.rows()).containsExactly(1L, 3L);
    assertThat(reading.onlyUnscanned().kind()).isEqualTo(Unscanned.Kind.MALFORMED);
  }

  @Test
  void placesAreThoseOfPrettyPrintedLines() {
    Reading reading =
        Reading.of(
            "data.json",
            "[\n  {\n    \"text\": \"\u00e4\ud83d\ude00 b\"\n  }, {\"text\": \"c\"}\n]");

    assertThat(reading.lines()).containsExactly(2L, 4L);
    assertThat(reading.records().get(0).origin().region()).isEqualTo(new Region(2, 3, 4, 4, 4, 28));
    var first = reading.records().get(0);
    assertThat(first.origin().region(first.turns().get(0), 4, 5))
        .isEqualTo(new Region(3, 18, 3, 19, 26, 1));
    assertThat(reading.records().get(1).origin().region())
        .isEqualTo(new Region(4, 6, 4, 19, 34, 13));
  }

  @Test
  void columnsOfOneLongLineGoOnThroughAllChunks() {
    String json = "[" + "{\"text\":\"\u00e4\ud83d\ude00\"}, ".repeat(100) + "{\"text\":\"end\"}]";

    Reading reading = Reading.of("data.json", json, ReadOptions.defaults().withChunkBytes(50));

    assertThat(reading.records()).hasSize(101);
    Region last = reading.records().get(100).origin().region();
    assertThat(last.startColumn()).isEqualTo(json.indexOf("{\"text\":\"end") + 1L);
    assertThat(last.endColumn()).isEqualTo(json.length());
  }

  @Test
  void aBrokenRecordWhoseBracketsCloseIsMalformedAlone() {
    Reading reading =
        Reading.of("data.json", "[{\"text\":\"a\"},\n {\"text\" 1},\n {\"text\":\"b\"}]");

    assertThat(reading.rows()).containsExactly(1L, 3L);
    assertThat(reading.onlyUnscanned().message()).contains("line 2, column 10");
    assertThat(reading.onlyUnscanned().line()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{'text':'a'} {'text':'b'}]|line 1, column 15",
        "[{'text':'a'},,{'text':'b'}]|line 1, column 15",
        "[{'text':'a'}]]|goes on behind the end",
        "[{'text':'a'}},{'text':'b'}]|line 1, column 14",
        "[{'text':'a'},|ends before its JSON does",
        "[{'text':'a'},{'text':'b|ends before its JSON does, in a record that began on line 1",
        "{'data':[{'text':'a'}],'x'}|line 1, column 27",
        "{'data':[{'text':'a'}],5:6}|line 1, column 24",
      })
  void aSyntaxErrorEndsTheFileAndSaysHowFarItWasRead(String json, String message) {
    Reading reading = Reading.of("data.json", json.replace('\'', '"'));

    assertThat(reading.records()).hasSize(1);
    assertThat(reading.onlyUnscanned().kind()).isEqualTo(Unscanned.Kind.FILE);
    assertThat(reading.onlyUnscanned().message())
        .contains(message)
        .contains("1 record was read before");
    assertThat(reading.sha256()).isNull();
  }

  @Test
  void aTextWithoutItsClosingQuoteDoesNotSwallowTheRest() {
    Reading reading =
        Reading.of("data.json", "[{\"text\":\"a\"},\n{\"text\":\"b},\n{\"text\":\"c\"}]");

    assertThat(reading.records()).hasSize(1);
    assertThat(reading.onlyUnscanned().message())
        .contains("without its closing quote (line 2, column 13)");
  }

  @Test
  void whatIsNotJsonSaysWhere() {
    assertThat(Reading.of("data.json", "hello").onlyUnscanned().message())
        .contains("line 1, column 1");
  }

  @Test
  void elementsThatAreNoObjectsAreMalformed() {
    Reading reading = Reading.of("data.json", "[1, \"a\", null, {\"text\":\"a\"}, [], true]");

    assertThat(reading.rows()).containsExactly(4L);
    assertThat(reading.unscanned()).extracting(Unscanned::row).containsExactly(1L, 2L, 3L, 5L, 6L);
  }

  @Test
  void deepNestingIsMalformed() {
    String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

    Reading reading = Reading.of("data.json", "[{\"text\":\"a\"}," + deep + ",{\"text\":\"b\"}]");

    assertThat(reading.rows()).containsExactly(1L, 3L);
    assertThat(reading.onlyUnscanned().message()).contains("nested deeper");
  }

  @Test
  void deepNestingOfTheFileItselfIsAnError() {
    assertThat(Reading.of("data.json", "{\"a\":".repeat(100_000)).onlyUnscanned().kind())
        .isEqualTo(Unscanned.Kind.FILE);
    assertThat(Reading.of("data.json", "[".repeat(100_000)).onlyUnscanned().kind())
        .isEqualTo(Unscanned.Kind.FILE);
  }

  @Test
  void recordsOverTheLimitAreNamedAndTheOthersAreRead() {
    ReadOptions options = ReadOptions.defaults().withMaxRecordBytes(50).withChunkBytes(64);
    String json = "[{\"text\":\"a\"},\n{\"text\":\"" + "x".repeat(5000) + "\"},\n{\"text\":\"b\"}]";

    Reading reading = Reading.of("data.json", json, options);

    assertThat(reading.rows()).containsExactly(1L, 3L);
    assertThat(reading.lines()).containsExactly(1L, 3L);
    assertThat(reading.onlyUnscanned().line()).isEqualTo(2);
  }

  @Test
  void anEmptyListHoldsNoRecords() {
    assertThat(Reading.of("data.json", "[]").onlyUnscanned().message())
        .contains("holds no records");
    assertThat(Reading.of("data.json", "{\"data\":[]}").onlyUnscanned().kind())
        .isEqualTo(Unscanned.Kind.FILE);
  }
}
