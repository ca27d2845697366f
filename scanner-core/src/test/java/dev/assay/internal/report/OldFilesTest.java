package dev.assay.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Baselines;
import dev.assay.internal.triage.BaselineFile;
import dev.assay.internal.triage.SuppressionFile;
import dev.assay.triage.Baseline;
import dev.assay.triage.Suppression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Files that an earlier Assay wrote are still read, and still fit today's schemas. They are never
 * regenerated: a new version of a format brings a file of its own.
 */
class OldFilesTest {
  private static final Path OLD =
      Path.of("src/test/resources/dev/assay/internal/report/old").toAbsolutePath();

  @Test
  void theFirstBaselineLoads() throws Exception {
    Baseline baseline = Baselines.read(OLD.resolve("baseline-1.jsonl"));

    assertThat(baseline.entries()).hasSize(3);
    assertThat(baseline.size()).isEqualTo(4);
    assertThat(BaselineFile.text(baseline))
        .as("and is written as it was")
        .isEqualTo(Files.readString(OLD.resolve("baseline-1.jsonl")));
  }

  @Test
  void everyLineOfABaselineFitsItsSchema() throws IOException {
    for (String line : Files.readAllLines(OLD.resolve("baseline-1.jsonl"))) {
      assertThat(Schemas.violations(Schemas.BASELINE, line)).as(line).isEmpty();
      assertThat(
              Schemas.violations(
                  Schemas.BASELINE,
                  line.replace("version\":1", "version\":9").replace("count\":", "n\":")))
          .isNotEmpty();
    }
  }

  @Test
  void theFirstSuppressionsLoad() throws IOException {
    List<Suppression> suppressions =
        SuppressionFile.read(OLD.resolve("suppressions-1.yaml"), Set.of("py-sql-injection"));

    assertThat(suppressions).hasSize(2);
    assertThat(suppressions.get(1).max()).isEqualTo(12);
  }

  @Test
  void theFirstReportsFitTodaysSchemas() throws IOException {
    String summary = Files.readString(OLD.resolve("summary-1.0.json"));
    assertThat(Schemas.violations(Schemas.SUMMARY, summary)).isEmpty();
    for (String line : Files.readAllLines(OLD.resolve("records-1.jsonl"))) {
      assertThat(Schemas.violations(Schemas.RECORDS, line)).isEmpty();
    }
  }
}
