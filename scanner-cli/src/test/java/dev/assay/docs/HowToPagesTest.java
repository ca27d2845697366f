package dev.assay.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.ci.Shell;
import dev.assay.docs.PageBlocks.Block;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The commands of the pages on sources, run from top to bottom in one shell as whoever reads them
 * would: they end as they should, and print what the pages show.
 */
@Timeout(300)
class HowToPagesTest {
  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern PORT = Pattern.compile("\\b876[0-9]\\b");

  /** What only somebody's own server, login or data can answer; run by hand against real ones. */
  private static final Pattern ELSEWHERE =
      Pattern.compile("example\\.com|OWNER/NAME|s3://|hf_\\.\\.\\.|vendor/");

  /** The pages that every build runs; the others start Assay too often. */
  private static final Set<String> FEW =
      Set.of("scan-a-git-revision.md", "scan-a-web-address.md", "scan-what-a-merge-changes.md");

  /** What of a checkout the pages use. */
  private static final List<String> PARTS =
      List.of("fixtures/demo", "fixtures/documents", "fixtures/columnar", "benchmarks/hub-stub.py");

  @TempDir private Path work;

  /** How each block of a page ends: its exit code, or - for one that only others can run. */
  @ParameterizedTest
  @CsvSource({
    "scan-a-git-revision.md, 1 0",
    "scan-a-hugging-face-dataset.md, - - 1 - - 1 1",
    "scan-a-web-address.md, - 1 3 -",
    "scan-archives.md, 1 0 1 1",
    "scan-documents.md, 0 3 3 0 1 3",
    "scan-parquet-and-arrow.md, 1 0 1 1",
    "scan-what-a-merge-changes.md, 1 1",
    "speed-up-repeated-scans.md, 1",
    "verify-a-manifest.md, 0 1 3 1",
  })
  void theCommandsOfAPageDoWhatItSays(String page, String codes) throws IOException {
    assumeTrue(Shell.hasGit(), "skipped: git is not installed");
    assumeTrue(
        FEW.contains(page) || Boolean.getBoolean("pages.all"),
        "skipped to keep the build short: -Dsurefire.jvm.extra=-Dpages.all=true runs all pages");
    List<Block> blocks =
        PageBlocks.of(Files.readAllLines(REPOSITORY.resolve("docs/how-to").resolve(page)));
    assertThat(blocks).as("a code for each block").hasSameSizeAs(codes.split(" "));

    Map<String, String> ports = new TreeMap<>();
    Shell shell = new Shell(work);
    Shell.Run run =
        shell.run(
            PORT.matcher(script(blocks))
                .replaceAll(port -> ports.computeIfAbsent(port.group(), shown -> freePort())));

    assertThat(run.code()).as(run.all()).isZero();
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      String code = codes.split(" ")[i];
      assertThat(ELSEWHERE.matcher(block.commands()).find())
          .as("%s:%d is for others to run", page, block.line())
          .isEqualTo(code.equals("-"));
      if (!code.equals("-")) {
        String printed = Files.readString(work.resolve("out" + i));
        String what = page + ":" + block.line() + "\n" + block.commands() + "\n" + printed;
        assertThat(Files.readString(work.resolve("code" + i)).strip()).as(what).isEqualTo(code);
        assertThat(block.missing(asShown(printed, ports))).as(what).isEmpty();
      }
    }
  }

  private String script(List<Block> blocks) throws IOException {
    Path home = Files.createDirectory(work.resolve("checkout"));
    Files.createSymbolicLink(home.resolve("assay"), work.resolve("tools/assay"));
    for (String part : PARTS) {
      copy(REPOSITORY.resolve(part), home.resolve(part));
    }
    StringBuilder script = new StringBuilder("cd checkout\n");
    for (int i = 0; i < blocks.size(); i++) {
      if (!ELSEWHERE.matcher(blocks.get(i).commands()).find()) {
        script
            .append("{ ")
            .append(blocks.get(i).commands())
            .append("\n} >'")
            .append(work.resolve("out" + i))
            .append("' 2>&1\necho $? >'")
            .append(work.resolve("code" + i))
            .append("'\njobs -p >>'")
            .append(work.resolve("servers"))
            .append("'\n");
      }
    }
    return script
        .append("sort -u '")
        .append(work.resolve("servers"))
        .append("' | xargs kill 2>/dev/null\n:\n")
        .toString();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(from.relativize(file).toString()).normalize();
        Files.createDirectories(copy.getParent());
        if (!Files.isDirectory(file)) {
          Files.copy(file, copy);
        }
      }
    }
  }

  private static String asShown(String printed, Map<String, String> ports) {
    String shown = printed;
    for (Map.Entry<String, String> port : ports.entrySet()) {
      shown = shown.replace(":" + port.getValue() + "/", ":" + port.getKey() + "/");
    }
    return shown;
  }

  private static String freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return Integer.toString(socket.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
