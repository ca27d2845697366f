package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample documents of the guide. */
class ScanDocumentsTest {
  private static final Path DOCUMENTS = Path.of("..", "fixtures", "documents");

  @TempDir Path work;

  @Test
  void aFolderOfDocumentsIsScannedOnlyIfAsked() throws IOException {
    Launch left = Launch.of("scan", DOCUMENTS.toString());
    assertThat(left.exitCode()).isEqualTo(3);
    assertThat(left.out()).contains("4 without a dataset's name", "--documents");

    Path report = work.resolve("records.jsonl");
    Launch all =
        Launch.of("scan", DOCUMENTS.toString(), "--documents", "--records", report.toString());

    assertThat(all.exitCode()).isEqualTo(3);
    assertThat(all.out())
        .contains("handbook.pdf:2:104 (page 2)", "analysis.ipynb:39:14", "server.py:11:5")
        .contains("Not scanned");
    // where a line ends depends on how long the path before it is
    assertThat(all.out()).containsPattern("page\\s+3,\\s+which").contains("OCR");
    List<JsonNode> records = Dataset.records(report);
    assertThat(records).hasSize(8);
    assertThat(records.stream().filter(one -> one.get("verdict").asText().equals("suspect")))
        .hasSize(3);
  }

  @Test
  void theReadmeBesideADatasetIsNotScanned() throws IOException {
    Files.writeString(work.resolve("README.md"), "# About\n\nThis set is about words.\n");
    Files.writeString(work.resolve("train.jsonl"), "{\"text\": \"Words.\"}\n");

    Launch launch = Launch.of("scan", work.toString());

    assertThat(launch.exitCode()).as(launch.out()).isZero();
    assertThat(launch.out()).contains("1 without a dataset's name");
    Launch named = Launch.of("scan", work.resolve("README.md").toString());
    assertThat(named.exitCode()).as(named.out()).isZero();
  }

  @Test
  void aLimitThatIsNoNumberIsWrongUsage() {
    Launch launch =
        Launch.of(
            "scan", DOCUMENTS.toString(), "--documents", "--source-option", "documents.heap-mb=x");

    assertThat(launch.exitCode()).isEqualTo(2);
    assertThat(launch.err()).contains("documents.heap-mb must be a whole number");
  }
}
