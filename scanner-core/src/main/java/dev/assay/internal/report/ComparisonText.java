package dev.assay.internal.report;

import dev.assay.record.Unscanned;
import dev.assay.report.Comparison;
import dev.assay.report.ScanSummary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What stands beside changed records: how much was left alone because it did not change. */
final class ComparisonText {
  private static final int SHORT_COMMIT = 12;

  private ComparisonText() {}

  /** In sentences for people; none if every record was judged. */
  static List<String> sentences(ScanSummary summary) {
    Comparison comparison = summary.comparison();
    if (comparison == null) {
      return List.of();
    }
    List<String> sentences = new ArrayList<>();
    sentences.add(unchanged(comparison));
    if (comparison.gone() > 0) {
      sentences.add(
          Numbers.count(comparison.gone(), "record", "records")
              + " of "
              + comparison.base()
              + (comparison.gone() == 1 ? " is gone." : " are gone."));
    }
    if (comparison.baseUnread() > 0) {
      Unscanned first = comparison.firstUnread().get(0);
      sentences.add(
          Numbers.count(comparison.baseUnread(), "place", "places")
              + " of "
              + comparison.base()
              + " could not be read, so what stood there counts as new. The first is "
              + Wording.place(first)
              + ": "
              + Wording.ended(first.message()));
    }
    if (comparison.beyondLimit() > 0) {
      sentences.add(
          Numbers.count(comparison.beyondLimit(), "record", "records")
              + " of "
              + comparison.base()
              + " were too many to be kept, so they count as new.");
    }
    return sentences;
  }

  private static String unchanged(Comparison comparison) {
    String commit = comparison.baseCommit();
    return "In "
        + comparison.base()
        + " ("
        + commit.substring(0, Math.min(SHORT_COMMIT, commit.length()))
        + ") as well, so not judged: "
        + Numbers.count(comparison.unchanged(), "unchanged record", "unchanged records")
        + " of files that changed, and "
        + Numbers.count(comparison.unchangedFiles(), "unchanged file", "unchanged files")
        + " ("
        + Numbers.count(comparison.unchangedBytes(), "byte", "bytes")
        + ").";
  }

  /** The count beside those of the scanned records. */
  static void unchanged(Json json, ScanSummary summary) throws IOException {
    Comparison comparison = summary.comparison();
    if (comparison != null) {
      json.put("unchanged", comparison.unchanged());
    }
  }

  /** For programs. */
  static void json(Json json, ScanSummary summary) throws IOException {
    Comparison comparison = summary.comparison();
    if (comparison == null) {
      return;
    }
    json.open("comparison");
    json.put("base", Excerpt.of(comparison.base()).plain());
    json.put("baseCommit", comparison.baseCommit());
    json.put("head", Excerpt.of(comparison.head()).plain());
    json.put("unchangedRecords", comparison.unchanged());
    json.put("goneRecords", comparison.gone());
    json.put("unchangedFiles", comparison.unchangedFiles());
    json.put("unchangedBytes", comparison.unchangedBytes());
    json.open("baseUnread");
    json.put("total", comparison.baseUnread());
    json.openList("first");
    for (Unscanned one : comparison.firstUnread()) {
      json.open();
      json.put("kind", one.kind().name().toLowerCase(Locale.ROOT));
      json.put("source", one.uri());
      json.put("row", one.row());
      json.put("line", one.line());
      json.put("message", Excerpt.of(one.message(), 2 * Excerpt.MAX).plain());
      json.end();
    }
    json.endList().end();
    json.put("beyondLimit", comparison.beyondLimit());
    json.end();
  }
}
