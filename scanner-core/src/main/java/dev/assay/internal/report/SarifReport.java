package dev.assay.internal.report;

import dev.assay.estimate.Census;
import dev.assay.record.Unscanned;
import dev.assay.report.SarifOptions;
import dev.assay.report.ScanSummary;
import dev.assay.triage.Baseline;
import dev.assay.verdict.RecordVerdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * SARIF 2.1.0 within the limits of GitHub's code scanning.
 *
 * <p>The worst findings are kept while the scan runs and written at its end. Sources: OASIS SARIF
 * 2.1.0; GitHub, SARIF support for code scanning.
 */
public final class SarifReport extends FileReport {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private final SarifOptions options;
  private final KeptFindings kept;
  private final UnscannedSample unscanned = new UnscannedSample(SarifNotices.MAX_LISTED);

  /**
   * @throws IOException if the file cannot be written
   */
  public SarifReport(Path target, SarifOptions options) throws IOException {
    super(target);
    this.options = options;
    // One place is for the gate's own result.
    this.kept = new KeptFindings(options.maxResults() - 1);
  }

  @Override
  String kind() {
    return "SARIF";
  }

  @Override
  public boolean wantsEveryRecord() {
    return false;
  }

  @Override
  public void known(Baseline baseline) {
    kept.known(baseline);
  }

  @Override
  public void record(RecordVerdict record) {
    kept.offer(record);
  }

  @Override
  public void unscanned(Unscanned what) {
    unscanned.add(what);
  }

  @Override
  void complete(ScanSummary summary, Map<Long, RecordVerdict> revised) throws IOException {
    kept.revise(revised);
    SarifTriage triage = new SarifTriage(summary.triage(), options.profile());
    List<KeptFinding> findings = triage.shown(kept.newFirst());
    SarifTool tool = new SarifTool(findings);
    SarifPlaces places = new SarifPlaces(summary.files(), findings);
    try (GzipMeter meter = new GzipMeter(file().out());
        Json json = Json.pretty(meter)) {
      json.open().put("$schema", SCHEMA).put("version", "2.1.0").openList("runs").open();
      tool.write(json, summary);
      json.open("automationDetails").put("id", automation()).end();
      json.put("columnKind", "utf16CodeUnits");
      SarifPlaces.roots(json);
      places.artifacts(json);
      tool.taxonomies().write(json);
      SarifResults results = new SarifResults(json, tool, places, triage, automation());
      int written = results.write(summary, findings, meter);
      long leftOut = kept.passedOver() + findings.size() - written;
      new SarifNotices(json, places).write(summary, unscanned, written, leftOut);
      properties(json, summary, leftOut);
      json.end().endList().end().newline();
    }
  }

  private static void properties(Json json, ScanSummary summary, long leftOut) throws IOException {
    Census census = summary.census();
    json.open("properties");
    json.open("records");
    json.put("scanned", census.scanned()).put("clean", census.clean());
    json.put("framed", census.framed()).put("suspect", census.suspect());
    json.put("malformed", census.malformed()).put("skipped", census.skipped());
    ComparisonText.unchanged(json, summary);
    json.end();
    ComparisonText.json(json, summary);
    json.putFigure("coverage", Outcome.coverage(summary));
    SummaryReport.contamination(json, summary.contamination());
    SummaryReport.gate(json, summary.gate());
    SummaryTriage.write(json, summary.triage());
    json.put("rulesVersion", summary.rulesVersion());
    json.put("calibration", summary.calibration());
    json.put("resultsLeftOut", leftOut);
    json.end();
  }

  /** All before the last slash is the category that GitHub tells uploads apart by. */
  private String automation() {
    StringBuilder id = new StringBuilder("assay/");
    for (char c : options.category().toLowerCase(Locale.ROOT).toCharArray()) {
      boolean kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "._-/".indexOf(c) >= 0;
      id.append(kept ? c : '-');
    }
    return id.append('/').toString();
  }
}
