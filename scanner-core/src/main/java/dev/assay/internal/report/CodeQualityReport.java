package dev.assay.internal.report;

import dev.assay.report.SarifOptions.Profile;
import dev.assay.report.ScanSummary;
import dev.assay.rule.Severity;
import dev.assay.triage.Baseline;
import dev.assay.verdict.RecordVerdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * GitLab's Code Quality report: a JSON list of findings, the worst ones, without those that are
 * suppressed or asked for by a lesson, for which GitLab has no word. Source: GitLab documentation,
 * Code Quality report format.
 */
public final class CodeQualityReport extends FileReport {
  /** More slow a merge request's page down. */
  static final int MAX = 5_000;

  private final KeptFindings kept = new KeptFindings(MAX);

  /**
   * @throws IOException if the file cannot be written
   */
  public CodeQualityReport(Path target) throws IOException {
    super(target);
  }

  @Override
  String kind() {
    return "Code Quality";
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
  void complete(ScanSummary summary, Map<Long, RecordVerdict> revised) throws IOException {
    kept.revise(revised);
    List<KeptFinding> findings =
        new SarifTriage(summary.triage(), Profile.GITHUB).shown(kept.newFirst());
    Fingerprints fingerprints = new Fingerprints(findings);
    try (Json json = Json.pretty(file().out())) {
      json.openList();
      for (KeptFinding finding : findings) {
        if (!finding.framed()) {
          finding(json, finding, fingerprints);
        }
      }
      json.endList().newline();
    }
  }

  private static void finding(Json json, KeptFinding finding, Fingerprints fingerprints)
      throws IOException {
    json.open();
    json.put("description", Wording.plain(finding));
    json.put("check_name", finding.rule().id());
    json.put("fingerprint", fingerprints.alert(finding));
    json.put("severity", severity(finding));
    json.open("location").put("path", finding.uri());
    json.open("lines").put("begin", Math.max(1, finding.region().startLine())).end();
    json.end().end();
  }

  private static String severity(KeptFinding finding) {
    if (!finding.counted()) {
      return "info";
    }
    return finding.rule().severity() == Severity.HIGH ? "critical" : "major";
  }
}
