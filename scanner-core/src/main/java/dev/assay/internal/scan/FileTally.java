package dev.assay.internal.scan;

import dev.assay.estimate.CensusBuilder;
import dev.assay.record.Unscanned;
import dev.assay.report.ScanSummary.FileSummary;
import dev.assay.verdict.Verdict;
import java.util.Set;
import java.util.TreeSet;

/** Counts of one file while it is being scanned. */
final class FileTally {
  private static final int MOST_SCHEMAS = 10;

  private final String uri;
  private final CensusBuilder part;
  private final Set<String> schemas = new TreeSet<>();
  private long judged;
  private long suspect;
  private long framed;
  private long malformed;
  private long skipped;
  private boolean broken;

  FileTally(String uri) {
    this(uri, new CensusBuilder());
  }

  /**
   * @param part counts of all files that are judged together with this one
   */
  FileTally(String uri, CensusBuilder part) {
    this.uri = uri;
    this.part = part;
  }

  /** Counts of all files that are judged together with this one. */
  CensusBuilder part() {
    return part;
  }

  void judged(long records, String columns) {
    judged += records;
    if (records > 0 && schemas.size() < MOST_SCHEMAS) {
      schemas.add(columns);
    }
  }

  long judged() {
    return judged;
  }

  void verdict(Verdict verdict, int sign) {
    if (verdict == Verdict.SUSPECT) {
      suspect += sign;
    } else if (verdict == Verdict.FRAMED) {
      framed += sign;
    }
  }

  void unscanned(Unscanned.Kind kind) {
    if (kind == Unscanned.Kind.MALFORMED) {
      malformed++;
    } else if (kind != Unscanned.Kind.FILE) {
      skipped++;
    } else {
      broken = true;
    }
  }

  /** Whether the file could not be read to its end. */
  boolean broken() {
    return broken;
  }

  FileSummary summary(String format, String sha256, long bytes) {
    return new FileSummary(
        uri,
        format,
        String.join("; ", schemas),
        sha256,
        bytes,
        judged,
        suspect,
        framed,
        malformed,
        skipped);
  }
}
