package dev.assay.internal.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.assay.record.Unscanned;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompressedReadingTest {
  private static String lines(int count) {
    Random random = new Random(5);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append("{\"text\":\"").append(Long.toString(random.nextLong(), 36)).append("\"}\n");
    }
    return text.toString();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String name(Compressed compressed) {
    return "data.jsonl." + compressed.name().toLowerCase(Locale.ROOT);
  }

  @ParameterizedTest
  @EnumSource
  void theRecordsAreThoseOfThePlainFile(Compressed compressed) {
    String text = lines(1000);
    Reading plain = Reading.of("data.jsonl", text);
    byte[] stored = compressed.of(utf8(text));

    Reading reading = Reading.of(name(compressed), stored);

    assertThat(reading.records()).hasSize(1000);
    assertThat(reading.turns(999)).isEqualTo(plain.turns(999));
    assertThat(reading.lines()).isEqualTo(plain.lines());
    assertThat(reading.records().get(7).origin().region().byteOffset()).isEqualTo(-1);
    assertThat(reading.bytesRead()).isEqualTo(stored.length);
    assertThat(reading.sha256()).hasSize(64).isNotEqualTo(plain.sha256());
  }

  @ParameterizedTest
  @EnumSource
  void compressionIsRecognisedUnderAnyName(Compressed compressed) {
    assertThat(Reading.of("data.jsonl", compressed.of(utf8(lines(3)))).records()).hasSize(3);
    assertThat(Reading.of("stdin", compressed.of(utf8(lines(3)))).records()).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource
  void severalCompressedFilesInOneAreReadToTheEnd(Compressed compressed) {
    byte[] one = compressed.of(utf8(lines(500)));
    byte[] two = Arrays.copyOf(one, 2 * one.length);
    System.arraycopy(one, 0, two, one.length, one.length);

    assertThat(Reading.of(name(compressed), two).records()).hasSize(1000);
  }

  @ParameterizedTest
  @EnumSource
  void ofATruncatedFileWhatCameBeforeIsRead(Compressed compressed) {
    // Several blocks, so that even formats that decode block by block have some before the cut.
    byte[] stored = compressed.of(utf8(lines(80_000)));

    Reading reading = Reading.of(name(compressed), Arrays.copyOf(stored, stored.length * 3 / 4));

    assertThat(reading.records()).hasSizeGreaterThan(20_000);
    Unscanned problem = reading.onlyUnscanned();
    assertThat(problem.kind()).isEqualTo(Unscanned.Kind.FILE);
    assertThat(problem.message())
        .contains("ends in the middle of its")
        .contains(reading.records().size() + " records were read before");
    assertThat(reading.sha256()).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void anyTruncationIsAnErrorAndNeverAnException(Compressed compressed) {
    byte[] stored = compressed.of(utf8(lines(200)));

    for (int length = 12; length < stored.length; length += 7) {
      Reading reading = Reading.of(name(compressed), Arrays.copyOf(stored, length));
      assertThat(reading.unscanned())
          .as("length %d", length)
          .extracting(Unscanned::kind)
          .contains(Unscanned.Kind.FILE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void damagedBytesNeverThrow(Compressed compressed) {
    byte[] stored = compressed.of(utf8(lines(300)));
    Random random = new Random(3);

    for (int round = 0; round < 200; round++) {
      byte[] damaged = stored.clone();
      for (int k = 0; k < 3; k++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      assertThatCode(() -> Reading.of(name(compressed), damaged)).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @EnumSource
  void damageIsNamed(Compressed compressed) {
    byte[] damaged = compressed.of(utf8(lines(3000)));
    for (int i = damaged.length / 2; i < damaged.length / 2 + 40; i++) {
      damaged[i] ^= 0x55;
    }

    Reading reading = Reading.of(name(compressed), damaged);

    assertThat(reading.unscanned()).extracting(Unscanned::kind).contains(Unscanned.Kind.FILE);
  }
}
