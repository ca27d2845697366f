package dev.assay.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.Reports;
import dev.assay.report.ReportWriter;
import dev.assay.report.ScanSummary;
import dev.assay.rule.Confidence;
import dev.assay.rule.Family;
import dev.assay.rule.Rule;
import dev.assay.rule.Severity;
import dev.assay.verdict.Finding;
import dev.assay.verdict.Framing;
import dev.assay.verdict.RecordVerdict;
import dev.assay.verdict.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What GitHub refuses or cuts, which no schema checks. Source: GitHub, SARIF support for code
 * scanning, as read in November 2026.
 */
class GithubLimitsTest {
  private static final int RECORDS = 30_000;

  @TempDir static Path folder;
  private static Path file;
  private static JsonNode run;

  @BeforeAll
  static void writeALargeReport() throws IOException {
    file = folder.resolve("large.sarif");
    try (ReportWriter writer = Reports.sarif(file)) {
      Random random = new Random(7);
      List<Rule> rules = rules();
      for (int row = 1; row <= RECORDS; row++) {
        writer.record(record(row, rules.get(row % rules.size()), random));
      }
      writer.finish(summary(), Map.of());
    }
    run = ReportFiles.parse(Files.readString(file)).at("/runs/0");
  }

  @Test
  void theReportIsWithinEveryLimit() throws IOException {
    assertThat(gzipped()).isLessThan(10_000_000);
    assertThat(run.get("results").size()).isBetween(5_000, 25_000);
    assertThat(run.at("/tool/driver/rules").size()).isLessThanOrEqualTo(25_000);
    assertThat(run.at("/automationDetails/id").textValue()).matches("assay/.*/");
    for (JsonNode rule : run.at("/tool/driver/rules")) {
      rule(rule);
    }
    for (JsonNode result : run.get("results")) {
      result(result);
    }
    for (JsonNode artifact : run.get("artifacts")) {
      relative(artifact.get("location"));
    }
  }

  @Test
  void whatIsLeftOutIsTheMildestAndSaid() {
    int listed = run.get("results").size() - 1;
    long leftOut = run.at("/properties/resultsLeftOut").longValue();

    assertThat(listed + leftOut).isEqualTo(RECORDS);
    assertThat(run.at("/invocations/0/toolExecutionNotifications").toString())
        .contains("leaves out " + Numbers.count(leftOut) + " more findings")
        .contains("leaves out 500 more files");
    List<Integer> ranks = new ArrayList<>();
    run.get("results").forEach(result -> ranks.add(result.get("rank").intValue()));
    assertThat(ranks).isSortedAccordingTo((a, b) -> b - a);
  }

  @Test
  void everyAlertHasAFingerprintOfItsOwn() {
    List<String> prints = new ArrayList<>();
    run.get("results")
        .forEach(r -> prints.add(r.at("/partialFingerprints/primaryLocationLineHash").textValue()));

    assertThat(prints).doesNotHaveDuplicates().allMatch(p -> p.matches("[0-9a-f]{16}:[0-9]+"));
  }

  private static void rule(JsonNode rule) {
    assertThat(rule.get("name").textValue()).hasSizeLessThanOrEqualTo(255);
    assertThat(rule.at("/shortDescription/text").textValue()).hasSizeBetween(1, 1024);
    assertThat(rule.at("/fullDescription/text").textValue()).hasSizeBetween(1, 1024);
    assertThat(rule.at("/help/text").textValue()).isNotEmpty();
    assertThat(rule.at("/properties/tags").size()).isLessThanOrEqualTo(10);
    assertThat(rule.at("/properties/precision").textValue()).isIn("high", "medium", "low");
    assertThat(rule.at("/defaultConfiguration/level").textValue()).isIn("note", "warning", "error");
    if (rule.at("/properties").has("security-severity")) {
      double severity = Double.parseDouble(rule.at("/properties/security-severity").textValue());
      assertThat(severity).isBetween(0.1, 9.0);
    }
  }

  private static void result(JsonNode result) {
    assertThat(result.at("/message/text").textValue()).isNotEmpty().hasSizeLessThan(500);
    assertThat(result.at("/message").has("id")).isFalse();
    assertThat(result.get("locations")).hasSize(1);
    relative(result.at("/locations/0/physicalLocation/artifactLocation"));
    JsonNode region = result.at("/locations/0/physicalLocation/region");
    assertThat(region.get("startLine").isInt()).isTrue();
    assertThat(region.get("startLine").intValue()).isPositive();
    assertThat(region.path("endColumn").asLong(1)).isPositive();
    JsonNode steps = result.at("/codeFlows/0/threadFlows/0/locations");
    assertThat(steps.size()).isLessThanOrEqualTo(1000);
  }

  private static void relative(JsonNode artifactLocation) {
    URI uri = URI.create(artifactLocation.get("uri").textValue());
    assertThat(uri.isAbsolute()).isFalse();
    assertThat(uri.getPath()).doesNotStartWith("/");
  }

  private static List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    String[] cwes = new String[30];
    for (int i = 0; i < cwes.length; i++) {
      cwes[i] = "CWE-" + (i + 1);
    }
    for (int i = 0; i < 300; i++) {
      Severity severity = Severity.values()[i % 4];
      Rule rule =
          Samples.rule(
              "rule-" + i,
              Family.values()[i % 8],
              severity,
              Confidence.values()[i % 3],
              "This is number " + i + " ({evidence}).",
              "Change it.",
              cwes);
      rules.add(
          new Rule(
              rule.id(),
              rule.family(),
              rule.severity(),
              rule.confidence(),
              rule.scope(),
              null,
              rule.verification(),
              rule.message(),
              "Why, at length. ".repeat(200),
              rule.fix(),
              rule.references(),
              List.of("old-rule-" + i)));
    }
    return rules;
  }

  /** Evidence that no compression makes small, and a flow of two thousand steps now and then. */
  private static RecordVerdict record(int row, Rule rule, Random random) {
    StringBuilder evidence = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      evidence.appendCodePoint(0x4E00 + random.nextInt(0x5000));
    }
    Finding plain = Samples.finding(rule, row, evidence.toString(), rule.counts());
    List<Finding.Step> flow = new ArrayList<>();
    for (int i = 0; row % 1000 == 0 && i < 2000; i++) {
      flow.add(new Finding.Step(plain.region(), "passed on"));
    }
    Finding finding =
        new Finding(rule, plain.region(), plain.field(), plain.evidence(), rule.counts(), flow);
    RecordVerdict record =
        Samples.record(
            row, rule.counts() ? Verdict.SUSPECT : Verdict.CLEAN, Framing.Kind.NONE, finding);
    return new RecordVerdict(
        record.ordinal(),
        "data/part " + row % 1500 + ".jsonl",
        record.row(),
        record.line(),
        record.region(),
        record.hash(),
        record.verdict(),
        record.framing(),
        record.probability(),
        record.findings());
  }

  private static ScanSummary summary() {
    List<ScanSummary.FileSummary> files = new ArrayList<>();
    for (int i = 0; i < 1500; i++) {
      String name = "data/part " + i + ".jsonl";
      files.add(
          new ScanSummary.FileSummary(
              name, "jsonl", "messages", Samples.hash(name), 100, 20, 10, 0, 0, 0));
    }
    ScanSummary s = Samples.failed().summary();
    return new ScanSummary(
        s.toolVersion(),
        s.rulesVersion(),
        s.ruleCount(),
        s.calibration(),
        s.census(),
        s.contamination(),
        s.gate(),
        null,
        List.of(),
        files,
        List.of(),
        0,
        0,
        0,
        true,
        1,
        null,
        s.started(),
        s.elapsed(),
        List.of());
  }

  private static long gzipped() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      Files.copy(file, gzip);
    }
    return bytes.size();
  }
}
