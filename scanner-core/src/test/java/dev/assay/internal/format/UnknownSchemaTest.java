package dev.assay.internal.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.record.SchemaMap;
import dev.assay.record.Unscanned;
import org.junit.jupiter.api.Test;

class UnknownSchemaTest {
  private static final String RECORD =
      "{\"id\":1,\"title\":\"Cats\",\"abstract\":\"All about cats\"}\n";

  @Test
  void aFileOfUnknownSchemaIsOneErrorThatNamesItsKeysAndAMap() {
    Reading reading = Reading.of("data.jsonl", RECORD.repeat(5000));

    Unscanned problem = reading.onlyUnscanned();
    assertThat(problem.kind()).isEqualTo(Unscanned.Kind.FILE);
    assertThat(problem.message())
        .contains("id (number), title (text), abstract (text)")
        .contains("--map user=title,assistant=abstract");
    assertThat(reading.records()).isEmpty();
  }

  @Test
  void theMapThatIsShownFits() {
    ReadOptions options =
        ReadOptions.defaults().withMap(SchemaMap.parse("user=title,assistant=abstract"));

    assertThat(Reading.of("data.jsonl", RECORD.repeat(3), options).records()).hasSize(3);
  }

  @Test
  void keysInsideObjectsAreNamedByTheirPath() {
    Reading reading = Reading.of("data.jsonl", "{\"row\":{\"ask\":\"a?\",\"reply\":\"b\"}}");

    assertThat(reading.onlyUnscanned().message())
        .contains("--map user=row.ask,assistant=row.reply");
  }

  @Test
  void questionsWithoutAnyAnswerAreNotTakenForAScannedFile() {
    Reading reading =
        Reading.of("data.jsonl", "{\"prompt\":\"p\",\"generated\":\"g\"}\n".repeat(3));

    assertThat(reading.onlyUnscanned().kind()).isEqualTo(Unscanned.Kind.FILE);
    assertThat(reading.onlyUnscanned().message()).contains("--map user=prompt,assistant=generated");
  }

  @Test
  void aMapThatFitsNothingIsAnError() {
    ReadOptions options = ReadOptions.defaults().withMap(SchemaMap.parse("assistant=nowhere"));

    assertThat(Reading.of("data.jsonl", "{\"text\":\"t\"}", options).onlyUnscanned().message())
        .contains("does not fit the map")
        .contains("text (text)");
  }

  @Test
  void tablesOfUnknownSchemaNameTheirColumns() {
    Reading reading = Reading.of("data.csv", "left,right\nshort,a much longer text\n");

    assertThat(reading.onlyUnscanned().kind()).isEqualTo(Unscanned.Kind.FILE);
    assertThat(reading.onlyUnscanned().message()).contains("--map user=left,assistant=right");
  }

  @Test
  void someUnknownRecordsAmongKnownOnesAreMalformedOneByOne() {
    Reading reading = Reading.of("data.jsonl", RECORD + "{\"text\":\"t\"}\n" + RECORD);

    assertThat(reading.records()).hasSize(1);
    assertThat(reading.unscanned())
        .extracting(Unscanned::kind)
        .containsOnly(Unscanned.Kind.MALFORMED);
    assertThat(reading.unscanned()).extracting(Unscanned::row).containsExactly(1L, 3L);
  }
}
