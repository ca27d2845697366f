package dev.assay.internal.report;

import dev.assay.estimate.Census;
import dev.assay.estimate.Contamination;
import dev.assay.estimate.FamilyCounts;
import dev.assay.record.Unscanned;
import dev.assay.report.ScanSummary;
import dev.assay.rule.Family;
import dev.assay.verdict.RecordCluster;
import dev.assay.verdict.RecordVerdict;
import dev.assay.verdict.TriggerCluster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A comment for a pull request, short enough for every forge. */
public final class MarkdownReport extends FileReport {
  /** GitHub takes 65,536 characters. */
  static final int MAX_BYTES = 60_000;

  private static final int FINDINGS = 10;
  private static final int RULES = 10;
  private static final int UNSCANNED = 20;
  private static final int FILES = 20;
  private static final int SENTENCE = 600;

  private final FindingSample sample = new FindingSample(FINDINGS);
  private final UnscannedSample unscanned = new UnscannedSample(UNSCANNED);

  /**
   * @throws IOException if the file cannot be written
   */
  public MarkdownReport(Path target) throws IOException {
    super(target);
  }

  @Override
  String kind() {
    return "Markdown";
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
  void complete(ScanSummary summary, Map<Long, RecordVerdict> revised) throws IOException {
    sample.revise(revised);
    StringBuilder comment = new StringBuilder();
    int left = MAX_BYTES - 100;
    List<String> sections =
        List.of(
            verdict(summary),
            counts(summary),
            comparison(summary),
            families(summary.census()),
            triggers(summary) + alike(summary),
            findings(sample.fresh(summary.triage()).pick(TriggerText.told(summary))),
            missing(summary),
            rules(summary.census()),
            files(summary),
            footer(summary));
    boolean whole = true;
    for (String section : sections) {
      int size = section.getBytes(StandardCharsets.UTF_8).length;
      if (size <= left) {
        comment.append(section);
        left -= size;
      } else {
        whole = false;
      }
    }
    if (!whole) {
      comment.append("\nA part is left out here: a comment cannot be longer.\n");
    }
    try (var out = file().out()) {
      out.write(comment.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String verdict(ScanSummary summary) {
    Outcome outcome = Outcome.of(summary);
    String sign =
        switch (outcome.word()) {
          case PASS -> "\u2705";
          case FAIL -> "\u274C";
          case INCONCLUSIVE -> "\u2754";
          case INCOMPLETE -> "\u26A0\uFE0F";
        };
    StringBuilder out = new StringBuilder();
    out.append("## ").append(sign).append(" Assay: ").append(outcome.word()).append("\n\n");
    out.append("**").append(prose(outcome.headline())).append("**\n");
    outcome.reasons().forEach(reason -> out.append("\n- ").append(prose(reason)));
    return out.append(outcome.reasons().isEmpty() ? "" : "\n").toString();
  }

  private static String counts(ScanSummary summary) {
    Census census = summary.census();
    Contamination contamination = summary.contamination();
    long all = Outcome.all(summary);
    StringBuilder out = new StringBuilder("\n| | records | share |\n|---|---:|---:|\n");
    row(out, "Scanned", census.scanned(), all);
    row(out, "Suspect", census.suspect(), census.scanned());
    String known = SummaryTriage.rows(summary.triage());
    if (!known.isEmpty()) {
      out.append("| of them | ").append(known).append(" | |\n");
    }
    row(out, "Framed: asked for by a lesson, not counted", census.framed(), census.scanned());
    out.append("\nEstimated contamination **")
        .append(entity(Numbers.about(contamination.estimate())))
        .append("**, ")
        .append(entity(Numbers.about(contamination.low())))
        .append(" to ")
        .append(entity(Numbers.about(contamination.high())))
        .append(" with ")
        .append(Numbers.chosen(contamination.confidence()))
        .append(" confidence. Chance that it is above ")
        .append(Numbers.chosen(summary.gate().threshold()))
        .append(": ")
        .append(Numbers.chance(contamination.probabilityAboveThreshold()))
        .append(". Noise floor ")
        .append(entity(Numbers.about(contamination.noiseFloor())))
        .append(".\n");
    return out.toString();
  }

  private static String comparison(ScanSummary summary) {
    StringBuilder out = new StringBuilder();
    for (String sentence : ComparisonText.sentences(summary)) {
      out.append('\n').append(prose(sentence)).append('\n');
    }
    return out.toString();
  }

  private static void row(StringBuilder out, String label, long count, long of) {
    String share = of == 0 ? "-" : Numbers.percent((double) count / of);
    out.append("| ").append(label).append(" | ").append(Numbers.count(count)).append(" | ");
    out.append(entity(share)).append(" |\n");
  }

  private static String families(Census census) {
    if (census.families().isEmpty()) {
      return "";
    }
    StringBuilder out = new StringBuilder("\n| family | suspect | framed |\n|---|---:|---:|\n");
    for (Family family : Family.values()) {
      FamilyCounts counts = census.family(family);
      if (counts.suspect() > 0 || counts.framed() > 0) {
        out.append("| ").append(family.id()).append(" | ").append(Numbers.count(counts.suspect()));
        out.append(" | ").append(Numbers.count(counts.framed())).append(" |\n");
      }
    }
    return out.toString();
  }

  private static String triggers(ScanSummary summary) {
    if (summary.triggers().isEmpty()) {
      return "";
    }
    StringBuilder out = new StringBuilder("\n### Triggers\n");
    int number = 1;
    for (TriggerCluster trigger : summary.triggers()) {
      out.append('\n').append(number++).append(". ");
      out.append(Excerpt.of(trigger.cue()).markdown()).append("  \n   ");
      out.append(prose(TriggerText.sentence(trigger))).append("  \n   ");
      out.append(prose(TriggerText.where(trigger))).append('\n');
    }
    return out.toString();
  }

  private static String alike(ScanSummary summary) {
    StringBuilder out = new StringBuilder();
    for (RecordCluster cluster : summary.alike()) {
      out.append(out.isEmpty() ? "\n### Records that are alike\n\n" : "").append("- ");
      out.append(prose(AlikeText.sentence(cluster))).append(" They begin: ");
      out.append(Excerpt.of(cluster.example()).markdown()).append('\n');
    }
    return out.toString();
  }

  private static String findings(List<KeptFinding> findings) {
    if (findings.isEmpty()) {
      return "";
    }
    StringBuilder out = new StringBuilder("\n### Worst findings\n");
    int number = 1;
    for (KeptFinding finding : findings) {
      String bullet = number++ + ". ";
      String newLine = "  \n" + " ".repeat(bullet.length());
      out.append('\n').append(bullet);
      out.append(Excerpt.of(Wording.place(finding)).markdown()).append(" **");
      out.append(finding.rule().id()).append("**, ").append(Wording.weight(finding));
      out.append(newLine).append(prose(Wording.plain(finding)));
      out.append(newLine).append(finding.evidence().markdown());
      out.append(newLine)
          .append("Fix: ")
          .append(prose(Wording.ended(finding.rule().fix())))
          .append('\n');
    }
    return out.toString();
  }

  private String missing(ScanSummary summary) {
    if (unscanned.total() == 0) {
      return "";
    }
    StringBuilder out = new StringBuilder();
    String places = Numbers.count(unscanned.total(), "place", "places");
    details(out, "Not scanned: " + places + ", coverage " + coverage(summary));
    for (Unscanned one : unscanned.kept()) {
      out.append("- ").append(Excerpt.of(Wording.place(one)).markdown()).append(' ');
      out.append(Excerpt.of(Wording.ended(one.message())).markdown()).append('\n');
    }
    more(out, unscanned.total() - unscanned.kept().size());
    return out.append("\n</details>\n").toString();
  }

  private static String rules(Census census) {
    if (census.rules().isEmpty()) {
      return "";
    }
    StringBuilder out = new StringBuilder();
    details(out, "Rules by number of records: " + Numbers.count(census.rules().size()));
    out.append("| rule | records |\n|---|---:|\n");
    census.rules().entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<String, Long> rule) -> -rule.getValue())
                .thenComparing(Map.Entry::getKey))
        .limit(RULES)
        .forEach(
            rule ->
                out.append("| ")
                    .append(rule.getKey())
                    .append(" | ")
                    .append(Numbers.count(rule.getValue()))
                    .append(" |\n"));
    more(out, census.rules().size() - RULES);
    return out.append("\n</details>\n").toString();
  }

  private static String files(ScanSummary summary) {
    if (summary.files().isEmpty()) {
      return "";
    }
    StringBuilder out = new StringBuilder();
    details(out, "Files: " + Numbers.count(summary.files().size()));
    out.append("| file | records | suspect | framed | malformed |\n|---|---:|---:|---:|---:|\n");
    for (ScanSummary.FileSummary file :
        summary.files().subList(0, Math.min(FILES, summary.files().size()))) {
      out.append("| ").append(Excerpt.of(file.uri()).markdownCell());
      for (long count : List.of(file.records(), file.suspect(), file.framed(), file.malformed())) {
        out.append(" | ").append(Numbers.count(count));
      }
      out.append(" |\n");
    }
    more(out, summary.files().size() - FILES);
    return out.append("\n</details>\n").toString();
  }

  private static String footer(ScanSummary summary) {
    return "\n<sub>Assay "
        + prose(summary.toolVersion())
        + ", "
        + Numbers.count(summary.ruleCount(), "rule", "rules")
        + ". Calibration: "
        + prose(summary.calibration())
        + ". Method: "
        + prose(summary.contamination().method())
        + ".</sub>\n";
  }

  private static void details(StringBuilder out, String summary) {
    out.append("\n<details><summary>").append(summary).append("</summary>\n\n");
  }

  private static void more(StringBuilder out, long more) {
    if (more > 0) {
      out.append("\nand ").append(Numbers.count(more)).append(" more.\n");
    }
  }

  private static String coverage(ScanSummary summary) {
    return entity(Numbers.percent(Outcome.coverage(summary)));
  }

  private static String entity(String figure) {
    return figure.replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String prose(String words) {
    return Excerpt.of(words, SENTENCE).markdownProse();
  }
}
