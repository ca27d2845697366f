package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C, with a process of its own. */
class InterruptTest {
  private static final Path LAUNCHER = Path.of("../assay").toAbsolutePath().normalize();
  private static final Path BUILT = Path.of("target/classpath");

  @Test
  @Timeout(60)
  void anInterruptedScanLeavesNoReport(@TempDir Path work) throws Exception {
    assumeTrue(Files.isExecutable(LAUNCHER), "there is no launcher here");
    assumeTrue(
        Files.exists(BUILT), "not packaged yet: ./mvnw package makes what the launcher runs");
    Path out = Files.createDirectory(work.resolve("out"));
    assumeTrue(!interruptsAreIgnored(), "these tests run in the background, where Ctrl-C is off");
    Process process = start(out, work);
    try (OutputStream data = process.getOutputStream()) {
      byte[] row = (Dataset.GOOD + "\n").repeat(5_000).getBytes(StandardCharsets.UTF_8);
      data.write(row);
      data.flush();
      // Standard input stays open, so the scan waits for more until it is interrupted.
      waitForPartOf(out, process);
      data.write(row);
      data.flush();
      interrupt(process);
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    } catch (IOException e) {
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }

    assertThat(process.exitValue()).isEqualTo(130);
    assertThat(Dataset.names(out)).isEmpty();
    assertThat(Files.readString(work.resolve("err"))).doesNotContain("Exception", "Cannot write");
  }

  /** A process inherits from its shell that it ignores the signal; Java then keeps to that. */
  private static boolean interruptsAreIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("SigIgn:")) {
        return (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 1L << 1) != 0;
      }
    }
    return false;
  }

  private static Process start(Path out, Path work) throws IOException {
    return new ProcessBuilder(
            LAUNCHER.toString(),
            "scan",
            "-",
            "--records",
            out.resolve("records.jsonl").toString(),
            "--sarif",
            out.resolve("sarif.json").toString())
        .redirectOutput(work.resolve("out.txt").toFile())
        .redirectError(work.resolve("err").toFile())
        .start();
  }

  private static void waitForPartOf(Path out, Process process) throws Exception {
    while (Dataset.names(out).isEmpty()) {
      assertThat(process.isAlive()).isTrue();
      Thread.sleep(50);
    }
    assertThat(Dataset.names(out)).allMatch(name -> name.endsWith(".part"));
  }

  private static void interrupt(Process process) throws Exception {
    Process kill = new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
    assertThat(kill.waitFor()).isZero();
  }
}
