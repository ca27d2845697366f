package dev.assay.internal.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.record.DataRecord;
import dev.assay.record.Region;
import dev.assay.record.SchemaMap;
import dev.assay.record.Unscanned;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvReadingTest {
  @Test
  void aRowIsARecord() {
    Reading reading =
        Reading.of(
            "data.csv", "id,prompt,completion\r\n1,What?,That\r\n2,Who?,\"Me, of course\"\r\n");

    assertThat(reading.turns(0)).containsExactly("user: What?", "assistant: That");
    assertThat(reading.turns(1)).containsExactly("user: Who?", "assistant: Me, of course");
    assertThat(reading.lines()).containsExactly(2L, 3L);
    assertThat(reading.records().get(0).turns().get(1).field()).isEqualTo("completion");
  }

  @Test
  void quotedCellsSpanLinesAndDoubleTheirQuotes() {
    Reading reading =
        Reading.of("data.csv", "prompt,completion\n\"a\r\nb\",\"say \"\"hi\"\"\nthen go\"\nc,d\n");

    assertThat(reading.turns(0)).containsExactly("user: a\r\nb", "assistant: say \"hi\"\nthen go");
    assertThat(reading.lines()).containsExactly(2L, 5L);
    DataRecord first = reading.records().get(0);
    assertThat(first.origin().region()).isEqualTo(new Region(2, 1, 4, 9, 18, 27));
    // hi" then the line's end
    assertThat(first.origin().region(first.turns().get(1), 5, 9))
        .isEqualTo(new Region(3, 11, 3, 16, 32, 5));
    assertThat(first.origin().region(first.turns().get(1), 9, 13))
        .isEqualTo(new Region(4, 1, 4, 5, 37, 4));
  }

  @Test
  void recordsAreTheSameHoweverSmallTheChunks() {
    String text = "prompt,completion\n" + "\"a\n\"\"b\",\"c,d\"\r\n\ne,f\n".repeat(20);
    Reading whole = Reading.of("data.csv", text);

    for (int chunkBytes : new int[] {1, 5, 33}) {
      Reading cut = Reading.of("data.csv", text, ReadOptions.defaults().withChunkBytes(chunkBytes));
      assertThat(cut.lines()).isEqualTo(whole.lines());
      assertThat(cut.records())
          .extracting(DataRecord::turns)
          .isEqualTo(whole.records().stream().map(DataRecord::turns).toList());
    }
    assertThat(whole.records()).hasSize(40);
  }

  @Test
  void aQuoteInsideAnUnquotedCellIsACharacter() {
    assertThat(Reading.of("data.csv", "text,n\n5\" disk,1\n").turns(0))
        .containsExactly("text: 5\" disk");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"data.tsv|\\t", "data.csv|;", "data.csv|\\t", "stdin|\\t", "stdin|,", "data.tsv|,"})
  void theDelimiterIsTheOneInTheHeader(String name, String delimiter) {
    String d = delimiter.replace("\\t", "\t");

    assertThat(Reading.of(name, "prompt" + d + "completion\na" + d + "b\n").onlyTurns())
        .containsExactly("user: a", "assistant: b");
  }

  @Test
  void raggedRowsAreMalformed() {
    Reading reading = Reading.of("data.csv", "prompt,completion\na\na,b\na,b,c\n");

    assertThat(reading.rows()).containsExactly(2L);
    assertThat(reading.unscanned()).extracting(Unscanned::line).containsExactly(2L, 4L);
    assertThat(reading.unscanned().get(1).message()).contains("3 cells where the header has 2");
  }

  @Test
  void textBehindAClosingQuoteIsMalformed() {
    Reading reading = Reading.of("data.csv", "prompt,completion\n\"a\"x,b\na,b\n");

    assertThat(reading.records()).hasSize(1);
    assertThat(reading.onlyUnscanned().message()).contains("line 2, column 4");
  }

  @Test
  void aQuoteThatIsNeverClosedSaysWhereItBegan() {
    Reading reading = Reading.of("data.csv", "prompt,completion\na,b\n\"c,d\ne,f\n");

    assertThat(reading.records()).hasSize(1);
    assertThat(reading.onlyUnscanned().kind()).isEqualTo(Unscanned.Kind.FILE);
    assertThat(reading.onlyUnscanned().message()).contains("line 3").contains("1 record was read");
    assertThat(reading.onlyUnscanned().line()).isEqualTo(3);
  }

  @Test
  void brokenEncodingsAreMalformed() {
    byte[] bytes = "text\nz\u00fcrich\nb\0c\ngood\n".getBytes(StandardCharsets.ISO_8859_1);

    Reading reading = Reading.of("data.csv", bytes);

    assertThat(reading.turns(0)).containsExactly("text: good");
    assertThat(reading.unscanned().get(0).message()).contains("not UTF-8 (line 2, column 2)");
    assertThat(reading.unscanned().get(1).message()).contains("NUL byte (line 3, column 2)");
  }

  @Test
  void cellsMayHoldMessagesAsJson() {
    String text =
        "id,messages\n1,\"[{\"\"role\"\":\"\"assistant\"\",\"\"content\"\":\"\"a\\n\"\"\"\"b\"\"}]\"\n"
            .replace("\"\"\"\"b", "\\\"\"b");
    Reading reading = Reading.of("data.csv", text);

    assertThat(reading.onlyTurns()).containsExactly("assistant: a\n\"b");
    DataRecord first = reading.records().get(0);
    assertThat(first.turns().get(0).field()).isEqualTo("messages#/0/content");
    Region region = first.origin().region(first.turns().get(0), 1, 3);
    String line = text.split("\n", -1)[1];
    assertThat(line.substring((int) region.startColumn() - 1, (int) region.endColumn() - 1))
        .isEqualTo("\\n\\\"\"");
  }

  @Test
  void columnsAreMappedByName() {
    ReadOptions options =
        ReadOptions.defaults().withMap(SchemaMap.parse("user=the question,assistant=a.b"));

    assertThat(Reading.of("data.csv", "the question, a.b ,x\nq,a,1\n", options).onlyTurns())
        .containsExactly("user: q", "assistant: a");
  }

  @Test
  void twoColumnsOfTheSameNameAreAnErrorIfTheyAreUsed() {
    assertThat(Reading.of("data.csv", "text,text\na,b\n").onlyUnscanned().message())
        .contains("two columns named 'text'");
    assertThat(Reading.of("data.csv", "text,x,x\na,b,c\n").records()).hasSize(1);
  }

  @Test
  void aHeaderAloneHoldsNoRecords() {
    assertThat(Reading.of("data.csv", "prompt,completion\n").onlyUnscanned().message())
        .contains("holds no records");
  }

  @Test
  void rowsOverTheLimitAreNamedAndTheOthersAreRead() {
    ReadOptions options = ReadOptions.defaults().withMaxRecordBytes(30).withChunkBytes(16);

    Reading reading =
        Reading.of("data.csv", "text,n\na,1\n\"" + "x\n".repeat(500) + "\",2\nb,3\n", options);

    assertThat(reading.rows()).containsExactly(1L, 3L);
    assertThat(reading.lines()).containsExactly(2L, 504L);
    assertThat(reading.onlyUnscanned().line()).isEqualTo(3);
  }

  @Test
  void whatIsNoFormatIsRefused() {
    assertThat(
            Reading.of("model.bin", new byte[] {'R', 'I', 'F', 'F', 0, 1, 2, ','})
                .onlyUnscanned()
                .message())
        .contains("in no format that is read");
    assertThat(Reading.of("notes.log", "just some words\n").onlyUnscanned().kind())
        .isEqualTo(Unscanned.Kind.FILE);
  }
}
