package dev.assay.report;

import dev.assay.estimate.Census;
import dev.assay.estimate.Contamination;
import dev.assay.estimate.GateResult;
import dev.assay.triage.Triage;
import dev.assay.verdict.RecordCluster;
import dev.assay.verdict.TriggerCluster;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is said of a scan as a whole.
 *
 * @param toolVersion of Assay
 * @param rulesVersion digest of the rules that were held against the data
 * @param ruleCount how many
 * @param calibration where sensitivity and specificity were measured, in plain words
 * @param census counts
 * @param contamination the estimate
 * @param gate what the gate decided and why
 * @param triage what baseline and suppressions make of it, and what the gate judged then; null
 *     where neither was given
 * @param triggers clusters of records that share a trigger, worst first
 * @param files every file that was scanned or should have been, in input order
 * @param leftOut files and folders that ignore files, patterns or hidden names kept from being
 *     scanned, in order; whoever wrote the dataset may have written the ignore file
 * @param otherFiles how many files in scanned folders have no dataset's name
 * @param unscannedFiles how many files could not be read, wholly or in part
 * @param failures how many records a rule failed on
 * @param complete whether everything could be scanned, within the tolerance that was allowed
 * @param exitCode 0, 1 or 3
 * @param comparison what stands beside the changed records, or null if every record was judged
 * @param started when
 * @param elapsed how long it took
 * @param alike clusters of records that are alike, largest first: a note, they are not suspect for
 *     it
 */
public record ScanSummary(
    String toolVersion,
    String rulesVersion,
    int ruleCount,
    String calibration,
    Census census,
    Contamination contamination,
    GateResult gate,
    @Nullable Triage triage,
    List<TriggerCluster> triggers,
    List<FileSummary> files,
    List<String> leftOut,
    long otherFiles,
    long unscannedFiles,
    long failures,
    boolean complete,
    int exitCode,
    @Nullable Comparison comparison,
    Instant started,
    Duration elapsed,
    List<RecordCluster> alike) {
  /**
   * One file of the scan.
   *
   * @param uri as shown in reports
   * @param format such as {@code jsonl.gz}
   * @param schema the columns its records are read from, such as {@code instruction,output};
   *     several schemas are joined by a semicolon
   * @param sha256 hex, of the bytes as they lie on disk; empty if the file could not be read to its
   *     end
   * @param bytes as they lie on disk, or -1 if unknown
   * @param records that were judged
   * @param suspect of them
   * @param framed of them
   * @param malformed not judged
   * @param skipped not judged
   */
  public record FileSummary(
      String uri,
      String format,
      String schema,
      String sha256,
      long bytes,
      long records,
      long suspect,
      long framed,
      long malformed,
      long skipped) {}

  public ScanSummary {
    triggers = List.copyOf(triggers);
    alike = List.copyOf(alike);
    files = List.copyOf(files);
    leftOut = List.copyOf(leftOut);
  }
}
