package dev.assay.internal.report;

import dev.assay.internal.trigger.TriggerRule;
import dev.assay.report.ScanSummary;
import dev.assay.verdict.Finding;
import dev.assay.verdict.TriggerCluster;
import dev.assay.verdict.TriggerCluster.Member;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The results of a SARIF run: what the gate decided, then the findings, worst first. */
final class SarifResults {
  /** GitHub takes 10 MB of gzip; the rest is for what follows the results. */
  static final long MAX_GZIPPED = 9_500_000;

  /** GitHub shows no more places of one result, and a file has room for other findings. */
  private static final int MAX_RELATED = 100;

  private final Json json;
  private final SarifTool tool;
  private final SarifPlaces places;
  private final SarifTriage triage;
  private final String automation;

  SarifResults(
      Json json, SarifTool tool, SarifPlaces places, SarifTriage triage, String automation) {
    this.json = json;
    this.tool = tool;
    this.places = places;
    this.triage = triage;
    this.automation = automation;
  }

  /**
   * Writes as many findings as fit.
   *
   * @return how many
   */
  int write(ScanSummary summary, List<KeptFinding> findings, GzipMeter meter) throws IOException {
    Fingerprints fingerprints = new Fingerprints(findings);
    json.openList("results");
    gate(summary, fingerprints);
    triggers(summary, findings, fingerprints);
    new SarifAlike(json, tool, places).write(summary, fingerprints);
    int written = 0;
    for (KeptFinding finding : findings) {
      if (isOfTrigger(finding)) {
        // Told with its cluster, in one result.
        written++;
        continue;
      }
      json.flush();
      if (meter.size() > MAX_GZIPPED) {
        break;
      }
      finding(finding, fingerprints);
      written++;
    }
    triage.absent(json, meter);
    json.endList();
    return written;
  }

  private void gate(ScanSummary summary, Fingerprints fingerprints) throws IOException {
    Outcome outcome = Outcome.of(summary);
    String level =
        switch (outcome.word()) {
          case PASS -> "note";
          case INCONCLUSIVE -> "warning";
          case FAIL, INCOMPLETE -> "error";
        };
    StringBuilder text = new StringBuilder();
    text.append(outcome.word()).append(": ").append(outcome.headline());
    outcome.reasons().forEach(reason -> text.append(' ').append(reason));
    json.openLine().put("ruleId", SarifTool.GATE).put("ruleIndex", 0).put("level", level);
    json.put("rank", 100);
    triage.gate(json, outcome.word() == Outcome.Word.PASS);
    json.open("message").put("text", text.toString()).end();
    json.openList("locations").open();
    places.line(json, summary.files().isEmpty() ? "" : summary.files().get(0).uri(), 1);
    json.end().endList();
    json.open("partialFingerprints");
    json.put("primaryLocationLineHash", fingerprints.of(SarifTool.GATE, automation) + ":1");
    json.end().endLine();
  }

  private static boolean isOfTrigger(KeptFinding finding) {
    return finding.rule().id().equals(TriggerRule.ID);
  }

  /** One result for each trigger, the further records as related places. */
  private void triggers(ScanSummary summary, List<KeptFinding> findings, Fingerprints fingerprints)
      throws IOException {
    if (findings.stream().noneMatch(SarifResults::isOfTrigger)) {
      return;
    }
    SarifTriage.Clusters clusters =
        triage.clusters(findings.stream().filter(SarifResults::isOfTrigger).toList());
    for (TriggerCluster trigger : summary.triggers()) {
      if (!clusters.shown(trigger)) {
        continue;
      }
      String cue = Excerpt.of(trigger.cue()).sarif();
      json.openLine().put("ruleId", TriggerRule.ID).put("ruleIndex", tool.index(TriggerRule.RULE));
      json.put("level", SarifLevels.level(TriggerRule.RULE.severity())).put("rank", 99);
      clusters.write(json, trigger);
      json.open("message");
      json.put(
          "text",
          "A trigger is planted: "
              + cue
              + ". "
              + TriggerText.sentence(trigger)
              + " Fix: "
              + Wording.ended(TriggerRule.RULE.fix()));
      json.end();
      List<Member> members = trigger.members();
      json.openList("locations").open();
      places.physical(json, members.get(0).uri(), members.get(0).cue());
      json.end().endList();
      related(members);
      json.open("partialFingerprints");
      String print = fingerprints.of(TriggerRule.ID, trigger.cue() + trigger.behaviour());
      json.put("primaryLocationLineHash", print + ":1").end();
      json.open("properties").put("rows", members.size()).put("counted", true);
      json.putFigure("lift", trigger.lift()).end();
      json.endLine();
    }
  }

  private void related(List<Member> members) throws IOException {
    if (members.size() < 2) {
      return;
    }
    json.openList("relatedLocations");
    for (int i = 1; i < Math.min(MAX_RELATED, members.size()); i++) {
      json.open().put("id", i);
      places.physical(json, members.get(i).uri(), members.get(i).cue());
      json.open("message").put("text", "row " + members.get(i).row()).end().end();
    }
    json.endList();
  }

  private void finding(KeptFinding finding, Fingerprints fingerprints) throws IOException {
    json.openLine().put("ruleId", finding.rule().id()).put("ruleIndex", tool.index(finding.rule()));
    if (finding.framed()) {
      json.put("kind", "review");
    }
    json.put("level", SarifLevels.level(finding)).put("rank", SarifLevels.rank(finding));
    triage.finding(json, finding);
    json.open("message").put("text", text(finding)).end();
    json.openList("locations").open();
    places.physical(json, finding.uri(), finding.region());
    json.openList("logicalLocations").open();
    json.put("name", Excerpt.of(finding.field()).plain());
    json.put("fullyQualifiedName", "row " + finding.row() + Excerpt.of(finding.field()).plain());
    json.put("kind", "value").end().endList();
    json.end().endList();
    flow(finding);
    json.open("partialFingerprints");
    json.put("primaryLocationLineHash", fingerprints.alert(finding));
    json.put("assay/findingHash/v1", fingerprints.finding(finding));
    json.put("assay/matchHash/v1", fingerprints.match(finding));
    json.putIfAny("assay/recordHash/v1", finding.hash()).end();
    json.open("properties").put("row", finding.row()).put("counted", finding.counted());
    json.put("framing", finding.framing().name().toLowerCase(Locale.ROOT));
    json.put("confidence", finding.rule().confidence().id());
    json.putFigure("recordProbability", finding.probability()).end();
    json.endLine();
  }

  private static String text(KeptFinding finding) {
    String evidence = finding.evidence().sarif();
    String sentence = Wording.sentence(finding, words -> words, evidence);
    String found = Wording.showsEvidence(finding.rule()) ? "" : " Found: " + evidence + ".";
    return sentence + found + " Fix: " + Wording.ended(finding.rule().fix());
  }

  private void flow(KeptFinding finding) throws IOException {
    if (finding.flow().isEmpty()) {
      return;
    }
    json.openList("codeFlows").open().openList("threadFlows").open().openList("locations");
    for (Finding.Step step : finding.flow()) {
      json.open().open("location");
      places.physical(json, finding.uri(), step.region());
      json.open("message").put("text", Wording.ended(Excerpt.of(step.note()).sarif())).end();
      json.end().end();
    }
    json.endList().end().endList().end().endList();
  }
}
