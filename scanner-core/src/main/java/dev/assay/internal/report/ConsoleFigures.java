package dev.assay.internal.report;

import dev.assay.estimate.Census;
import dev.assay.estimate.Contamination;
import dev.assay.estimate.FamilyCounts;
import dev.assay.estimate.GatePolicy;
import dev.assay.internal.report.ConsoleText.Tone;
import dev.assay.internal.source.DocumentNames;
import dev.assay.report.ScanSummary;
import dev.assay.rule.Family;
import java.util.ArrayList;
import java.util.List;

/** The upper half of the console's summary: the verdict and the figures it stands on. */
final class ConsoleFigures {
  private static final int LABEL = 12;
  private static final int SHARE = 11;
  private static final int FAMILY = 22;
  private static final int GAP = 3;

  private final ConsoleText text;
  private final ScanSummary summary;

  ConsoleFigures(ConsoleText text, ScanSummary summary) {
    this.text = text;
    this.summary = summary;
  }

  void write(Outcome outcome) {
    verdict(outcome);
    if (summary.census().scanned() > 0) {
      counts();
    } else if (leftOut()) {
      text.blank();
    }
    comparison();
    if (summary.census().scanned() > 0) {
      estimate();
    }
    families(summary.census());
  }

  private void verdict(Outcome outcome) {
    Tone tone =
        switch (outcome.word()) {
          case PASS -> Tone.GOOD;
          case FAIL -> Tone.BAD;
          case INCONCLUSIVE, INCOMPLETE -> Tone.UNSURE;
        };
    String word = outcome.word().name();
    int column = word.length() + 2;
    text.blank().labelled(word, tone, column, text.safe(outcome.headline()));
    outcome.reasons().forEach(reason -> text.paragraph(column, text.safe(reason)));
    text.blank();
  }

  private void counts() {
    Census census = summary.census();
    long all = Outcome.all(summary);
    int digits = Numbers.count(census.scanned()).length();
    String scanned =
        all == census.scanned() ? everyRecord() : "of " + Numbers.count(all) + " records";
    count("Scanned", digits, census.scanned(), all, scanned + left());
    count("Suspect", digits, census.suspect(), census.scanned(), counted());
    String known = SummaryTriage.rows(summary.triage());
    if (!known.isEmpty()) {
      text.labelled("  of them", Tone.PLAIN, LABEL, known);
    }
    String lesson = "asked for by a lesson, not counted";
    count("Framed", digits, census.framed(), census.scanned(), lesson);
    leftOut();
    text.blank();
  }

  private void comparison() {
    List<String> sentences = ComparisonText.sentences(summary);
    String label = "Compared";
    for (String sentence : sentences) {
      text.labelled(label, Tone.PLAIN, LABEL, text.safe(sentence));
      label = "";
    }
    if (!sentences.isEmpty()) {
      text.blank();
    }
  }

  /** Tells what was not looked at; false if there is nothing to tell. */
  private boolean leftOut() {
    List<String> parts = new ArrayList<>();
    int ignored = summary.leftOut().size();
    if (ignored > 0) {
      parts.add(
          Numbers.count(ignored)
              + (ignored == 1 ? " file or folder" : " files or folders")
              + " by ignore files, patterns or hidden names");
    }
    if (summary.otherFiles() > 0) {
      parts.add(
          Numbers.count(summary.otherFiles())
              + " without a dataset's name"
              + (takesDocuments() ? "" : " (--documents takes documents as well)"));
    }
    if (!parts.isEmpty()) {
      text.labelled("Left out", Tone.PLAIN, LABEL, String.join("; ", parts));
    }
    return !parts.isEmpty();
  }

  /** As far as the files tell: whoever has documents scanned needs no hint. */
  private boolean takesDocuments() {
    return summary.files().stream().anyMatch(file -> DocumentNames.isDocument(file.uri()));
  }

  private void count(String label, int digits, long count, long of, String about) {
    String number = Numbers.count(count);
    String share = of == 0 ? "-" : Numbers.percent((double) count / of);
    String figures =
        ConsoleText.pad(label, LABEL)
            + " ".repeat(digits - number.length())
            + number
            + " ".repeat(Math.max(1, SHARE - share.length()))
            + share;
    text.labelled(figures, Tone.PLAIN, figures.length() + GAP, about);
  }

  private String everyRecord() {
    return summary.comparison() == null ? "all records" : "all new or changed records";
  }

  private String counted() {
    if (summary.triage() != null) {
      return "of which the gate judges the new ones";
    }
    return summary.gate().policy() == GatePolicy.OBSERVED
        ? "held against the limit"
        : "what the estimate is made from";
  }

  private String left() {
    List<String> parts = new ArrayList<>();
    part(parts, summary.census().malformed(), "malformed");
    part(parts, summary.census().skipped(), "skipped");
    part(parts, summary.failures(), "failed");
    return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
  }

  private void part(List<String> parts, long count, String what) {
    if (count > 0) {
      parts.add(Numbers.count(count) + " " + what);
    }
  }

  private void estimate() {
    Contamination contamination = summary.contamination();
    String interval =
        Numbers.about(contamination.low()) + " to " + Numbers.about(contamination.high());
    text.labelled(
        "Estimate",
        Tone.HEADING,
        LABEL,
        "About "
            + Numbers.about(contamination.estimate())
            + " of the records are poisoned, "
            + interval
            + " with "
            + Numbers.chosen(contamination.confidence())
            + " confidence.");
    text.blank();
    new ConsoleScale(text, contamination, summary.gate().threshold()).draw();
    text.blank();
    text.paragraph(0, chances()).blank();
  }

  private String chances() {
    Contamination contamination = summary.contamination();
    Census census = summary.census();
    String floor = Numbers.about(contamination.noiseFloor());
    String chance = Numbers.chance(contamination.probabilityAboveThreshold());
    String said =
        "Chance that it is above the limit: "
            + chance
            + ". Noise floor: "
            + floor
            + " of clean records are flagged by mistake";
    return census.suspect() > 0 && census.suspectFraction() <= contamination.noiseFloor()
        ? said + ", so what was found cannot be told from nothing."
        : said + ".";
  }

  private void families(Census census) {
    if (census.families().isEmpty()) {
      return;
    }
    text.line(
        text.ink(Tone.HEADING, ConsoleText.pad("Family", FAMILY))
            + text.ink(Tone.ASIDE, " suspect    framed"));
    for (Family family : Family.values()) {
      FamilyCounts counts = census.family(family);
      if (counts.suspect() > 0 || counts.framed() > 0) {
        text.line(
            ConsoleText.pad(family.id(), FAMILY)
                + right(counts.suspect(), 8)
                + right(counts.framed(), 10));
      }
    }
    text.blank();
  }

  private static String right(long count, int columns) {
    String text = Numbers.count(count);
    return " ".repeat(Math.max(1, columns - text.length())) + text;
  }
}
