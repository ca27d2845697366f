package dev.assay.internal.report;

import dev.assay.record.Unscanned;
import dev.assay.report.ScanSummary;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The invocation of a SARIF run: how it ended, and what it did not scan or does not list. */
final class SarifNotices {
  static final int MAX_LISTED = 100;

  private final Json json;
  private final SarifPlaces places;

  SarifNotices(Json json, SarifPlaces places) {
    this.json = json;
    this.places = places;
  }

  void write(ScanSummary summary, UnscannedSample unscanned, long written, long leftOut)
      throws IOException {
    Instant end = summary.started().plus(summary.elapsed());
    json.openList("invocations").open();
    json.put("executionSuccessful", summary.complete()).put("exitCode", summary.exitCode());
    json.put("startTimeUtc", summary.started().truncatedTo(ChronoUnit.MILLIS).toString());
    json.put("endTimeUtc", end.truncatedTo(ChronoUnit.MILLIS).toString());
    json.openList("toolExecutionNotifications");
    for (Unscanned one : unscanned.kept()) {
      unscanned(one);
    }
    cut(unscanned.total() - unscanned.kept().size(), MAX_LISTED, "places that were not scanned");
    cut(leftOut, written, "findings; those listed are the worst");
    cut(places.leftOut(), SarifPlaces.MAX_FILES, "files");
    json.endList().end().endList();
  }

  private void unscanned(Unscanned one) throws IOException {
    String level =
        switch (one.kind()) {
          case FILE, DETECTOR -> "error";
          case MALFORMED -> "warning";
          case SKIPPED -> "note";
        };
    String id =
        switch (one.kind()) {
          case MALFORMED -> "assay-malformed-record";
          case SKIPPED -> "assay-skipped-record";
          case FILE -> "assay-unread-file";
          case DETECTOR -> "assay-failed-rule";
        };
    open(id, level, Wording.ended(Excerpt.of(one.message(), 2 * Excerpt.MAX).sarif()));
    json.openList("locations").open();
    places.line(json, one.uri(), one.line() > 0 ? one.line() : one.row());
    json.end().endList().endLine();
  }

  private void cut(long leftOut, long listed, String what) throws IOException {
    if (leftOut > 0) {
      String text =
          "This report lists "
              + Numbers.count(listed)
              + " and leaves out "
              + Numbers.count(leftOut)
              + " more "
              + what
              + ". The records report (--records) holds every record.";
      open("assay-left-out", "warning", text);
      json.endLine();
    }
  }

  private void open(String id, String level, String text) throws IOException {
    json.openLine().open("descriptor").put("id", id);
    json.put("index", SarifTool.NOTICES.indexOf(id)).end();
    json.put("level", level);
    json.open("message").put("text", text).end();
  }
}
