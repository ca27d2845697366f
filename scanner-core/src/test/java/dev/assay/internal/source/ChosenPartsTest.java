package dev.assay.internal.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.source.DatasetFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders whose README names configurations and splits, as datasets of a hub do. */
class ChosenPartsTest {
  @TempDir private Path root;

  @BeforeEach
  void dataset() throws IOException {
    for (String name : List.of("set/en/train.jsonl", "set/en/test.jsonl", "set/de/train.jsonl")) {
      Path file = root.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "{\"text\":\"" + name + "\"}\n");
    }
    Files.writeString(
        root.resolve("set/README.md"),
        """
        ---
        configs:
        - config_name: english
          data_files:
          - {split: train, path: en/train*}
          - {split: test, path: [en/test.jsonl]}
        - config_name: german
          data_dir: de
        - config_name: lost
          data_dir: fr
        ---
        # Words
        """);
  }

  private DatasetFiles list(Map<String, String> options) throws IOException {
    DatasetFiles.Request request =
        new DatasetFiles.Request(
            List.of("set"), root, List.of(), List.of(), null, options, Map.of());
    try (OpenDataset dataset = FileLister.open(request)) {
      return dataset.files();
    }
  }

  private static List<String> uris(DatasetFiles files) {
    return files.files().stream().map(file -> file.uri()).toList();
  }

  @Test
  void allIsScannedUnlessSomebodyChooses() throws IOException {
    DatasetFiles all = list(Map.of());

    assertThat(uris(all)).hasSize(3);
    assertThat(all.chosen()).isEmpty();
  }

  @Test
  void whatIsNotChosenIsLeftOutAndSaid() throws IOException {
    DatasetFiles train = list(Map.of("hf.split", "train"));

    assertThat(uris(train)).containsExactly("set/de/train.jsonl", "set/en/train.jsonl");
    assertThat(train.ignored()).containsExactly("set/en/test.jsonl");
    assertThat(train.chosen())
        .containsExactly(
            "Of set only english/train, german/train, lost/train was scanned (hf.config,"
                + " hf.split).");
    assertThat(uris(list(Map.of("hf.config", "german")))).containsExactly("set/de/train.jsonl");
  }

  @Test
  void whatIsNotThereIsAnErrorAndNotAnEmptyDataset() throws IOException {
    assertThat(said(Map.of("hf.config", "french")))
        .contains("has no configuration 'french'; its README names english, german, lost");
    assertThat(said(Map.of("hf.config", "lost"))).contains("has none of the files");
    Files.delete(root.resolve("set/README.md"));
    assertThat(said(Map.of("hf.split", "train"))).contains("has no README");
  }

  private String said(Map<String, String> options) throws IOException {
    DatasetFiles files = list(options);
    assertThat(files.files()).isEmpty();
    assertThat(files.unreadable()).hasSize(1);
    return files.unreadable().get(0).message();
  }
}
