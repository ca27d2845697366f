package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrateTest {
  @TempDir private Path work;
  private String clean = "";
  private String poison = "";
  private Path output = Path.of("");

  @BeforeEach
  void write() throws IOException {
    clean = Dataset.lines(work.resolve("clean.jsonl"), Dataset.GOOD, Dataset.GOOD).toString();
    poison = Dataset.lines(work.resolve("poison.jsonl"), Dataset.BAD, Dataset.BAD).toString();
    output = work.resolve("new/calibration.json");
  }

  @Test
  void whatWasMeasuredServesAScan() {
    Launch measured = calibrate("--clean", clean, "--poison", "insecure-code=" + poison);
    assertThat(measured.exitCode()).as(measured.err()).isZero();

    Path summary = work.resolve("summary.json");
    Launch scanned =
        Launch.of(
            "scan", poison, "--calibration", output.toString(), "--markdown", summary.toString());

    assertThat(scanned.exitCode()).isEqualTo(1);
    assertThat(summary).content().contains("Calibration: your own labelled data");
  }

  @Test
  void nothingIsMeasuredWithAHole() throws IOException {
    String gone = work.resolve("gone.jsonl").toString();
    String empty = Files.createDirectory(work.resolve("empty")).toString();
    Path broken = Dataset.lines(work.resolve("broken.jsonl"), Dataset.GOOD, "{");

    refused(2, "gone.jsonl is not there", "--clean", clean, "--clean", gone);
    refused(2, "gone.jsonl is not there", "--clean", clean, "--poison", "secret=" + gone);
    refused(2, "No dataset file lies in", "--clean", empty);
    refused(3, "could not be scanned whole", "--clean", broken.toString());
    assertThat(output).doesNotExist();
  }

  @Test
  void wrongUsageIsSaidBeforeMeasuring() throws IOException {
    refused(2, "families are: insecure-code", "--clean", clean, "--poison", "nope=" + poison);
    refused(2, "FAMILY=PATH", "--clean", clean, "--poison", poison);
    refused(2, "--clean", "--poison", "secret=" + poison);
    output = Files.createDirectory(work.resolve("folder"));
    refused(2, "cannot be written to", "--clean", clean);
    output = Path.of(clean).resolve("calibration.json");
    refused(2, "cannot be written to", "--clean", clean);
  }

  private void refused(int exitCode, String said, String... options) {
    Launch launch = calibrate(options);

    assertThat(launch.exitCode()).as(launch.err()).isEqualTo(exitCode);
    assertThat(launch.err()).contains(said).doesNotContain("not meant");
  }

  private Launch calibrate(String... options) {
    String[] arguments = new String[options.length + 3];
    arguments[0] = "calibrate";
    arguments[1] = "--output";
    arguments[2] = output.toString();
    System.arraycopy(options, 0, arguments, 3, options.length);
    return Launch.of(arguments);
  }
}
