package dev.assay.internal.triage;

import dev.assay.record.Unscanned;
import dev.assay.report.ReportWriter;
import dev.assay.report.ScanSummary;
import dev.assay.triage.Baseline;
import dev.assay.triage.Baseline.Key;
import dev.assay.triage.BaselineEntry;
import dev.assay.triage.Standing;
import dev.assay.triage.Triage;
import dev.assay.verdict.RecordVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes down every finding of a scan for a baseline. What is suppressed is not taken down: when its
 * suppression expires, it shall be seen.
 */
public final class FoundFindings implements ReportWriter {
  private record Found(Key key, String family, String rule) {}

  private final Map<Long, List<Found>> byRecord = new TreeMap<>();
  private Baseline baseline = Baseline.of(List.of());

  @Override
  public boolean wantsEveryRecord() {
    return false;
  }

  @Override
  public void record(RecordVerdict record) {
    List<Key> prints = Ledger.prints(record);
    List<Found> found = new ArrayList<>(prints.size());
    for (int i = 0; i < prints.size(); i++) {
      var rule = record.findings().get(i).rule();
      found.add(new Found(prints.get(i), rule.family().id(), rule.id()));
    }
    byRecord.put(record.ordinal(), found);
  }

  @Override
  public void unscanned(Unscanned unscanned) {
    // The caller writes no baseline of a scan with holes.
  }

  @Override
  public void finish(ScanSummary summary, Map<Long, RecordVerdict> revised) {
    revised.values().forEach(this::record);
    Map<Key, BaselineEntry> entries = new TreeMap<>();
    byRecord.forEach((ordinal, found) -> add(ordinal, found, summary.triage(), entries));
    baseline = Baseline.of(entries.values());
  }

  private static void add(
      long ordinal, List<Found> found, @Nullable Triage triage, Map<Key, BaselineEntry> entries) {
    for (int i = 0; i < found.size(); i++) {
      if (triage == null || triage.standing(ordinal, i) != Standing.SUPPRESSED) {
        Found one = found.get(i);
        BaselineEntry entry =
            new BaselineEntry(
                one.key().fingerprint(), one.key().weight(), one.family(), one.rule(), 1);
        entries.merge(one.key(), entry, (before, now) -> before.times(before.count() + 1));
      }
    }
  }

  @Override
  public void close() {}

  /** What was found, once the scan is finished. */
  public Baseline baseline() {
    return baseline;
  }
}
