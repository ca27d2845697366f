package dev.assay.columnar.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.columnar.Reading;
import java.nio.file.Path;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class HostileParquetTest {
  private static final Path FILES = Reading.FIXTURES.resolve("columnar");

  /** Whatever is flipped: all rows, or an error; nothing else is thrown. */
  @Property(tries = 400)
  void flippedBytesAreRowsOrAnError(
      @ForAll("names") String name,
      @ForAll @IntRange(min = 0, max = 1 << 20) int at,
      @ForAll @IntRange(min = 0, max = 255) int value,
      @ForAll boolean nearEnd) {
    byte[] bytes = Reading.bytes(FILES.resolve(name));
    int index = nearEnd ? bytes.length - 1 - at % 1500 : at % bytes.length;
    bytes[index] = (byte) value;

    check(bytes);
  }

  @Property(tries = 60)
  void cutFilesAreAnError(@ForAll("names") String name, @ForAll @IntRange(min = 0) int length) {
    byte[] bytes = Reading.bytes(FILES.resolve(name));

    check(Arrays.copyOf(bytes, 4 + length % (bytes.length - 4)));
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of(
        "snappy.parquet",
        "gzip.parquet",
        "lz4raw.parquet",
        "zstd-v2-groups.parquet",
        "plain-v2.parquet");
  }

  private static void check(byte[] bytes) {
    Reading reading = Reading.of("x.parquet", bytes);

    boolean whole =
        reading.records().size() == 24
            || reading.records().size() + reading.unscanned().size() == 24;
    assertThat(whole || !reading.unscanned().isEmpty()).isTrue();
  }
}
