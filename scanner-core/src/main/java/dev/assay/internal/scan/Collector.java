package dev.assay.internal.scan;

import dev.assay.estimate.Calibration;
import dev.assay.estimate.Census;
import dev.assay.estimate.CensusBuilder;
import dev.assay.estimate.ContaminationEstimator;
import dev.assay.estimate.PartCensus;
import dev.assay.internal.scan.JudgedChunk.Entry;
import dev.assay.internal.scan.JudgedChunk.Judged;
import dev.assay.internal.scan.JudgedChunk.Missed;
import dev.assay.internal.trigger.cluster.ClusterDetector;
import dev.assay.internal.trigger.cluster.MinedCluster;
import dev.assay.internal.trigger.cluster.Printed;
import dev.assay.internal.trigger.mine.MinedTrigger;
import dev.assay.internal.trigger.mine.Row;
import dev.assay.internal.trigger.mine.TriggerDetector;
import dev.assay.record.Unscanned;
import dev.assay.report.ReportWriter;
import dev.assay.verdict.RecordVerdict;
import dev.assay.verdict.Verdict;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes judged chunks in input order, counts them, and hands them to the reports. Used by one
 * thread. Framed records are counted last, since what the whole set shows may turn them.
 */
final class Collector {
  private record Place(String uri, long row) {}

  private final ReportWriter report;
  private final CensusBuilder census = new CensusBuilder();
  private final FindingCounts counts;
  private final FramedRecords framedRecords;
  private final HintedRecords hintedRecords;
  private final PathParts parts;
  private final TriggerDetector triggers = new TriggerDetector();
  private final ClusterDetector clusters = new ClusterDetector();
  private final Set<Place> failed = new HashSet<>();
  private long ordinal;
  private long unscannedFiles;
  private long failures;

  Collector(
      ReportWriter report,
      FindingCounts counts,
      FramedRecords framedRecords,
      HintedRecords hintedRecords,
      PathParts parts) {
    this.hintedRecords = hintedRecords;
    this.parts = parts;
    this.report = report;
    this.counts = counts;
    this.framedRecords = framedRecords;
  }

  /** Starts the counts of a file. */
  FileTally tally(String uri) {
    return new FileTally(uri, parts.of(uri));
  }

  void add(JudgedChunk chunk, FileTally file) throws IOException {
    int silent = chunk.judgedCount();
    for (Entry entry : chunk.entries()) {
      if (entry instanceof Judged judged) {
        add(judged, file);
        silent--;
      } else if (entry instanceof Missed missed) {
        add(missed.unscanned(), file);
      }
    }
    for (int i = 0; i < silent; i++) {
      census.addClean();
      file.part().addClean();
    }
    for (Row row : chunk.rows()) {
      clusters.accept(new Printed(ordinal + row.ordinal(), row.prints()));
      triggers.accept(row.printed(new int[0]));
    }
    file.judged(chunk.judgedCount(), chunk.columns());
    ordinal += chunk.judgedCount();
  }

  void add(Unscanned unscanned, FileTally file) throws IOException {
    file.unscanned(unscanned.kind());
    switch (unscanned.kind()) {
      case MALFORMED -> census.addMalformed();
      case SKIPPED -> census.addSkipped();
      case FILE -> unscannedFiles++;
      case DETECTOR -> {
        failures++;
        failed.add(new Place(unscanned.uri(), unscanned.row()));
      }
    }
    report.unscanned(unscanned);
  }

  private void add(Judged judged, FileTally file) throws IOException {
    RecordVerdict verdict = judged.verdict().numbered(ordinal + judged.position());
    if (verdict.verdict() == Verdict.FRAMED) {
      framedRecords.add(verdict, judged.framing(), file);
    } else {
      counts.count(verdict, census);
      counts.count(verdict, file.part());
      hintedRecords.add(verdict, file);
    }
    file.verdict(verdict.verdict(), 1);
    report.record(verdict);
  }

  /** Settles the framed records; returns those whose verdict the whole set turned, by ordinal. */
  Map<Long, RecordVerdict> settle() {
    return framedRecords.settle(census);
  }

  /**
   * Settles the hinted records, once the framed ones are.
   *
   * @param revised gets those whose verdict the whole set turned, by ordinal
   * @return the calibration that fits what counts now
   */
  Calibration settleHints(Calibration calibration, Map<Long, RecordVerdict> revised) {
    return hintedRecords.settle(
        calibration,
        census.build(),
        (before, now, file) -> {
          revise(before, now, file);
          revised.put(now.ordinal(), now);
        });
  }

  /** The triggers that all records together show, worst first. */
  List<MinedTrigger> triggers() {
    return triggers.finish();
  }

  /** Records that may be alike. */
  List<MinedCluster> clusters() {
    return clusters.finish();
  }

  /** Whether a rule failed on the record, so that it has no number. */
  boolean failedOn(String uri, long row) {
    return failed.contains(new Place(uri, row));
  }

  /** Counts a record anew whose verdict changed after it was counted. */
  void revise(RecordVerdict before, RecordVerdict now, FileTally file) {
    CensusBuilder counted = new CensusBuilder();
    counts.count(before, counted);
    census.remove(counted.build());
    counts.count(now, census);
    file.part().remove(counted.build());
    counts.count(now, file.part());
    file.verdict(before.verdict(), -1);
    file.verdict(now.verdict(), 1);
  }

  /** Records whose only framing repeats, once they are settled. */
  long boilerplate() {
    return framedRecords.boilerplate();
  }

  /** Complete once the framed records are settled. */
  Census census() {
    return census.build();
  }

  /** Takes a record that is known or suppressed out of what path thresholds judge. */
  void leaveOut(RecordVerdict record) {
    CensusBuilder counted = new CensusBuilder();
    counts.count(record, counted);
    parts.of(record.uri()).remove(counted.build());
  }

  /** The counts of files that have thresholds of their own. */
  List<PartCensus> parts(ContaminationEstimator estimator) {
    return parts.censuses(estimator);
  }

  long judged() {
    return ordinal;
  }

  long unscannedFiles() {
    return unscannedFiles;
  }

  long failures() {
    return failures;
  }
}
