package dev.assay;

import dev.assay.internal.triage.BaselineFile;
import dev.assay.internal.triage.FoundFindings;
import dev.assay.internal.triage.WholeFile;
import dev.assay.report.ScanProgress;
import dev.assay.report.ScanSummary;
import dev.assay.triage.Baseline;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes and keeps baselines: files that say which findings were there before. A baseline is written
 * whole or not at all, and only after a scan without holes.
 */
public final class Baselines {
  private Baselines() {}

  /** What is done to a baseline. */
  public enum Change {
    /** Makes it; an existing one is not replaced. */
    WRITE,
    /** Adds what is new; takes nothing out. */
    UPDATE,
    /** Takes out what is not there any more; adds nothing. */
    PRUNE
  }

  /**
   * What became of a baseline.
   *
   * @param added copies of findings that came in
   * @param removed copies that went out
   * @param size copies that it holds now
   * @param summary of the scan
   * @param written whether the file was written; not where the scan has holes
   */
  public record Outcome(
      long added, long removed, long size, ScanSummary summary, boolean written) {}

  /**
   * Reads a baseline.
   *
   * @throws ScanException if it cannot be used; says why and what to do
   */
  public static Baseline read(Path file) throws ScanException {
    return Configured.baseline(file);
  }

  /**
   * Scans, and changes the baseline accordingly.
   *
   * @param config what to scan; its own baseline has no part in it, its suppressions have: what is
   *     suppressed does not come in
   * @param file the baseline
   * @throws ScanException if the baseline cannot be used or written, or the scan not made; then the
   *     file is as it was
   */
  public static Outcome change(
      Change change, ScanConfig config, Path file, ScanProgress progress, InputStream standardInput)
      throws ScanException {
    if (config.changes() != null) {
      throw ScanException.usage(
          "A baseline is of the whole dataset: leave out --since and --merge.", null);
    }
    Baseline before = before(change, file);
    FoundFindings found = new FoundFindings();
    Scanner scanner = Scanner.of(config.toBuilder().baseline(null).build());
    ScanSummary summary = scanner.scan(List.of(found), progress, standardInput);
    Baseline after =
        switch (change) {
          case WRITE -> found.baseline();
          case UPDATE -> before.with(found.baseline());
          case PRUNE -> before.within(found.baseline());
        };
    if (summary.complete()) {
      store(after, file);
    }
    return new Outcome(
        after.missingIn(before),
        before.missingIn(after),
        after.size(),
        summary,
        summary.complete());
  }

  private static Baseline before(Change change, Path file) throws ScanException {
    if (change != Change.WRITE) {
      return read(file);
    }
    if (Files.exists(file)) {
      throw ScanException.usage(
          "There is a baseline "
              + file
              + " already: assay baseline update adds what is new to it, assay baseline prune takes"
              + " out what is gone. Remove it to begin anew.",
          null);
    }
    return Baseline.of(List.of());
  }

  private static void store(Baseline baseline, Path file) throws ScanException {
    if (baseline.entries().size() > BaselineFile.MAX_ENTRIES) {
      throw ScanException.usage(
          "There are "
              + baseline.entries().size()
              + " findings; a baseline holds at most "
              + BaselineFile.MAX_ENTRIES
              + ". Clean the data first.",
          null);
    }
    try {
      WholeFile.write(file, BaselineFile.text(baseline));
    } catch (IOException e) {
      throw ScanException.broken(
          "The baseline "
              + file
              + " could not be written and is as it was ("
              + e
              + "): name another place.",
          e);
    }
  }
}
