package dev.assay.internal.scan;

import dev.assay.estimate.Census;
import dev.assay.internal.match.index.IndexException;
import dev.assay.internal.match.index.IndexedRecord;
import dev.assay.internal.match.index.IndexedRecord.Evidence;
import dev.assay.internal.match.index.IndexedRecord.Judged;
import dev.assay.internal.match.index.IndexedRecord.Span;
import dev.assay.internal.match.index.RecordIndexWriter;
import dev.assay.internal.match.index.RecordIndexWriter.Revision;
import dev.assay.record.DataRecord;
import dev.assay.report.Comparison;
import dev.assay.report.ScanSummary;
import dev.assay.rule.Family;
import dev.assay.search.IndexFacts;
import dev.assay.signal.Signal;
import dev.assay.verdict.RecordVerdict;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts judged records into an index. Several threads may add. */
final class ScanIndex implements Closeable {
  /** A chunk holds fewer records. */
  private static final int POSITION_BITS = 32;

  private final RecordIndexWriter writer;

  private ScanIndex(RecordIndexWriter writer) {
    this.writer = writer;
  }

  /**
   * Begins an index; null without a place for it.
   *
   * @throws IndexException if it cannot be written there
   */
  static @Nullable ScanIndex begin(@Nullable Path place) throws IndexException {
    return place == null ? null : new ScanIndex(RecordIndexWriter.begin(place));
  }

  /**
   * Adds a record.
   *
   * @param chunk its number in the scan
   * @param position number of the record among the judged ones of its chunk
   * @param suspectOf families of evidence that made it suspect by itself
   */
  void add(
      long chunk,
      int position,
      DataRecord record,
      Judgement judgement,
      Set<Family> suspectOf,
      RecordVerdict verdict) {
    writer.add(
        chunk << POSITION_BITS | position,
        new IndexedRecord(
            record.turns(),
            verdict.uri(),
            verdict.row(),
            verdict.line(),
            verdict.hash(),
            judged(verdict),
            suspectOf,
            judgement.behaviours(),
            evidence(judgement)));
  }

  private static List<Evidence> evidence(Judgement judgement) {
    List<Evidence> evidence = new ArrayList<>(judgement.evidence().size());
    for (Signal signal : judgement.evidence()) {
      evidence.add(
          new Evidence(
              signal.rule().id(),
              signal.rule().family() == Family.SECRET,
              new Span(signal.turn(), signal.start(), signal.end())));
    }
    return evidence;
  }

  private static Judged judged(RecordVerdict verdict) {
    return new Judged(
        verdict.verdict(),
        verdict.framing(),
        verdict.probability(),
        List.copyOf(verdict.familyIds()),
        List.copyOf(verdict.ruleIds()));
  }

  /**
   * Completes the index.
   *
   * @param revised verdicts that the whole set turned
   */
  void finish(ScanSummary summary, Collection<RecordVerdict> revised) throws IndexException {
    writer.revise(
        () ->
            revised.stream()
                .map(one -> new Revision(one.uri(), one.row(), judged(one)))
                .iterator());
    Census census = summary.census();
    Comparison comparison = summary.comparison();
    writer.finish(
        new IndexFacts(
            summary.toolVersion(),
            summary.rulesVersion(),
            census.scanned(),
            census.malformed() + census.skipped() + summary.failures(),
            summary.unscannedFiles(),
            comparison == null ? null : comparison.base()));
  }

  @Override
  public void close() {
    writer.close();
  }
}
