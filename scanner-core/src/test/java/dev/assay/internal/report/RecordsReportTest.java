package dev.assay.internal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.Reports;
import dev.assay.report.ReportWriter;
import dev.assay.verdict.Framing;
import dev.assay.verdict.RecordVerdict;
import dev.assay.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordsReportTest {
  @TempDir Path folder;

  static Stream<Samples.Scan> scans() {
    return ReportFiles.scans();
  }

  @ParameterizedTest
  @MethodSource("scans")
  void everyJudgedRecordHasALineOfTheSchemaInInputOrder(Samples.Scan scan) throws IOException {
    List<String> lines = write(scan, Map.of());

    assertThat(lines).hasSameSizeAs(scan.records());
    for (int i = 0; i < lines.size(); i++) {
      JsonNode line = ReportFiles.parse(lines.get(i));
      assertThat(Schemas.violations(Schemas.RECORDS, lines.get(i))).isEmpty();
      assertThat(line.get("row").longValue()).isEqualTo(scan.records().get(i).row());
      assertThat(line.get("verdict").textValue()).isEqualTo(scan.records().get(i).verdict().id());
    }
  }

  @Test
  void familiesAndRulesAreSortedAndNotesAreRulesAlone() throws IOException {
    RecordVerdict record =
        Samples.record(
            1,
            Verdict.SUSPECT,
            Framing.Kind.NONE,
            Samples.finding(Samples.SECRET, 1, "AKIAEXAMPLEEXAMPLE42", true),
            Samples.finding(Samples.SQL, 1, "x", true),
            Samples.finding(Samples.SQL, 1, "y", true));
    RecordVerdict noted = Samples.noted(2, Samples.DEBUG, "x");

    List<String> lines = write(with(List.of(record, noted)), Map.of());

    assertThat(lines.get(0))
        .endsWith(
            "\"families\":[\"insecure-code\",\"secret\"],"
                + "\"rules\":[\"py-sql-injection\",\"secret-cloud-key\"]}");
    assertThat(lines.get(1)).endsWith("\"families\":[],\"rules\":[\"py-debug-server\"]}");
  }

  @Test
  void revisedRecordsAreReplacedInTheirPlace() throws IOException {
    List<RecordVerdict> records =
        List.of(
            Samples.clean(1),
            Samples.framed(2, Samples.SQL, "x"),
            Samples.clean(3),
            Samples.framed(4, Samples.SQL, "x"),
            Samples.clean(5));
    Map<Long, RecordVerdict> revised =
        Map.of(
            3L, Samples.suspect(4, Samples.SQL, "x"),
            0L, Samples.suspect(1, Samples.PERSONA, "x"));

    List<String> before = write(with(records), Map.of());
    List<String> after = write(with(records), revised);

    assertThat(after).hasSize(5);
    assertThat(after.get(0)).contains("\"verdict\":\"suspect\"", "persona-no-rules");
    assertThat(after.get(3)).contains("\"verdict\":\"suspect\"");
    assertThat(List.of(after.get(1), after.get(2), after.get(4)))
        .isEqualTo(List.of(before.get(1), before.get(2), before.get(4)));
    assertThat(ReportFiles.in(folder)).hasSize(1);
  }

  @Test
  void aRevisedRecordThatWasNeverReportedIsAnError() {
    Map<Long, RecordVerdict> revised = Map.of(7L, Samples.suspect(8, Samples.SQL, "x"));

    assertThatThrownBy(() -> write(with(List.of(Samples.clean(1))), revised))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void manyRecordsAreRewrittenWithoutHoldingThem() throws IOException {
    Path file = folder.resolve("report");
    try (ReportWriter writer = Reports.records(file)) {
      for (int row = 1; row <= 200_000; row++) {
        writer.record(Samples.record(row, Verdict.CLEAN, Framing.Kind.NONE));
      }
      writer.finish(
          Samples.empty().summary(), Map.of(199_999L, Samples.suspect(200_000, Samples.SQL, "x")));
    }

    try (Stream<String> lines = java.nio.file.Files.lines(file)) {
      assertThat(lines.filter(line -> line.contains("suspect")).toList())
          .singleElement()
          .asString()
          .contains("\"row\":200000,");
    }
  }

  private List<String> write(Samples.Scan scan, Map<Long, RecordVerdict> revised)
      throws IOException {
    String report = ReportFiles.write(folder, Reports::records, scan, revised);
    assertThat(report.isEmpty() || report.endsWith("}\n")).isTrue();
    return report.lines().toList();
  }

  private static Samples.Scan with(List<RecordVerdict> records) {
    return new Samples.Scan(records, List.of(), Samples.empty().summary());
  }
}
