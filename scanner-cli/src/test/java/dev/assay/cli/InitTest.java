package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitTest {
  @TempDir Path folder;

  @Test
  void itWritesAPolicyThatScansWhatIsThere() throws IOException {
    Path data = Files.createDirectory(folder.resolve("it's data"));
    Dataset.lines(data.resolve("a.jsonl"), Dataset.GOOD, Dataset.GOOD);
    Dataset.lines(folder.resolve("b.csv"), "prompt,completion", "2+2?,4");
    Launch init = Launch.of("init", folder.toString());
    assertThat(init.exitCode()).as(init.err()).isEqualTo(0);
    assertThat(init.out()).contains("for 2 dataset files");
    Path policy = folder.resolve(".assay.yaml");
    assertThat(Files.readString(policy))
        .contains("# 2 dataset files")
        .containsPattern("a\\.jsonl  \\d+ B  user, assistant")
        .contains("sources: ['b.csv', 'it''s data']");
    Launch scan = Launch.of("scan", "--config", policy.toString());
    assertThat(scan.exitCode()).as(scan.err() + scan.out()).isEqualTo(0);
  }

  @Test
  void itOverwritesNothing() throws IOException {
    Dataset.lines(folder.resolve("a.jsonl"), Dataset.GOOD);
    Path policy = Files.writeString(folder.resolve(".assay.yaml"), "mine");
    Launch init = Launch.of("init", folder.toString());
    assertThat(init.exitCode()).isEqualTo(2);
    assertThat(init.err()).contains("is there already, and is not overwritten");
    assertThat(policy).hasContent("mine");
  }

  @Test
  void whereThereIsNoDataNothingIsWritten() {
    Launch init = Launch.of("init", folder.toString());
    assertThat(init.exitCode()).isEqualTo(2);
    assertThat(init.err()).contains("no dataset file here");
    assertThat(folder).isEmptyDirectory();
  }
}
