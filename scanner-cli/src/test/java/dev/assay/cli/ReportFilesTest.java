package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports are written whole or not at all, and never over the data. */
class ReportFilesTest {
  @TempDir private Path work;
  private Path data = Path.of("");
  private Path out = Path.of("");

  @BeforeEach
  void write() throws IOException {
    data = Dataset.lines(work.resolve("data.jsonl"), Dataset.GOOD, Dataset.GOOD);
    out = Files.createDirectory(work.resolve("out"));
  }

  @Test
  void foldersAreMadeAndOlderReportsReplaced() throws IOException {
    Path report = out.resolve("a/b/report.json");

    assertThat(scan("--json", report.toString()).exitCode()).isZero();
    Files.writeString(report, "older");
    assertThat(scan("--json", report.toString()).exitCode()).isZero();

    assertThat(Dataset.json(report).get("complete").asBoolean()).isTrue();
    assertThat(Dataset.names(report.getParent())).containsExactly("report.json");
  }

  @Test
  void aReportThatCannotBeginStopsTheScanBeforeItStarts() throws IOException {
    String inFile = data.resolve("report.json").toString();

    Launch launch = scan("--records", out.resolve("r.jsonl").toString(), "--markdown", inFile);

    assertThat(launch.exitCode()).isEqualTo(2);
    assertThat(launch.out()).isEmpty();
    assertThat(launch.err())
        .contains("Cannot write the report", "data.jsonl is a file, not a folder");
    assertThat(Dataset.names(out)).isEmpty();
  }

  @Test
  void aFolderIsNoReport() {
    Launch launch = scan("--json", out.toString());

    assertThat(launch.exitCode()).isEqualTo(2);
    assertThat(launch.err()).contains("it is a folder");
  }

  @Test
  void aFolderThatCannotBeWrittenToIsSaid() {
    Path system = Path.of("/proc");
    assumeTrue(Files.isDirectory(system), "there is no /proc, where not even root may write");

    Launch launch = scan("--json", "/proc/report.json");

    assertThat(launch.exitCode()).isEqualTo(2);
    assertThat(launch.err()).contains("Cannot write the report /proc/report.json");
  }

  @Test
  void aFullDiskIsSaidAndTheOtherReportsStand() throws IOException {
    assumeTrue(Files.exists(Path.of("/dev/full")), "there is no /dev/full to write to");
    Path records = out.resolve("r.jsonl");

    for (String report : new String[] {"--json", "--sarif", "--markdown"}) {
      Launch launch = scan(report, "/dev/full", "--records", records.toString(), "-q");

      assertThat(launch.exitCode()).isEqualTo(3);
      assertThat(launch.err())
          .contains("Cannot write the report /dev/full", "No space left", "scan again");
      assertThat(Dataset.names(out)).containsExactly("r.jsonl");
      assertThat(Dataset.records(records)).hasSize(2);
    }
  }

  @Test
  void aReportNeverReplacesTheData() throws IOException {
    String before = Files.readString(data);

    Launch named = scan("--records", data.toString());
    Launch inFolder = Launch.of("scan", work.toString(), "--records", data.toString());

    assertThat(named.exitCode()).isEqualTo(2);
    assertThat(named.err()).contains("would replace a file that is scanned");
    assertThat(inFolder.exitCode()).isEqualTo(2);
    assertThat(Files.readString(data)).isEqualTo(before);
    assertThat(Dataset.names(work)).containsExactly("data.jsonl", "out");
  }

  @Test
  void aReportNeverReplacesTheDataThroughALink() throws IOException {
    Path link = Files.createSymbolicLink(out.resolve("link.jsonl"), data);

    assertThat(scan("--records", link.toString()).exitCode()).isEqualTo(2);
  }

  @Test
  void twoReportsNeedTwoNames() throws IOException {
    String report = out.resolve("report").toString();
    String same = out.resolve("x/../report").toString();

    Launch launch = scan("--json", report, "--sarif", same);

    assertThat(launch.exitCode()).isEqualTo(2);
    assertThat(launch.err()).contains("give each a name of its own");
    assertThat(Dataset.names(out)).isEmpty();
  }

  @Test
  void anUnusableArgumentLeavesNothingBehind() throws IOException {
    String report = out.resolve("report").toString();

    Launch launch = Launch.of("scan", "no\0name", "--json", report);

    assertThat(launch.exitCode()).isEqualTo(3);
    assertThat(Dataset.names(out)).containsExactly("report");
  }

  private Launch scan(String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "scan";
    arguments[1] = data.toString();
    System.arraycopy(options, 0, arguments, 2, options.length);
    return Launch.of(arguments);
  }
}
