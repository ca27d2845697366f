package dev.assay.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.Reports;
import dev.assay.report.SarifOptions;
import dev.assay.verdict.Finding;
import dev.assay.verdict.Framing;
import dev.assay.verdict.RecordVerdict;
import dev.assay.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SarifReportTest {
  @TempDir Path folder;

  static Stream<Samples.Scan> scans() {
    return ReportFiles.scans();
  }

  @ParameterizedTest
  @MethodSource("scans")
  void keepsToTheSchemaOfTheStandard(Samples.Scan scan) throws IOException {
    String sarif = ReportFiles.write(folder, Reports::sarif, scan);

    assertThat(Schemas.violations(Schemas.SARIF, sarif)).isEmpty();
  }

  @Test
  void theSchemaNoticesWhatIsWrong() throws IOException {
    String sarif = ReportFiles.write(folder, Reports::sarif, Samples.one());

    assertThat(Schemas.violations(Schemas.SARIF, sarif.replace("\"error\"", "\"bad\"")))
        .isNotEmpty();
  }

  @Test
  void aRowInsertedAtTheTopChangesNoOtherAlert() throws IOException {
    List<RecordVerdict> rows = new ArrayList<>();
    for (int row = 2; row <= 9; row++) {
      rows.add(Samples.suspect(row, Samples.SQL, "execute(q + x)"));
    }
    Map<String, String> before = alerts(run(rows));

    List<RecordVerdict> moved = new ArrayList<>();
    moved.add(Samples.suspect(1, Samples.SQL, "execute(q + x)"));
    rows.forEach(row -> moved.add(shifted(row)));
    Map<String, String> after = alerts(run(moved));

    assertThat(before).hasSize(8);
    assertThat(after).hasSize(9).containsAllEntriesOf(before);
  }

  @Test
  void equalFindingsInEqualRecordsAreNumbered() throws IOException {
    RecordVerdict first = Samples.suspect(1, Samples.SQL, "execute(q + x)");
    RecordVerdict twin = shifted(first);

    List<String> prints = new ArrayList<>();
    results(run(List.of(first, twin)))
        .forEach(r -> prints.add(r.at("/partialFingerprints/primaryLocationLineHash").textValue()));

    assertThat(prints).hasSize(2);
    assertThat(prints.get(0)).matches("[0-9a-f]{16}:1");
    assertThat(prints.get(1)).isEqualTo(prints.get(0).replace(":1", ":2"));
  }

  @Test
  void whatCountsFailsWhatALessonAsksForIsUpForReviewAndTheRestAreNotes() throws IOException {
    List<JsonNode> results =
        results(
            run(
                List.of(
                    Samples.suspect(1, Samples.SQL, "a"),
                    Samples.suspect(2, Samples.HASH, "b"),
                    Samples.framed(3, Samples.SQL, "c"),
                    Samples.noted(4, Samples.DEBUG, "d"))));

    assertThat(results)
        .extracting(r -> r.path("kind").asText("fail") + " " + r.get("level").textValue())
        .containsExactly("fail error", "fail warning", "review none", "fail note");
  }

  @ParameterizedTest
  @CsvSource({"PASS, note", "FAIL, error", "INCONCLUSIVE, warning", "INCOMPLETE, error"})
  void oneResultCarriesTheGatesVerdict(String word, String level) throws IOException {
    Samples.Scan scan =
        switch (word) {
          case "PASS" -> Samples.one();
          case "FAIL" -> Samples.failed();
          case "INCONCLUSIVE" -> Samples.inconclusive();
          default -> Samples.incomplete();
        };

    JsonNode gate = run(scan).at("/results/0");

    assertThat(gate.get("ruleId").textValue()).isEqualTo("assay-gate");
    assertThat(gate.get("level").textValue()).isEqualTo(level);
    assertThat(gate.at("/message/text").textValue()).startsWith(word + ": ");
  }

  @Test
  void whatWasNotScannedIsNeverTakenForSuccess() throws IOException {
    JsonNode invocation = run(Samples.incomplete()).at("/invocations/0");

    assertThat(invocation.get("executionSuccessful").booleanValue()).isFalse();
    assertThat(invocation.get("exitCode").intValue()).isEqualTo(3);
    assertThat(invocation.get("toolExecutionNotifications")).hasSize(11);
    assertThat(invocation.at("/toolExecutionNotifications/0/level").textValue()).isEqualTo("error");
  }

  @Test
  void theFlowOfAValueIsACodeFlow() throws IOException {
    JsonNode flow = run(Samples.one()).at("/results/1/codeFlows/0/threadFlows/0/locations");

    assertThat(flow).hasSize(2);
    assertThat(flow.at("/0/location/message/text").textValue()).isEqualTo("comes in.");
    assertThat(flow.at("/1/location/physicalLocation/region/startColumn").intValue()).isEqualTo(30);
  }

  @Test
  void rulesPointToTheCataloguesThatTheRunHolds() throws IOException {
    JsonNode run = run(Samples.failed());

    for (JsonNode rule : run.at("/tool/driver/rules")) {
      for (JsonNode relationship : rule.path("relationships")) {
        JsonNode target = relationship.get("target");
        JsonNode taxonomy = run.get("taxonomies").get(target.at("/toolComponent/index").intValue());
        assertThat(taxonomy.get("name")).isEqualTo(target.at("/toolComponent/name"));
        assertThat(taxonomy.get("taxa").get(target.get("index").intValue()).get("id"))
            .isEqualTo(target.get("id"));
      }
    }
    assertThat(run.at("/tool/driver/rules/4/properties/tags").toString())
        .contains("external/cwe/cwe-328");
  }

  @Test
  void revisedVerdictsAreReported() throws IOException {
    Samples.Scan scan = scan(List.of(Samples.framed(1, Samples.SQL, "x")));
    String sarif =
        ReportFiles.write(
            folder, Reports::sarif, scan, Map.of(0L, Samples.suspect(1, Samples.SQL, "x")));

    assertThat(results(ReportFiles.parse(sarif).at("/runs/0")))
        .singleElement()
        .extracting(r -> r.get("level").textValue())
        .isEqualTo("error");
  }

  @Test
  void theWorstStayWhenThereIsNoRoomForAll() throws IOException {
    List<RecordVerdict> records = new ArrayList<>();
    for (int row = 1; row <= 10; row++) {
      records.add(Samples.noted(row, Samples.DEBUG, "x"));
    }
    records.add(Samples.framed(11, Samples.SQL, "x"));
    records.add(Samples.suspect(12, Samples.HASH, "x"));
    records.add(Samples.suspect(13, Samples.SQL, "x"));
    SarifOptions options = new SarifOptions("Set A/é", 5);

    String sarif = ReportFiles.write(folder, file -> Reports.sarif(file, options), scan(records));
    JsonNode run = ReportFiles.parse(sarif).at("/runs/0");

    assertThat(results(run))
        .extracting(r -> r.at("/properties/row").intValue())
        .containsExactly(13, 12, 11, 1);
    assertThat(run.at("/properties/resultsLeftOut").longValue()).isEqualTo(9);
    assertThat(run.at("/invocations/0/toolExecutionNotifications/0/message/text").textValue())
        .contains("lists 4 and leaves out 9 more findings");
    assertThat(run.at("/automationDetails/id").textValue()).isEqualTo("assay/set-a/-/");
  }

  private JsonNode run(List<RecordVerdict> records) throws IOException {
    return run(scan(records));
  }

  private JsonNode run(Samples.Scan scan) throws IOException {
    return ReportFiles.parse(ReportFiles.write(folder, Reports::sarif, scan)).at("/runs/0");
  }

  private static Samples.Scan scan(List<RecordVerdict> records) {
    return new Samples.Scan(records, List.of(), Samples.one().summary());
  }

  /** The same record one row further down. */
  private static RecordVerdict shifted(RecordVerdict r) {
    Finding finding = r.findings().get(0);
    long row = r.row() + 1;
    return new RecordVerdict(
        row - 1,
        r.uri(),
        row,
        row,
        Samples.clean(row).region(),
        r.hash(),
        Verdict.SUSPECT,
        Framing.Kind.NONE,
        r.probability(),
        List.of(Samples.finding(finding.rule(), row, finding.evidence(), true)));
  }

  /** Content of the record by fingerprint; the gate's own result left out. */
  private static Map<String, String> alerts(JsonNode run) {
    Map<String, String> alerts = new LinkedHashMap<>();
    for (JsonNode result : results(run)) {
      alerts.put(
          result.at("/partialFingerprints/primaryLocationLineHash").textValue(),
          result.at("/partialFingerprints/assay~1recordHash~1v1").textValue());
    }
    return alerts;
  }

  private static List<JsonNode> results(JsonNode run) {
    List<JsonNode> results = new ArrayList<>();
    run.get("results").forEach(results::add);
    return results.subList(1, results.size());
  }
}
