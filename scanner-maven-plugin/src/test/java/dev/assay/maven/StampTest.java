package dev.assay.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StampTest {
  @TempDir Path folder;
  private Path stamp;
  private Path report;

  @BeforeEach
  void write() throws IOException {
    stamp = folder.resolve("assay.stamp");
    report = Files.writeString(folder.resolve("assay.json"), "{}");
    Stamp.write(stamp, "f00d", List.of(report), "20 records");
  }

  @Test
  void aWholeStampSaysWhatWasWritten() {
    Stamp read = Stamp.read(stamp).orElseThrow();
    assertThat(read.fingerprint()).isEqualTo("f00d");
    assertThat(read.said()).isEqualTo("20 records");
    assertThat(read.knows(List.of(report))).isTrue();
  }

  @Test
  void aChangedOrMissingReportIsNotKnown() throws IOException {
    Stamp read = Stamp.read(stamp).orElseThrow();
    Files.writeString(report, "{ }");
    assertThat(read.knows(List.of(report))).isFalse();
    Files.delete(report);
    assertThat(read.knows(List.of(report))).isFalse();
  }

  @Test
  void everyChangedByteMakesItSayNothing() throws IOException {
    byte[] whole = Files.readAllBytes(stamp);
    for (int i = 0; i < whole.length - 1; i++) {
      byte[] damaged = whole.clone();
      damaged[i] ^= 1;
      Files.write(stamp, damaged);
      assertThat(Stamp.read(stamp)).as("byte %d", i).isEmpty();
    }
  }

  @Test
  void halfOfItOrNoneSaysNothing() throws IOException {
    byte[] whole = Files.readAllBytes(stamp);
    for (int length : List.of(0, 1, whole.length / 2, whole.length - 10)) {
      Files.write(stamp, java.util.Arrays.copyOf(whole, length));
      assertThat(Stamp.read(stamp)).isEmpty();
    }
    Files.delete(stamp);
    assertThat(Stamp.read(stamp)).isEmpty();
  }
}
