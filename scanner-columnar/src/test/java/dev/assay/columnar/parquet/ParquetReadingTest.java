package dev.assay.columnar.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.columnar.Reading;
import dev.assay.record.Region;
import dev.assay.record.Turn;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParquetReadingTest {
  private static final Path FILES = Reading.FIXTURES.resolve("columnar");
  private static final Reading AS_JSONL =
      Reading.of(Reading.FIXTURES.resolve("demo/code-assistant.jsonl"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "snappy.parquet",
        "zstd.parquet",
        "gzip.parquet",
        "lz4raw.parquet",
        "plain-v2.parquet",
        "zstd-v2-groups.parquet",
        "polars.parquet",
      })
  void nestedMessagesAreTheSameRecordsAsInJsonl(String name) {
    Reading reading = Reading.of(FILES.resolve(name));

    assertThat(reading.unscanned()).isEmpty();
    assertThat(reading.format()).isEqualTo("parquet");
    assertThat(reading.hashes()).isEqualTo(AS_JSONL.hashes());
    assertThat(reading.records().get(16).origin().row()).isEqualTo(17);
    assertThat(reading.records().get(16).origin().line()).isZero();
  }

  @Test
  void aFileThatIsOnNoDiskIsReadToo() {
    byte[] bytes = Reading.bytes(FILES.resolve("snappy.parquet"));

    assertThat(Reading.of("bucket/x", bytes).hashes()).isEqualTo(AS_JSONL.hashes());
  }

  @Test
  void plainColumnsMakeRecords() {
    Reading reading = Reading.of(FILES.resolve("columns.parquet"));

    assertThat(reading.unscanned()).isEmpty();
    assertThat(reading.records()).hasSize(24);
    assertThat(reading.hashes()).isEqualTo(AS_JSONL.hashes());
  }

  @Test
  void aPlaceIsARowAndWhereInTheValue() {
    Reading reading = Reading.of(FILES.resolve("snappy.parquet"));
    Turn turn = reading.records().get(2).turns().get(1);

    assertThat(reading.records().get(2).origin().region(turn, 4, 9))
        .isEqualTo(new Region(3, 5, 3, 10, -1, -1));
  }

  @Test
  void aFileThatIsCutOffIsAnErrorAndNotShorter() {
    byte[] bytes = Reading.bytes(FILES.resolve("snappy.parquet"));
    for (int length : new int[] {4, 11, 12, 500, bytes.length - 1}) {
      Reading reading = Reading.of("cut.parquet", Arrays.copyOf(bytes, length));
      assertThat(reading.records()).isEmpty();
      assertThat(reading.unscanned()).hasSize(1);
      assertThat(reading.unscanned().get(0).message()).matches("The file is (cut off|damaged).*");
    }
  }

  @Test
  void anEncryptedFileIsNamedAsSuch() {
    byte[] bytes = Reading.bytes(FILES.resolve("snappy.parquet"));
    bytes[3] = 'E';
    bytes[bytes.length - 1] = 'E';

    assertThat(Reading.of("x.parquet", bytes).unscanned().get(0).message())
        .isEqualTo("The file is an encrypted Parquet file: decrypt it first.");
  }
}
