package dev.assay.internal.report;

import dev.assay.internal.report.ConsoleText.Tone;
import dev.assay.internal.report.Outcome.Word;
import dev.assay.record.Unscanned;
import dev.assay.report.ConsoleStyle;
import dev.assay.report.ReportWriter;
import dev.assay.report.ScanSummary;
import dev.assay.verdict.RecordCluster;
import dev.assay.verdict.RecordVerdict;
import dev.assay.verdict.TriggerCluster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a person understands at a glance: the verdict in words, the counts, the estimate against the
 * limit, the worst findings, what was not scanned, where the reports are, and what to do next.
 */
public final class ConsoleSummary implements ReportWriter {
  private static final int FINDINGS = 5;
  private static final int UNSCANNED = 5;
  private static final int LABEL = 12;
  private static final int BODY = 3;

  private final Appendable out;
  private final ConsoleStyle style;
  private final List<ReportWriter> alongside;
  private final FindingSample sample = new FindingSample(FINDINGS);
  private final UnscannedSample unscanned = new UnscannedSample(UNSCANNED);

  /**
   * @param out gets everything at the end, in one piece
   * @param alongside writers that are finished before this one; those that wrote a file are named
   */
  public ConsoleSummary(Appendable out, ConsoleStyle style, List<ReportWriter> alongside) {
    this.out = out;
    this.style = style;
    this.alongside = List.copyOf(alongside);
  }

  @Override
  public boolean wantsEveryRecord() {
    return false;
  }

  @Override
  public void record(RecordVerdict record) {
    sample.offer(record);
  }

  @Override
  public void unscanned(Unscanned what) {
    unscanned.add(what);
  }

  @Override
  public void finish(ScanSummary summary, Map<Long, RecordVerdict> revised) throws IOException {
    sample.revise(revised);
    ConsoleText text = new ConsoleText(style);
    Outcome outcome = Outcome.of(summary);
    List<KeptFinding> findings = sample.fresh(summary.triage()).pick(TriggerText.told(summary));
    new ConsoleFigures(text, summary).write(outcome);
    triggers(text, summary);
    alike(text, summary);
    findings(text, findings);
    missing(text);
    reports(text);
    next(text, summary, findings);
    effort(text, summary);
    out.append(text.text());
  }

  @Override
  public void close() {}

  private static void triggers(ConsoleText text, ScanSummary summary) {
    if (summary.triggers().isEmpty()) {
      return;
    }
    text.heading("Triggers").blank();
    int number = 1;
    for (TriggerCluster trigger : summary.triggers()) {
      if (number > FINDINGS) {
        long more = summary.triggers().size() - FINDINGS;
        text.paragraph(BODY, "and " + Numbers.count(more) + " more, in the reports.").blank();
        break;
      }
      TriggerText.entry(text, number++, trigger);
    }
  }

  private static void alike(ConsoleText text, ScanSummary summary) {
    List<RecordCluster> alike = summary.alike();
    if (alike.isEmpty()) {
      return;
    }
    text.heading("Records that are alike").blank();
    for (RecordCluster cluster : alike.subList(0, Math.min(FINDINGS, alike.size()))) {
      String begins = " They begin: " + text.safe(Excerpt.of(cluster.example()));
      text.paragraph(BODY, AlikeText.sentence(cluster) + begins);
      text.paragraph(BODY, text.safe(AlikeText.where(cluster))).blank();
    }
  }

  private static void findings(ConsoleText text, List<KeptFinding> findings) {
    if (findings.isEmpty()) {
      return;
    }
    text.heading("Worst findings").blank();
    int number = 1;
    for (KeptFinding finding : findings) {
      finding(text, number++ + ".", finding);
    }
  }

  private static void finding(ConsoleText text, String bullet, KeptFinding finding) {
    String place = text.safe(Wording.place(finding));
    String rule = Wording.weight(finding) + "  " + finding.rule().id();
    String first = ConsoleText.pad(bullet, BODY) + text.ink(Tone.HEADING, place);
    if (BODY + ConsoleText.columns(place + rule) + 4 <= text.width()) {
      text.line(first + "  " + text.ink(Tone.ASIDE, rule));
    } else {
      text.line(first).line(" ".repeat(BODY) + text.ink(Tone.ASIDE, rule));
    }
    String evidence = text.safe(finding.evidence());
    if (Wording.evidenceIsAside(finding.rule())) {
      text.paragraph(BODY, text.safe(Wording.plain(finding)));
      String bar = text.sign("│ ", "| ");
      text.line(" ".repeat(BODY) + bar + ConsoleText.cut(evidence, text.width() - BODY - 6));
    } else {
      text.paragraph(BODY, Wording.sentence(finding, text::safeWords, evidence));
    }
    text.paragraph(BODY, "Fix: " + text.safe(Wording.ended(finding.rule().fix()))).blank();
  }

  private void missing(ConsoleText text) {
    if (unscanned.total() == 0) {
      return;
    }
    text.heading("Not scanned");
    for (Unscanned one : unscanned.kept()) {
      String place = text.safe(Wording.place(one));
      text.paragraph(BODY, place + "  " + text.safe(Wording.ended(one.message())));
    }
    long more = unscanned.total() - unscanned.kept().size();
    if (more > 0) {
      text.paragraph(BODY, "and " + Numbers.count(more) + " more, in the reports.");
    }
    text.blank();
  }

  private void reports(ConsoleText text) {
    List<FileReport> written = new ArrayList<>();
    for (ReportWriter writer : alongside) {
      if (writer instanceof FileReport report && report.file().published()) {
        written.add(report);
      }
    }
    if (written.isEmpty()) {
      return;
    }
    text.heading("Reports");
    for (FileReport report : written) {
      String target = text.safe(report.file().target().toString());
      text.line(" ".repeat(BODY) + ConsoleText.pad(report.kind(), LABEL - BODY) + target);
    }
    text.blank();
  }

  private static void next(ConsoleText text, ScanSummary summary, List<KeptFinding> findings) {
    String words = words(Outcome.of(summary).word(), summary);
    String command = findings.isEmpty() ? "" : explain(findings.get(0));
    String label = "Next";
    if (!words.isEmpty()) {
      text.labelled(label, Tone.HEADING, LABEL, words);
      label = "";
    }
    if (!command.isEmpty()) {
      text.labelled(label, Tone.HEADING, LABEL, "To see why a record got its verdict:");
      // Never wrapped: it is there to be copied.
      text.line(" ".repeat(LABEL + 2) + command);
    }
    if (!words.isEmpty() || !command.isEmpty()) {
      text.blank();
    }
  }

  private static String words(Word word, ScanSummary summary) {
    if (word == Word.INCOMPLETE && !Outcome.isNothing(summary)) {
      return "Repair what is listed under \"Not scanned\" and scan again; --max-malformed says how"
          + " many malformed records are tolerated.";
    }
    if (summary.census().scanned() == 0 && word != Word.PASS) {
      return "Check that the path is right and that its files hold records.";
    }
    return switch (word) {
      case FAIL -> "Remove or correct the suspect records and scan again.";
      case INCONCLUSIVE -> "Label records as said above: each label narrows what is unsure.";
      case PASS, INCOMPLETE -> "";
    };
  }

  /** A command to copy; none where a name could do harm, or not survive the copying. */
  private static String explain(KeptFinding worst) {
    String place = worst.uri() + ":" + worst.region().startLine();
    boolean bare = true;
    for (int i = 0; i < place.length(); i++) {
      char c = place.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      bare &= letter || "/._-:+=,".indexOf(c) >= 0;
      if (!letter && "/._-:+=, ()[]&;#~".indexOf(c) < 0) {
        return "";
      }
    }
    return "assay explain " + (bare ? place : "'" + place + "'");
  }

  private static void effort(ConsoleText text, ScanSummary summary) {
    double seconds = summary.elapsed().toNanos() / 1e9;
    long rate = seconds > 0 ? Math.round(summary.census().scanned() / seconds) : 0;
    String files = Numbers.count(summary.files().size(), "file", "files");
    String rules = Numbers.count(summary.ruleCount(), "rule", "rules");
    text.line(
        text.ink(
            Tone.ASIDE,
            files
                + ", "
                + rules
                + ", "
                + Numbers.time(summary.elapsed())
                + ", "
                + Numbers.count(rate)
                + " records/s"));
  }
}
