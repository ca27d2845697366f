package dev.assay.internal.triage;

import dev.assay.internal.report.FindingPrint;
import dev.assay.record.Unscanned;
import dev.assay.report.ReportWriter;
import dev.assay.report.ScanSummary;
import dev.assay.triage.Baseline;
import dev.assay.triage.Baseline.Key;
import dev.assay.triage.Weight;
import dev.assay.verdict.Finding;
import dev.assay.verdict.RecordVerdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps of every record with a finding what it takes to say at the end what is new. Memory grows
 * with those records, some hundred bytes each.
 */
public final class Ledger implements ReportWriter {
  /** New records that are kept whole, for people to look at. */
  static final int MAX_EXAMPLES = 2_000;

  /**
   * A record and the names of its findings.
   *
   * @param record without its evidence, unless it may be an example
   * @param whole whether it has it
   * @param prints of the findings, in their order
   */
  record Held(RecordVerdict record, boolean whole, List<Key> prints) {}

  private final TriageOptions options;
  private final TreeMap<Long, Held> held = new TreeMap<>();
  private final Map<Key, Long> seen = new HashMap<>();
  private int whole;

  public Ledger(TriageOptions options) {
    this.options = options;
  }

  @Override
  public boolean wantsEveryRecord() {
    return false;
  }

  @Override
  public void record(RecordVerdict record) {
    if (record.findings().isEmpty()) {
      return;
    }
    List<Key> prints = prints(record);
    boolean keep = whole < MAX_EXAMPLES && mayBeNew(record, prints);
    whole += keep ? 1 : 0;
    held.put(record.ordinal(), new Held(keep ? record : stripped(record), keep, prints));
  }

  @Override
  public void unscanned(Unscanned unscanned) {
    // Nothing is known of what was not judged.
  }

  @Override
  public void finish(ScanSummary summary, Map<Long, RecordVerdict> revised) {
    // The scan asks for the settlement before there is a summary.
  }

  @Override
  public void close() {}

  /** What baseline and suppressions make of the scan, once every verdict stands. */
  public Settlement settle(Map<Long, RecordVerdict> revised) {
    revised.forEach(
        (ordinal, record) -> {
          held.remove(ordinal);
          if (!record.findings().isEmpty()) {
            held.put(ordinal, new Held(record, true, prints(record)));
          }
        });
    return Settlement.of(options, held.values());
  }

  /** The names of a record's findings. */
  static List<Key> prints(RecordVerdict record) {
    List<Key> prints = new ArrayList<>(record.findings().size());
    for (int i = 0; i < record.findings().size(); i++) {
      Finding finding = record.findings().get(i);
      prints.add(new Key(FindingPrint.of(record, i), Weight.of(finding, record.framing())));
    }
    return prints;
  }

  private boolean mayBeNew(RecordVerdict record, List<Key> prints) {
    Baseline baseline = options.baseline();
    boolean may = false;
    for (Key print : prints) {
      if (print.weight() == Weight.COUNTED) {
        long copies = seen.merge(print, 1L, Long::sum);
        may |= baseline == null || copies > baseline.count(print.fingerprint(), print.weight());
      }
    }
    return may;
  }

  private static RecordVerdict stripped(RecordVerdict record) {
    List<Finding> findings = new ArrayList<>(record.findings().size());
    for (Finding finding : record.findings()) {
      findings.add(
          new Finding(
              finding.rule(),
              record.region(),
              "",
              "",
              finding.counted(),
              finding.counts(),
              List.of()));
    }
    return new RecordVerdict(
        record.ordinal(),
        record.uri(),
        record.row(),
        record.line(),
        record.region(),
        record.hash(),
        record.verdict(),
        record.framing(),
        record.probability(),
        findings);
  }
}
