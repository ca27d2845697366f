package dev.assay.columnar.arrow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.columnar.Reading;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrowReadingTest {
  private static final Path FILES = Reading.FIXTURES.resolve("columnar");
  private static final Reading AS_JSONL =
      Reading.of(Reading.FIXTURES.resolve("demo/code-assistant.jsonl"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stream.arrow",
        "file.feather",
        "dictionary.arrow",
        "polars-lz4.arrow",
        "polars-zstd.arrow",
      })
  void nestedMessagesAreTheSameRecordsAsInJsonl(String name) {
    Reading reading = Reading.of(FILES.resolve(name));

    assertThat(reading.unscanned()).isEmpty();
    assertThat(reading.format()).isEqualTo("arrow");
    assertThat(reading.hashes()).isEqualTo(AS_JSONL.hashes());
    assertThat(reading.records().get(16).origin().row()).isEqualTo(17);
  }

  @ParameterizedTest
  @ValueSource(strings = {"stream.arrow", "file.feather"})
  void aFileThatIsCutOffIsAnError(String name) {
    byte[] bytes = Reading.bytes(FILES.resolve(name));
    for (int length = 6; length < bytes.length; length += 97) {
      Reading reading = Reading.of("cut", Arrays.copyOf(bytes, length));
      assertThat(reading.unscanned()).as("%d bytes", length).isNotEmpty();
    }
    assertThat(Reading.of("cut", Arrays.copyOf(bytes, bytes.length - 8)).unscanned()).isNotEmpty();
  }

  @Test
  void whatFollowsTheEndOfAStreamIsAnError() {
    byte[] bytes = Reading.bytes(FILES.resolve("stream.arrow"));
    byte[] twice = Arrays.copyOf(bytes, 2 * bytes.length);
    System.arraycopy(bytes, 0, twice, bytes.length, bytes.length);

    Reading reading = Reading.of("twice.arrow", twice);
    assertThat(reading.records()).hasSize(24);
    assertThat(reading.unscanned().get(0).message())
        .startsWith("The file goes on behind its end mark")
        .endsWith("24 records were read before.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"stream.arrow", "file.feather", "dictionary.arrow", "polars-lz4.arrow"})
  void flippedBytesAreRowsOrAnError(String name) {
    byte[] good = Reading.bytes(FILES.resolve(name));
    Random random = new Random(3);
    for (int i = 0; i < 300; i++) {
      byte[] bytes = good.clone();
      for (int k = 0; k < 1 + i % 3; k++) {
        bytes[8 + random.nextInt(bytes.length - 8)] = (byte) random.nextInt();
      }
      Reading reading = Reading.of("x.arrow", bytes);
      boolean whole = reading.records().size() + reading.unscanned().size() >= 24;
      assertThat(whole || !reading.unscanned().isEmpty()).isTrue();
    }
  }
}
