package dev.assay.internal.scan;

import dev.assay.estimate.Calibration;
import dev.assay.estimate.Census;
import dev.assay.estimate.Contamination;
import dev.assay.estimate.ContaminationEstimator;
import dev.assay.estimate.Decision;
import dev.assay.estimate.Gate;
import dev.assay.estimate.GatePolicy;
import dev.assay.estimate.GateResult;
import dev.assay.estimate.PartCensus;
import dev.assay.internal.format.ChunkReader;
import dev.assay.internal.format.Documents;
import dev.assay.internal.format.ReadOptions;
import dev.assay.internal.match.index.RecordIndexWriter;
import dev.assay.internal.source.BaseFiles;
import dev.assay.internal.source.Replay;
import dev.assay.internal.triage.Ledger;
import dev.assay.internal.triage.Settlement;
import dev.assay.record.Unscanned;
import dev.assay.report.ReportWriter;
import dev.assay.report.ReportWriters;
import dev.assay.report.ScanProgress;
import dev.assay.report.ScanSummary;
import dev.assay.report.ScanSummary.FileSummary;
import dev.assay.rule.Family;
import dev.assay.source.DataFile;
import dev.assay.source.DatasetFiles;
import dev.assay.triage.Baseline;
import dev.assay.triage.Triage;
import dev.assay.verdict.RecordVerdict;
import dev.assay.verdict.TriggerCluster;
import dev.assay.verdict.VerdictPolicy;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One scan of one dataset, from its files to its summary. */
public final class DatasetScan {
  private static final int PASSED = 0;
  private static final int FAILED = 1;
  private static final int INCOMPLETE = 3;

  private final Detection detection;
  private final ScanOptions options;
  private final ScanProgress progress;

  /** As it is for this set: where hints count, more is found, and more of it by mistake. */
  private Calibration calibration;

  public DatasetScan(Detection detection, ScanOptions options, ScanProgress progress) {
    this.detection = detection;
    this.calibration = detection.calibration();
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
        try (Replay replay = new Replay(detection.minesTriggers())) {
          for (DataFile file : dataset.files()) {
            run.file(replay.of(file));
          }
          run.drain();
          revised = new TreeMap<>(collector.settle());
          calibration = collector.settleHints(calibration, revised);
          seen = new SecondLook(detection, reading, opener, collector, revised).look(run);
        }
        Duration elapsed = Duration.ofNanos(System.nanoTime() - clock);
        Triage triage = triage(ledger, counts, revised, collector);
        ScanSummary summary =
            summary(
                collector, hinted, triage, seen, run.files(), dataset, changed, started, elapsed);
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

  private @Nullable Triage triage(
      @Nullable Ledger ledger,
      FindingCounts counts,
      Map<Long, RecordVerdict> revised,
      Collector collector) {
    if (ledger == null) {
      return null;
    }
    Settlement settlement = ledger.settle(revised);
    settlement.leftOut().forEach(collector::leaveOut);
    return triageGate(counts).triage(settlement, collector.census());
  }

  private GateResult decided(
      Collector collector, @Nullable Triage triage, Census census, Contamination contamination) {
    List<PartCensus> parts = collector.parts(ContaminationEstimator.of(calibration));
    return triage == null
        ? options.gate().decide(census, contamination, parts)
        : triageGate(new FindingCounts(detection.policy()))
            .decide(triage, census, contamination, parts);
  }

  private TriageGate triageGate(FindingCounts counts) {
    return new TriageGate(options.gate(), ContaminationEstimator.of(calibration), counts);
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

  private ScanSummary summary(
      Collector collector,
      HintedRecords hinted,
      @Nullable Triage triage,
      SecondLook.Seen seen,
      List<FileSummary> files,
      DatasetFiles dataset,
      @Nullable ChangedRecords changed,
      Instant started,
      Duration elapsed) {
    Census census = collector.census();
    Contamination contamination =
        ContaminationEstimator.of(calibration).estimate(census, options.gate().threshold());
    boolean nothingNew = changed != null && !changed.isEmpty() && isUntouched(collector, census);
    GateResult decided =
        changed != null && nothingNew
            ? passing(changed)
            : decided(collector, triage, census, contamination);
    GateResult told = choosing(dataset, trusting(collector, decided));
    GateResult gate = noting(seen.triggers(), hinting(hinted, told));
    boolean complete = nothingNew || isComplete(collector, census);
    return new ScanSummary(
        ToolVersion.read(),
        detection.rules().version(),
        detection.rules().rules().size(),
        calibrationNote(),
        census,
        contamination,
        gate,
        triage,
        seen.triggers(),
        files,
        dataset.ignored(),
        dataset.otherFiles(),
        collector.unscannedFiles(),
        collector.failures(),
        complete,
        complete ? exitCode(gate) : INCOMPLETE,
        changed == null ? null : changed.told(),
        started,
        elapsed,
        seen.alike());
  }

  /** A trigger of few rows passes, and is said all the same. */
  private GateResult noting(List<TriggerCluster> triggers, GateResult gate) {
    if (triggers.isEmpty()) {
      return gate;
    }
    long rows = triggers.stream().mapToLong(trigger -> trigger.members().size()).sum();
    List<String> reasons = new ArrayList<>(gate.reasons());
    reasons.add(
        rows
            + (rows == 1 ? " record shares" : " records share")
            + " a trigger: see the list of triggers.");
    return gate.withReasons(reasons);
  }

  /** Records that count together only are told of, since none of them shows why. */
  private static GateResult hinting(HintedRecords hinted, GateResult gate) {
    List<String> reasons = new ArrayList<>(gate.reasons());
    reasons.addAll(hinted.reasons());
    return gate.withReasons(reasons);
  }

  /** A decision on some parts of a dataset is none on the others. */
  private static GateResult choosing(DatasetFiles dataset, GateResult gate) {
    List<String> reasons = new ArrayList<>(gate.reasons());
    reasons.addAll(dataset.chosen());
    return gate.withReasons(reasons);
  }

  /** Whoever reads a report must see that framing was taken on trust. */
  private GateResult trusting(Collector collector, GateResult gate) {
    if (!options.trustFraming()) {
      return gate;
    }
    List<String> reasons = new ArrayList<>(gate.reasons());
    reasons.add(
        "Framing was trusted (--trust-framing): records whose lesson stands only in a sentence"
            + " repeated over many records do not count; there are "
            + collector.boilerplate()
            + ".");
    return gate.withReasons(reasons);
  }

  private String calibrationNote() {
    String measuredWith = calibration.rulesVersion();
    boolean same = measuredWith.equals(detection.rules().version());
    return calibration.measuredOn()
        + unseen()
        + (same ? "" : "; measured with other rules than these")
        + (same || measuredWith.isEmpty() ? "" : " (" + measuredWith + ")")
        + (detection.policy().equals(VerdictPolicy.standard())
            ? ""
            : "; measured where findings of medium severity and confidence count");
  }

  private String unseen() {
    ContaminationEstimator estimator = ContaminationEstimator.of(calibration);
    String families =
        Arrays.stream(Family.values())
            .filter(family -> !estimator.sees(family))
            .map(Family::id)
            .collect(Collectors.joining(", "));
    return families.isEmpty() ? "" : "; too little is known of what these miss: " + families;
  }

  /** Whether there was no record to judge, and none that could not be. */
  private static boolean isUntouched(Collector collector, Census census) {
    return census.scanned() + census.malformed() + census.skipped() == 0
        && collector.unscannedFiles() == 0
        && collector.failures() == 0;
  }

  /** A change that brings no record cannot make the data worse. */
  private GateResult passing(ChangedRecords changed) {
    String reason = "No record is new or changed since " + changed.told().base() + ".";
    Gate asked = options.gate();
    return new GateResult(
        asked.threshold(), asked.policy(), Decision.PASS, List.of(reason), List.of());
  }

  private boolean isComplete(Collector collector, Census census) {
    long missed = census.malformed() + census.skipped();
    return census.scanned() > 0
        && collector.unscannedFiles() == 0
        && collector.failures() == 0
        && missed <= options.maxMalformed() * (census.scanned() + missed);
  }

  /** Under the policy that asks for proof that the data are good, doubt does not pass. */
  private static int exitCode(GateResult gate) {
    boolean doubtFails = gate.policy() == GatePolicy.UPPER;
    boolean failed =
        gate.decision() == Decision.FAIL
            || (gate.decision() == Decision.INCONCLUSIVE && doubtFails);
    return failed ? FAILED : PASSED;
  }
}
