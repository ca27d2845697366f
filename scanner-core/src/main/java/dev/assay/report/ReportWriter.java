package dev.assay.report;

import dev.assay.record.Unscanned;
import dev.assay.triage.Baseline;
import dev.assay.verdict.RecordVerdict;
import java.io.Closeable;
import java.io.IOException;
import java.util.Map;

/**
 * Takes a scan's results as they come, in input order, and writes one report of them.
 *
 * <p>A report is written whole or not at all: until {@link #finish} returns, nothing stands under
 * the report's name, and closing without it leaves no trace. Used by one thread. Memory is bounded
 * whatever the number of records.
 */
public interface ReportWriter extends Closeable {
  /** Whether the writer wants every record, or only those with a finding. */
  boolean wantsEveryRecord();

  /**
   * What was there before; called first, and only where the scan has a baseline. A report that has
   * no room for all findings keeps the new ones.
   */
  default void known(Baseline baseline) throws IOException {}

  /** A judged record; called in input order. */
  void record(RecordVerdict record) throws IOException;

  /** Something that could not be scanned; called in input order. */
  void unscanned(Unscanned unscanned) throws IOException;

  /**
   * The scan is over: completes the report and puts it under its name.
   *
   * @param summary the whole
   * @param revised verdicts that changed after they were handed over, by ordinal: what only many
   *     records show can turn a verdict at the end
   */
  void finish(ScanSummary summary, Map<Long, RecordVerdict> revised) throws IOException;

  /** Releases everything; without an earlier {@link #finish} the report is discarded. */
  @Override
  void close() throws IOException;
}
