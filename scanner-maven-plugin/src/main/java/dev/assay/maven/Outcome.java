package dev.assay.maven;

import dev.assay.Reports;
import dev.assay.estimate.Census;
import dev.assay.estimate.Decision;
import dev.assay.report.ScanSummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a scan came to, in the few lines that a build shows. Stateless. */
final class Outcome {
  private static final int LONGEST = 400;
  private static final int EXIT_PASSED = 0;

  private Outcome() {}

  static boolean passed(ScanSummary summary) {
    return summary.exitCode() == EXIT_PASSED;
  }

  /** One line for a scan that passed. */
  static String line(ScanSummary summary) {
    Census census = summary.census();
    return String.format(
        Locale.ROOT,
        "%,d records in %,d %s, %,d suspect, %,d framed: %s",
        census.scanned(),
        summary.files().size(),
        summary.files().size() == 1 ? "file" : "files",
        census.suspect(),
        census.framed(),
        shown(summary.gate().reasons().get(0)));
  }

  /** Three lines for one that did not: what happened, the worst place, where to read on. */
  static String failure(ScanSummary summary, Path report) {
    List<String> lines = new ArrayList<>();
    if (summary.complete()) {
      lines.add(
          "Assay: the gate "
              + (summary.gate().decision() == Decision.FAIL ? "failed" : "could not decide")
              + ": "
              + shown(summary.gate().reasons().get(0)));
      lines.add(worst(summary));
    } else {
      lines.add(
          "Assay: not everything could be scanned, so nothing is known to be clean: "
              + missed(summary)
              + ".");
      lines.add(where(summary));
    }
    lines.add(
        "Report: " + report + " says which rows, why and what to do (.sarif and .json beside it)");
    return String.join("\n", lines);
  }

  private static String worst(ScanSummary summary) {
    List<String> files =
        summary.files().stream()
            .filter(file -> file.suspect() > 0)
            .sorted((a, b) -> Long.compare(b.suspect(), a.suspect()))
            .limit(3)
            .map(
                file ->
                    String.format(
                        Locale.ROOT,
                        "%s (%,d of %,d)",
                        shown(file.uri()),
                        file.suspect(),
                        file.records()))
            .toList();
    return "Suspect records are in: " + (files.isEmpty() ? "no file" : String.join(", ", files));
  }

  private static String missed(ScanSummary summary) {
    Census census = summary.census();
    if (census.scanned() == 0 && summary.unscannedFiles() == 0 && census.malformed() == 0) {
      return "there is no record at all";
    }
    List<String> missed = new ArrayList<>();
    count(missed, summary.unscannedFiles(), "file", "files");
    count(missed, census.malformed(), "malformed record", "malformed records");
    count(missed, census.skipped(), "skipped record", "skipped records");
    count(missed, summary.failures(), "failed rule", "failed rules");
    return String.join(", ", missed);
  }

  private static void count(List<String> into, long number, String one, String many) {
    if (number > 0) {
      into.add(String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many));
    }
  }

  private static String where(ScanSummary summary) {
    List<String> files =
        summary.files().stream()
            .filter(file -> file.malformed() + file.skipped() > 0 || file.sha256().isEmpty())
            .limit(3)
            .map(file -> shown(file.uri()))
            .toList();
    return files.isEmpty()
        ? "What was not scanned, and why, stands in the report under \"Not scanned\"."
        : "In: " + String.join(", ", files) + "; the report says why under \"Not scanned\".";
  }

  /** Names of files and rules may have been chosen as an attack on whoever reads the log. */
  static String shown(String text) {
    return Reports.excerpt(text, LONGEST);
  }
}
