package dev.assay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a cache, cold, warm or damaged, every report is what it is without. */
class CacheScanTest {
  @TempDir private Path work;

  @Test
  void reportsAreTheSameWithAndWithoutACache() throws Exception {
    Path cache = work.resolve("cache");
    List<String> without = scan();
    assertThat(scan("--cache", cache.toString())).isEqualTo(without);
    assertThat(Dataset.names(cache)).hasSize(1);
    assertThat(scan("--cache", cache.toString())).isEqualTo(without);
    assertThat(scan("--cache", cache.toString(), "--threads", "3")).isEqualTo(without);
    // Nothing new was found out, so nothing more was written.
    assertThat(Dataset.names(cache)).hasSize(1);

    Path file = cache.resolve(Dataset.names(cache).get(0));
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 0; i < bytes.length; i += 1 + bytes.length / 5_000) {
      bytes[i] ^= 0x55;
    }
    Files.write(file, bytes);
    assertThat(scan("--cache", cache.toString())).isEqualTo(without);
  }

  @Test
  void otherRulesAreNotAnsweredFromTheCache() throws Exception {
    Path cache = work.resolve("cache");
    scan("--cache", cache.toString());
    assertThat(scan("--cache", cache.toString(), "--families", "secret"))
        .isEqualTo(scan("--families", "secret"));
    assertThat(Dataset.names(cache)).hasSize(2);
  }

  @Test
  void aFolderThatCannotBeUsedIsWrongUsage() throws Exception {
    Path file = Files.writeString(work.resolve("file"), "x");
    Launch launch = Launch.of("scan", Dataset.DEMO.toString(), "--cache", file.toString());
    assertThat(launch.exitCode()).isEqualTo(2);
    assertThat(launch.err()).contains("The cache " + file + " cannot be used");
  }

  /** All reports of a scan of the demo, time stamps and timing aside. */
  private List<String> scan(String... options) throws IOException {
    List<Path> reports =
        Stream.of("records.jsonl", "sarif.json", "summary.json", "summary.md")
            .map(work::resolve)
            .toList();
    List<String> args = new ArrayList<>(List.of("scan", Dataset.DEMO.toString()));
    args.addAll(List.of("--records", reports.get(0).toString()));
    args.addAll(List.of("--sarif", reports.get(1).toString()));
    args.addAll(List.of("--json", reports.get(2).toString()));
    args.addAll(List.of("--markdown", reports.get(3).toString()));
    args.addAll(List.of(options));
    Launch.of(args.toArray(new String[0]));
    List<String> texts = new ArrayList<>();
    for (Path report : reports) {
      texts.add(
          Files.readString(report, UTF_8)
              .replaceAll("\"timing\"[^}]*}", "")
              .replaceAll("\"(start|end)TimeUtc\"[^,}]*", "")
              .replaceAll("[0-9.,]+ ?(ms|s|seconds)\\b", "")
              .replaceAll("[0-9,]+ records/s", ""));
    }
    return texts;
  }
}
