package dev.assay.internal.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.internal.source.FileLister;
import dev.assay.record.Unscanned;
import dev.assay.source.DataFile;
import dev.assay.source.DatasetFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailingFileTest {
  @Test
  void aFileThatVanishesAfterItWasListedIsUnscanned(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("data.jsonl"), "{\"text\":\"a\"}");
    DatasetFiles found =
        FileLister.open(DatasetFiles.Request.of(folder, List.of("data.jsonl"))).files();
    Files.delete(file);

    Unscanned problem = Reading.of(found.files().get(0), ReadOptions.defaults()).onlyUnscanned();

    assertThat(problem.kind()).isEqualTo(Unscanned.Kind.FILE);
    assertThat(problem.uri()).isEqualTo("data.jsonl");
    assertThat(problem.message()).isEqualTo("The file is not there (any more).");
  }

  @Test
  void aDiskThatFailsLeavesTheRecordsBeforeIt() {
    String lines = "{\"text\":\"a\"}\n".repeat(10) + "{\"text\":\"cut";
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("Input/output error");
          }
        };
    DataFile file =
        new DataFile() {
          @Override
          public String uri() {
            return "data.jsonl";
          }

          @Override
          public long size() {
            return 1000;
          }

          @Override
          public InputStream open() {
            return new SequenceInputStream(
                new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), broken);
          }
        };

    Reading reading = Reading.of(file, ReadOptions.defaults());

    assertThat(reading.records()).hasSize(10);
    assertThat(reading.onlyUnscanned().message())
        .isEqualTo("The file could not be read: Input/output error. 10 records were read before.");
  }
}
