package dev.assay.internal.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.internal.format.Chunk;
import dev.assay.internal.format.ChunkReader;
import dev.assay.internal.format.ReadOptions;
import dev.assay.internal.format.RecordSink;
import dev.assay.record.DataRecord;
import dev.assay.record.Unscanned;
import dev.assay.source.DataFile;
import dev.assay.source.DatasetFiles.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestTest {
  private static final String RECORD = "{\"text\":\"a\"}\n";

  @TempDir private Path root;

  @BeforeEach
  void dataset() throws IOException {
    Files.createDirectories(root.resolve("data"));
    write("data/a.jsonl", RECORD);
    write("data/LICENSE", "free");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(root.resolve(name), text);
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is wrong, by file. */
  private Map<String, String> errors(Path... manifests) throws IOException {
    Request request =
        new Request(
            List.of("data"),
            root,
            List.of(),
            List.of(),
            null,
            Map.of(),
            Map.of(),
            List.of(manifests));
    Map<String, String> errors = new TreeMap<>();
    RecordSink sink =
        new RecordSink() {
          @Override
          public void record(DataRecord dataRecord) {}

          @Override
          public void unscanned(Unscanned problem) {
            errors.put(problem.uri(), problem.message());
          }
        };
    try (OpenDataset dataset = FileLister.open(request)) {
      dataset.files().unreadable().forEach(one -> errors.put(one.uri(), one.message()));
      for (DataFile file : dataset.files().files()) {
        try (ChunkReader reader = ChunkReader.of(file, ReadOptions.defaults())) {
          for (Chunk chunk = reader.next(); chunk != null; chunk = reader.next()) {
            chunk.decode(sink);
          }
        }
      }
    }
    return errors;
  }

  @Test
  void filesThatAreAsListedAreFine() throws IOException {
    write(
        "data/SHA256SUMS",
        "# made up\n" + sha256(RECORD) + "  a.jsonl\n" + sha256("free") + " *LICENSE\n");
    write("data/a.jsonl.sha256", sha256(RECORD).toUpperCase(java.util.Locale.ROOT) + "\n");
    write("data/sha256sum.txt", "SHA256 (a.jsonl) = " + sha256(RECORD) + "\n");

    assertThat(errors()).isEmpty();
  }

  @Test
  void aFileThatChangedIsAnErrorWhetherItIsScannedOrNot() throws IOException {
    write("data/SHA256SUMS", sha256("x") + "  a.jsonl\n" + sha256("y") + "  LICENSE\n");

    assertThat(errors()).containsOnlyKeys("data/a.jsonl", "data/LICENSE");
    assertThat(errors().get("data/a.jsonl"))
        .startsWith("The file is not the file that data/SHA256SUMS lists");
  }

  @Test
  void aFileThatIsListedAndNotThereIsAnError() throws IOException {
    write("data/SHA256SUMS", sha256(RECORD) + "  a.jsonl\n" + sha256("x") + "  gone.jsonl\n");

    assertThat(errors()).containsOnlyKeys("data/gone.jsonl");
  }

  @Test
  void aManifestMayLieElsewhere() throws IOException {
    write("list", sha256("x") + "  data/a.jsonl\n");

    assertThat(errors()).isEmpty();
    assertThat(errors(Path.of("list"))).containsOnlyKeys("data/a.jsonl");
    assertThat(errors(Path.of("none"))).containsOnlyKeys("none");
  }

  @Test
  void whatIsOutsideOfTheFolderIsNotRead() throws IOException {
    write("secret", "s");
    write("data/SHA256SUMS", sha256("s") + "  ../secret\n");

    assertThat(errors().get("data/SHA256SUMS")).contains("outside of the manifest's folder");
  }

  @Test
  void aDamagedManifestIsAnError() throws IOException {
    write("data/SHA256SUMS", sha256(RECORD).substring(1) + "  a.jsonl\n");

    assertThat(errors().get("data/SHA256SUMS")).contains("line 1");
  }

  @Test
  void croissantIsReadAndNoDataset() throws IOException {
    write(
        "data/croissant.json",
        """
        {"@context": {"cr": "http://mlcommons.org/croissant/"}, "distribution": [
          {"@type": "cr:FileObject", "contentUrl": "a.jsonl", "sha256": "%s"},
          {"@type": "cr:FileObject", "contentUrl": "https://example.com/d/LICENSE?x=1", "sha256": "%s"},
          {"@type": "cr:FileObject", "contentUrl": "https://example.com/far.zip", "sha256": "%s"},
          {"@type": "cr:FileObject", "contentUrl": "gone.csv", "sha256": "%s"},
          {"@type": "cr:FileSet", "includes": "*.csv"}]}
        """
            .formatted(sha256(RECORD), sha256("other"), sha256("far"), sha256("gone")));

    assertThat(errors()).containsOnlyKeys("data/LICENSE", "data/gone.csv");
  }

  @Test
  void aDatasetMayBeCalledMetadata() throws IOException {
    write("data/metadata.json", "[{\"text\":\"b\"}]");

    assertThat(errors()).isEmpty();
  }
}
