package dev.assay.internal.scan;

import dev.assay.estimate.Calibration;
import dev.assay.internal.format.ChunkReader;
import dev.assay.internal.format.Documents;
import dev.assay.internal.format.ReadOptions;
import dev.assay.internal.match.index.RecordIndexWriter;
import dev.assay.internal.source.BaseFiles;
import dev.assay.internal.source.Replay;
import dev.assay.internal.triage.Ledger;
import dev.assay.record.Unscanned;
import dev.assay.report.ReportWriter;
import dev.assay.report.ReportWriters;
import dev.assay.report.ScanProgress;
import dev.assay.report.ScanSummary;
import dev.assay.source.DataFile;
import dev.assay.source.DatasetFiles;
import dev.assay.triage.Baseline;
import dev.assay.triage.Triage;
import dev.assay.verdict.RecordVerdict;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One scan of one dataset, from its files to its summary. */
public final class DatasetScan {
  private final Detection detection;
  private final ScanOptions options;
  private final ScanProgress progress;

  public DatasetScan(Detection detection, ScanOptions options, ScanProgress progress) {
    this.detection = detection;
    this.options = options;
    this.progress = progress;
  }

  /**
   * Scans the files and finishes the reports, or discards them if the scan breaks off.
   *
   * @param base whose records are passed over, or null to judge all
   * @throws IOException if a report could not be written
   */
  public ScanSummary run(DatasetFiles dataset, @Nullable BaseFiles base, List<ReportWriter> reports)
      throws IOException {
    Instant started = Instant.now();
    long clock = System.nanoTime();
    Ledger ledger = options.triage().none() ? null : new Ledger(options.triage());
    FindingCounts counts = new FindingCounts(detection.policy());
    try (ReportWriter report = ReportWriters.tee(withLedger(reports, ledger));
        Documents parsing = options.reading().documents();
        VerdictMemory memory = VerdictMemory.open(options.cache(), detection);
        ScanIndex index = ScanIndex.begin(options.index())) {
      ReadOptions reading = options.reading().withDocuments(parsing);
      Baseline baseline = options.triage().baseline();
      if (baseline != null) {
        report.known(baseline);
      }
      FramedRecords framed =
          new FramedRecords(
              counts,
              detection.policy(),
              new Probability(detection.calibration()),
              options.trustFraming());
      PathParts parts =
          new PathParts(
              options.gate().thresholds().paths(), options.gate().threshold(), options.root());
      HintedRecords hinted = new HintedRecords(detection.policy());
      Collector collector = new Collector(report, counts, framed, hinted, parts);
      boolean everyRecord = report.wantsEveryRecord();
      try (ChangedRecords changed = changed(base, reading);
          JudgePool judges =
              new JudgePool(
                  options.threads(), () -> detection.newChunkJudge(everyRecord, memory, index))) {
        FileOpener opener = changed == null ? ChunkReader::of : changed;
        ScanRun run = new ScanRun(reading, opener, judges, collector, progress, size(dataset));
        missing(dataset, collector);
        Map<Long, RecordVerdict> revised;
        SecondLook.Seen seen;
        Calibration calibration;
        try (Replay replay = new Replay(detection.minesTriggers())) {
          for (DataFile file : dataset.files()) {
            run.file(replay.of(file));
          }
          run.drain();
          revised = new TreeMap<>(collector.settle());
          calibration = collector.settleHints(detection.calibration(), revised);
          seen = new SecondLook(detection, reading, opener, collector, revised).look(run);
        }
        Duration elapsed = Duration.ofNanos(System.nanoTime() - clock);
        SummaryMaker summaries = new SummaryMaker(detection, options, calibration, collector);
        Triage triage = ledger == null ? null : summaries.triage(ledger, counts, revised);
        ScanSummary summary =
            summaries.summary(
                hinted, triage, seen, run.files(), dataset, changed, started, elapsed);
        if (index != null) {
          index.finish(summary, revised.values());
        }
        report.finish(summary, revised);
        return summary;
      }
    } catch (RecordIndexWriter.Failure e) {
      throw e.getCause();
    }
  }

  private @Nullable ChangedRecords changed(@Nullable BaseFiles base, ReadOptions reading) {
    return base == null ? null : ChangedRecords.since(base, reading, options.threads());
  }

  private static List<ReportWriter> withLedger(
      List<ReportWriter> reports, @Nullable Ledger ledger) {
    List<ReportWriter> all = new ArrayList<>(reports);
    if (ledger != null) {
      all.add(ledger);
    }
    return all;
  }

  private static void missing(DatasetFiles dataset, Collector collector) throws IOException {
    for (DatasetFiles.Unreadable unreadable : dataset.unreadable()) {
      collector.add(
          new Unscanned(Unscanned.Kind.FILE, unreadable.uri(), 0, 0, unreadable.message()),
          new FileTally(unreadable.uri()));
    }
  }

  private static long size(DatasetFiles dataset) {
    long sum = 0;
    for (DataFile file : dataset.files()) {
      if (file.size() < 0) {
        return -1;
      }
      sum += file.size();
    }
    return sum;
  }
}
