package dev.assay.internal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.Reports;
import dev.assay.report.ReportWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class PendingFileTest {
  @TempDir Path folder;

  @Test
  void nothingStandsUnderTheNameUntilItIsPublished() throws IOException {
    Path target = folder.resolve("report.json");
    try (PendingFile file = PendingFile.create(target)) {
      file.out().write(bytes("whole"));
      assertThat(target).doesNotExist();
      file.publish();
    }

    assertThat(target).hasContent("whole");
    assertThat(ReportFiles.in(folder)).containsExactly(target);
  }

  @Test
  void anOlderReportStandsUntilTheNewOneIsWhole() throws IOException {
    Path target = folder.resolve("report.json");
    Files.writeString(target, "old");
    try (PendingFile file = PendingFile.create(target)) {
      file.out().write(bytes("half"));
    }

    assertThat(target).hasContent("old");
    assertThat(ReportFiles.in(folder)).containsExactly(target);
  }

  @Test
  void closingAnUnfinishedReportLeavesNoTrace() throws IOException {
    for (ReportFiles.Format format :
        new ReportFiles.Format[] {
          Reports::sarif, Reports::json, Reports::records, Reports::markdown
        }) {
      try (ReportWriter writer = format.open(folder.resolve("report"))) {
        writer.record(Samples.suspect(1, Samples.SQL, "x"));
      }
      assertThat(ReportFiles.in(folder)).isEmpty();
    }
  }

  @Test
  void makesTheFolder() throws IOException {
    Path target = folder.resolve("target/assay/report.json");
    try (PendingFile file = PendingFile.create(target)) {
      file.publish();
    }

    assertThat(target).exists();
  }

  @Test
  void aNameThatIsAFolderIsRefusedAtOnce() {
    assertThatThrownBy(() -> PendingFile.create(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("it is a folder")
        .hasMessageContaining("name another place");
  }

  @Test
  void aDiskThatFillsUpNamesTheReportAndLeavesNothing() throws IOException {
    Path target = folder.resolve("report.json");
    try (PendingFile file = PendingFile.create(target, path -> new FillingDisk(path, 100_000))) {
      assertThatThrownBy(() -> file.out().write(new byte[1 << 20]))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("Cannot write the report " + target + ": No space left on device. ")
          .hasMessageContaining("Nothing was left there. Free some space");
      assertThat(ReportFiles.in(folder)).isEmpty();
    }
    assertThat(ReportFiles.in(folder)).isEmpty();
  }

  @Test
  void aDiskThatFillsUpAtTheVeryEndLeavesNothingEither() throws IOException {
    try (PendingFile file =
        PendingFile.create(folder.resolve("report.json"), path -> new FillingDisk(path, 10))) {
      file.out().write(new byte[11]);
      assertThatThrownBy(file::publish).hasMessageContaining("No space left on device");
    }

    assertThat(ReportFiles.in(folder)).isEmpty();
  }

  @Test
  @EnabledIf("hasFullDevice")
  void aFullDiskIsSaidAsSuch() throws IOException {
    try (PendingFile file = PendingFile.create(Path.of("/dev/full"))) {
      file.out().write(bytes("whole"));
      assertThatThrownBy(file::publish)
          .hasMessageContaining("/dev/full: No space left on device. ")
          .hasMessageContaining("Free some space");
    }
  }

  @Test
  @EnabledIf("hasFullDevice")
  void aDeviceIsWrittenToAndNotReplaced() throws IOException {
    try (PendingFile file = PendingFile.create(Path.of("/dev/null"))) {
      file.out().write(bytes("whole"));
      file.publish();
    }

    assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
  }

  @Test
  @EnabledIf("hasFullDevice")
  void aLinkStaysALinkToTheNewReport() throws IOException {
    Path real = Files.writeString(folder.resolve("real.json"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.json"), real);
    try (PendingFile file = PendingFile.create(link)) {
      file.out().write(bytes("new"));
      file.publish();
    }

    assertThat(link).isSymbolicLink();
    assertThat(real).hasContent("new");
  }

  static boolean hasFullDevice() {
    return Files.exists(Path.of("/dev/full"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A file on a disk with so many bytes free. */
  private static final class FillingDisk extends FilterOutputStream {
    private int free;

    FillingDisk(Path file, int free) throws IOException {
      super(Files.newOutputStream(file));
      this.free = free;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      free -= length;
      if (free < 0) {
        throw new IOException("No space left on device");
      }
      out.write(bytes, from, length);
    }
  }
}
