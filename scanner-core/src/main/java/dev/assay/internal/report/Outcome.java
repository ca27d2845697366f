package dev.assay.internal.report;

import dev.assay.estimate.Census;
import dev.assay.estimate.Decision;
import dev.assay.report.ScanSummary;
import java.util.ArrayList;
import java.util.List;

/**
 * What a scan comes to, in words: the same in every report for people.
 *
 * @param word what the gate decided; INCOMPLETE where not everything could be scanned
 * @param headline one sentence
 * @param reasons what else speaks for it
 */
record Outcome(Word word, String headline, List<String> reasons) {
  /** The one word. */
  enum Word {
    PASS,
    FAIL,
    INCONCLUSIVE,
    INCOMPLETE
  }

  Outcome {
    reasons = List.copyOf(reasons);
  }

  static Outcome of(ScanSummary summary) {
    List<String> reasons = new ArrayList<>();
    summary.gate().reasons().forEach(reason -> reasons.add(Wording.ended(reason)));
    if (!summary.complete()) {
      String rest = decided(summary.gate().decision());
      reasons.set(0, rest + " " + reasons.get(0));
      return new Outcome(Word.INCOMPLETE, incomplete(summary), reasons);
    }
    Word word = Word.valueOf(summary.gate().decision().name());
    return new Outcome(word, reasons.get(0), reasons.subList(1, reasons.size()));
  }

  /** Share of all records that were judged, 0 to 1. */
  static double coverage(ScanSummary summary) {
    long all = all(summary);
    return all == 0 ? 0 : (double) summary.census().scanned() / all;
  }

  /** All records, judged or not, as far as they could be counted. */
  static long all(ScanSummary summary) {
    Census census = summary.census();
    return census.scanned() + census.malformed() + census.skipped() + summary.failures();
  }

  private static String incomplete(ScanSummary summary) {
    List<String> missing = new ArrayList<>();
    add(missing, summary.unscannedFiles(), "file", "files");
    add(missing, summary.census().malformed(), "malformed record", "malformed records");
    add(missing, summary.census().skipped(), "skipped record", "skipped records");
    add(
        missing,
        summary.failures(),
        "record that a rule failed on",
        "records that a rule failed on");
    if (isNothing(summary)) {
      return (summary.files().isEmpty() ? "There is no dataset file" : "The files hold no record")
          + ", so the data neither pass nor fail.";
    }
    return String.join(" and ", missing)
        + " could not be scanned, so the data as a whole neither pass nor fail.";
  }

  /** Whether there was no record, and nothing that could have held one. */
  static boolean isNothing(ScanSummary summary) {
    return all(summary) == 0 && summary.unscannedFiles() == 0;
  }

  private static String decided(Decision decision) {
    return switch (decision) {
      case PASS -> "What was scanned would pass.";
      case FAIL -> "What was scanned would fail.";
      case INCONCLUSIVE -> "What was scanned decides nothing.";
    };
  }

  private static void add(List<String> to, long count, String one, String many) {
    if (count > 0) {
      to.add(Numbers.count(count, one, many));
    }
  }
}
