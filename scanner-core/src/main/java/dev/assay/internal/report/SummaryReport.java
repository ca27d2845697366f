package dev.assay.internal.report;

import dev.assay.estimate.Census;
import dev.assay.estimate.Contamination;
import dev.assay.estimate.CountLimit;
import dev.assay.estimate.CountReached;
import dev.assay.estimate.FamilyCounts;
import dev.assay.estimate.GateResult;
import dev.assay.estimate.PartResult;
import dev.assay.record.Unscanned;
import dev.assay.report.ScanSummary;
import dev.assay.rule.Family;
import dev.assay.verdict.RecordVerdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The scan as a whole, for programs: one JSON object whose schema is stable and versioned ({@code
 * docs/reference/summary.schema.json}).
 */
public final class SummaryReport extends FileReport {
  /**
   * Raised in its first part when a field goes or changes its meaning, in its second when one
   * comes.
   */
  static final String SCHEMA_VERSION = "1.1";

  private static final int LISTED = 100;

  private final UnscannedSample unscanned = new UnscannedSample(LISTED);

  /**
   * @throws IOException if the file cannot be written
   */
  public SummaryReport(Path target) throws IOException {
    super(target);
  }

  @Override
  String kind() {
    return "summary";
  }

  @Override
  public boolean wantsEveryRecord() {
    return false;
  }

  @Override
  public void record(RecordVerdict record) {}

  @Override
  public void unscanned(Unscanned what) {
    unscanned.add(what);
  }

  @Override
  void complete(ScanSummary summary, Map<Long, RecordVerdict> revised) throws IOException {
    try (Json json = Json.pretty(file().out())) {
      json.open();
      json.put("schemaVersion", SCHEMA_VERSION);
      json.open("tool").put("name", "Assay").put("version", summary.toolVersion()).end();
      json.put("exitCode", summary.exitCode());
      json.put("complete", summary.complete());
      counts(json, summary);
      contamination(json, summary.contamination());
      gate(json, summary.gate());
      SummaryTriage.write(json, summary.triage());
      families(json, summary.census());
      TriggerText.json(json, summary.triggers());
      AlikeText.json(json, summary);
      ComparisonText.json(json, summary);
      coverage(json, summary);
      files(json, summary);
      rules(json, summary);
      timing(json, summary);
      json.end();
      json.newline();
    }
  }

  private static void counts(Json json, ScanSummary summary) throws IOException {
    Census census = summary.census();
    json.open("records");
    json.put("scanned", census.scanned());
    json.put("clean", census.clean());
    json.put("framed", census.framed());
    json.put("suspect", census.suspect());
    json.put("malformed", census.malformed());
    json.put("skipped", census.skipped());
    ComparisonText.unchanged(json, summary);
    json.end();
    share(json, "suspect", census.suspect(), census.scanned());
    share(json, "framed", census.framed(), census.scanned());
  }

  private static void share(Json json, String name, long count, long of) throws IOException {
    json.open(name);
    json.put("count", count);
    json.putFigure("fraction", of == 0 ? 0 : (double) count / of);
    json.end();
  }

  /** Also a property of the SARIF run. */
  static void contamination(Json json, Contamination contamination) throws IOException {
    json.open("contamination");
    json.putFigure("estimate", contamination.estimate());
    json.putFigure("low", contamination.low());
    json.putFigure("high", contamination.high());
    json.putFigure("confidence", contamination.confidence());
    json.put("method", contamination.method());
    json.putFigure("noiseFloor", contamination.noiseFloor());
    json.putFigure("probabilityAboveThreshold", contamination.probabilityAboveThreshold());
    json.end();
  }

  /** Also a property of the SARIF run. */
  static void gate(Json json, GateResult gate) throws IOException {
    json.open("gate");
    json.putFigure("threshold", gate.threshold());
    json.put("policy", gate.policy().id());
    json.put("decision", gate.decision().name());
    json.put("reasons", gate.reasons());
    json.openList("counts");
    for (CountReached count : gate.counts()) {
      json.open();
      json.put("family", count.family().id());
      json.put("rows", count.rows());
      json.put("warn", count.limit().warn());
      if (count.limit().fail() != CountLimit.NEVER) {
        json.put("fail", count.limit().fail());
      }
      json.put("level", count.fails() ? "fail" : "warn");
      json.end();
    }
    json.endList();
    if (!gate.parts().isEmpty()) {
      parts(json, gate.parts());
    }
    json.end();
  }

  private static void parts(Json json, List<PartResult> parts) throws IOException {
    json.openList("parts");
    for (PartResult part : parts) {
      json.open();
      json.put("kind", part.kind().id());
      json.put("name", part.name());
      json.putFigure("threshold", part.threshold());
      json.put("suspect", part.suspect());
      json.put("records", part.records());
      json.put("decision", part.decision().name());
      json.end();
    }
    json.endList();
  }

  private static void families(Json json, Census census) throws IOException {
    json.open("families");
    for (Family family : Family.values()) {
      FamilyCounts counts = census.family(family);
      json.open(family.id());
      json.put("suspect", counts.suspect());
      json.put("framed", counts.framed());
      if (counts.hinted() > 0) {
        json.put("hinted", counts.hinted());
      }
      json.end();
    }
    json.end();
  }

  private void coverage(Json json, ScanSummary summary) throws IOException {
    json.open("coverage");
    json.putFigure("fraction", Outcome.coverage(summary));
    json.open("unscanned");
    json.put("malformed", summary.census().malformed());
    json.put("skipped", summary.census().skipped());
    json.put("files", summary.unscannedFiles());
    json.put("failures", summary.failures());
    json.end();
    leftOut(json, summary);
    json.end();
    json.open("unscanned");
    json.put("total", unscanned.total());
    json.openList("first");
    for (Unscanned one : unscanned.kept()) {
      json.open();
      json.put("kind", one.kind().name().toLowerCase(Locale.ROOT));
      json.put("source", one.uri());
      json.put("row", one.row());
      json.put("line", one.line());
      json.put("message", Excerpt.of(one.message(), 2 * Excerpt.MAX).plain());
      json.end();
    }
    json.endList().end();
  }

  /** What was never looked at: whoever wrote the dataset may have written its ignore file too. */
  private static void leftOut(Json json, ScanSummary summary) throws IOException {
    json.open("leftOut");
    json.put("ignored", summary.leftOut().size());
    json.put("otherFiles", summary.otherFiles());
    json.put(
        "first",
        summary.leftOut().stream()
            .limit(LISTED)
            .map(name -> Excerpt.of(name, 2 * Excerpt.MAX).plain())
            .toList());
    json.end();
  }

  private static void files(Json json, ScanSummary summary) throws IOException {
    json.openList("files");
    for (ScanSummary.FileSummary file : summary.files()) {
      json.open();
      json.put("uri", file.uri());
      json.put("sha256", file.sha256());
      json.put("format", file.format());
      json.put("schema", file.schema());
      json.put("bytes", file.bytes());
      json.put("records", file.records());
      json.put("suspect", file.suspect());
      json.put("framed", file.framed());
      json.put("malformed", file.malformed());
      json.put("skipped", file.skipped());
      json.end();
    }
    json.endList();
  }

  private static void rules(Json json, ScanSummary summary) throws IOException {
    json.open("rules");
    json.put("version", summary.rulesVersion());
    json.put("count", summary.ruleCount());
    json.end();
    json.open("ruleCounts");
    for (Map.Entry<String, Long> rule : summary.census().rules().entrySet()) {
      json.put(rule.getKey(), rule.getValue());
    }
    json.end();
    json.put("calibration", summary.calibration());
  }

  private static void timing(Json json, ScanSummary summary) throws IOException {
    double seconds = summary.elapsed().toNanos() / 1e9;
    json.open("timing");
    json.put("started", summary.started().toString());
    json.putFigure("seconds", seconds);
    json.putFigure("recordsPerSecond", seconds > 0 ? summary.census().scanned() / seconds : 0);
    json.end();
  }
}
