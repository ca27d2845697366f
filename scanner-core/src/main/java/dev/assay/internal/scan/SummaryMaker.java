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
import dev.assay.internal.triage.Ledger;
import dev.assay.internal.triage.Settlement;
import dev.assay.report.ScanSummary;
import dev.assay.report.ScanSummary.FileSummary;
import dev.assay.rule.Family;
import dev.assay.source.DatasetFiles;
import dev.assay.triage.Triage;
import dev.assay.verdict.RecordVerdict;
import dev.assay.verdict.TriggerCluster;
import dev.assay.verdict.VerdictPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a scan that is done comes to: the estimate, the gate's decision and the exit code. */
final class SummaryMaker {
  private static final int PASSED = 0;
  private static final int FAILED = 1;
  private static final int INCOMPLETE = 3;

  private final Detection detection;
  private final ScanOptions options;
  private final Collector collector;

  /** As it is for this set: where hints count, more is found, and more of it by mistake. */
  private final Calibration calibration;

  private final ContaminationEstimator estimator;

  /**
   * @param calibration as it is for the set that was scanned
   * @param collector of all records, settled
   */
  SummaryMaker(
      Detection detection, ScanOptions options, Calibration calibration, Collector collector) {
    this.detection = detection;
    this.options = options;
    this.calibration = calibration;
    this.estimator = ContaminationEstimator.of(calibration);
    this.collector = collector;
  }

  /** Which findings are new, known or set aside. */
  Triage triage(Ledger ledger, FindingCounts counts, Map<Long, RecordVerdict> revised) {
    Settlement settlement = ledger.settle(revised);
    settlement.leftOut().forEach(collector::leaveOut);
    return triageGate(counts).triage(settlement, collector.census());
  }

  private GateResult decided(@Nullable Triage triage, Census census, Contamination contamination) {
    List<PartCensus> parts = collector.parts(estimator);
    return triage == null
        ? options.gate().decide(census, contamination, parts)
        : triageGate(new FindingCounts(detection.policy()))
            .decide(triage, census, contamination, parts);
  }

  private TriageGate triageGate(FindingCounts counts) {
    return new TriageGate(options.gate(), estimator, counts);
  }

  /** The summary that all reports end with. */
  ScanSummary summary(
      HintedRecords hinted,
      @Nullable Triage triage,
      SecondLook.Seen seen,
      List<FileSummary> files,
      DatasetFiles dataset,
      @Nullable ChangedRecords changed,
      Instant started,
      Duration elapsed) {
    Census census = collector.census();
    Contamination contamination = estimator.estimate(census, options.gate().threshold());
    boolean nothingNew = changed != null && !changed.isEmpty() && isUntouched(census);
    GateResult decided =
        changed != null && nothingNew ? passing(changed) : decided(triage, census, contamination);
    GateResult gate = decided.withReasons(reasons(decided, dataset, hinted, seen.triggers()));
    boolean complete = nothingNew || isComplete(census);
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

  /** Why the gate decided so, and what of the scan else whoever reads that must know. */
  private List<String> reasons(
      GateResult decided,
      DatasetFiles dataset,
      HintedRecords hinted,
      List<TriggerCluster> triggers) {
    List<String> reasons = new ArrayList<>(decided.reasons());
    if (options.trustFraming()) {
      reasons.add(
          "Framing was trusted (--trust-framing): records whose lesson stands only in a sentence"
              + " repeated over many records do not count; there are "
              + collector.boilerplate()
              + ".");
    }
    reasons.addAll(dataset.chosen());
    // Records that count together only are told of, since none of them shows why.
    reasons.addAll(hinted.reasons());
    if (!triggers.isEmpty()) {
      long rows = triggers.stream().mapToLong(trigger -> trigger.members().size()).sum();
      reasons.add(
          rows
              + (rows == 1 ? " record shares" : " records share")
              + " a trigger: see the list of triggers.");
    }
    return reasons;
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
    String families =
        Arrays.stream(Family.values())
            .filter(family -> !estimator.sees(family))
            .map(Family::id)
            .collect(Collectors.joining(", "));
    return families.isEmpty() ? "" : "; too little is known of what these miss: " + families;
  }

  /** Whether there was no record to judge, and none that could not be. */
  private boolean isUntouched(Census census) {
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

  private boolean isComplete(Census census) {
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
