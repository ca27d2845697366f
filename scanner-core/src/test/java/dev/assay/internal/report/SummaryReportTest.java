package dev.assay.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.Reports;
import dev.assay.record.Unscanned;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SummaryReportTest {
  @TempDir Path folder;

  static Stream<Samples.Scan> scans() {
    return ReportFiles.scans();
  }

  @ParameterizedTest
  @MethodSource("scans")
  void keepsToItsSchema(Samples.Scan scan) throws IOException {
    String json = ReportFiles.write(folder, Reports::json, scan);

    assertThat(Schemas.violations(Schemas.SUMMARY, json)).isEmpty();
  }

  @Test
  void theSchemaNoticesWhatIsMissing() throws IOException {
    String json = ReportFiles.write(folder, Reports::json, Samples.one());

    assertThat(Schemas.violations(Schemas.SUMMARY, json.replace("\"estimate\"", "\"guess\"")))
        .isNotEmpty();
  }

  @Test
  void countsEverythingThatWasNotScannedAndListsTheGravestFirst() throws IOException {
    List<Unscanned> unscanned = new ArrayList<>();
    for (int row = 1; row <= 5000; row++) {
      unscanned.add(new Unscanned(Unscanned.Kind.MALFORMED, Samples.FILE, row, row, "Not JSON."));
    }
    unscanned.add(new Unscanned(Unscanned.Kind.FILE, "gone.jsonl", 0, 0, "It vanished."));
    Samples.Scan scan = new Samples.Scan(List.of(), unscanned, Samples.incomplete().summary());

    JsonNode json = ReportFiles.parse(ReportFiles.write(folder, Reports::json, scan));

    assertThat(json.at("/unscanned/total").longValue()).isEqualTo(5001);
    assertThat(json.at("/unscanned/first")).hasSize(100);
    assertThat(json.at("/unscanned/first/0/source").textValue()).isEqualTo("gone.jsonl");
    assertThat(json.at("/unscanned/first/1/row").longValue()).isEqualTo(1);
    assertThat(json.at("/coverage/fraction").doubleValue()).isLessThan(1);
    assertThat(json.at("/exitCode").intValue()).isEqualTo(3);
  }
}
