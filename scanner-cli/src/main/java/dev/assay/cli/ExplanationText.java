package dev.assay.cli;

import dev.assay.Reports;
import dev.assay.record.DataRecord;
import dev.assay.record.Region;
import dev.assay.record.Turn;
import dev.assay.rule.Rule;
import dev.assay.segment.Code;
import dev.assay.segment.Segment;
import dev.assay.signal.Signal;
import dev.assay.verdict.Framing;
import dev.assay.verdict.RecordExplanation;
import dev.assay.verdict.Verdict;
import java.io.PrintStream;

/** Prints an explanation for people; what it quotes is escaped. */
final class ExplanationText {
  private static final int EXCERPT = 60;
  private final PrintStream out;

  ExplanationText(PrintStream out) {
    this.out = out;
  }

  void print(RecordExplanation explanation) {
    DataRecord record = explanation.record();
    long line = record.origin().line();
    out.printf("%s, row %d", Errors.shown(record.origin().uri()), record.origin().row());
    out.println(line > 0 ? ", line " + line : "");
    out.println();
    out.println("Segments");
    for (Segment segment : explanation.segments()) {
      segment(record, segment);
    }
    out.println();
    candidates(explanation);
    out.println();
    framing(explanation);
    out.println("Verdict   " + explanation.verdict().id() + meaning(explanation.verdict()));
  }

  private void segment(DataRecord record, Segment segment) {
    Turn turn = record.turns().get(segment.turn());
    String kind = segment instanceof Code code ? "code " + code.language().id() : "prose";
    out.printf(
        "  %-10s %-16s %5d-%-5d %s%n",
        turn.role().id(),
        kind,
        segment.start(),
        segment.end(),
        quote(turn.text(), segment.start(), segment.end()));
  }

  private void candidates(RecordExplanation explanation) {
    if (explanation.candidates().isEmpty()) {
      out.println("Rules     none came into question");
    } else {
      out.println("Rules that came into question");
    }
    for (RecordExplanation.Candidate candidate : explanation.candidates()) {
      out.printf(
          "  %s %s%n      %s%n",
          candidate.matched() ? "+" : "-",
          candidate.rule().id(),
          Reports.excerpt(candidate.because(), 300));
    }
    if (!explanation.signals().isEmpty()) {
      out.println();
      out.println("Evidence");
    }
    for (Signal signal : explanation.signals()) {
      signal(explanation.record(), signal);
    }
  }

  private void signal(DataRecord record, Signal signal) {
    Turn turn = record.turns().get(signal.turn());
    Region region = record.origin().region(turn, signal.start(), signal.end());
    Rule rule = signal.rule();
    out.printf(
        "  %s (%s, severity %s, confidence %s)%n      %d:%d  %s%n",
        rule.id(),
        rule.family().id(),
        rule.severity().id(),
        rule.confidence().id(),
        region.startLine(),
        region.startColumn(),
        quote(turn.text(), signal.start(), signal.end()));
  }

  private void framing(RecordExplanation explanation) {
    Framing framing = explanation.framing();
    if (framing.kind() == Framing.Kind.NONE) {
      out.println("Framing   none");
      return;
    }
    Turn turn = explanation.record().turns().get(framing.turn());
    out.printf("Framing   educational: %s%n", quote(turn.text(), framing.start(), framing.end()));
  }

  private static String quote(String text, int start, int end) {
    return Reports.excerpt(text.substring(start, end), EXCERPT);
  }

  private static String meaning(Verdict verdict) {
    return switch (verdict) {
      case CLEAN -> "";
      case FRAMED -> " (a lesson asks for it: reported, not counted)";
      case SUSPECT -> " (counts as contamination)";
    };
  }
}
