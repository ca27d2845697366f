package dev.assay.internal.report;

import dev.assay.triage.Baseline;
import dev.assay.triage.Baseline.Key;
import dev.assay.triage.Weight;
import dev.assay.verdict.RecordVerdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The findings that a report has room for: new ones before those that the baseline holds, and of
 * each the worst. Which are new is settled at the end of a scan; until then a copy beyond those of
 * the baseline is taken for new, whichever of them it is.
 */
final class KeptFindings {
  private final int max;
  private final WorstFindings fresh;
  private final WorstFindings known;
  private final Map<Key, Long> seen = new HashMap<>();
  private @Nullable Baseline baseline;

  /**
   * @param max how many are kept
   */
  KeptFindings(int max) {
    this.max = max;
    this.fresh = new WorstFindings(max);
    this.known = new WorstFindings(max);
  }

  /** What was there before; said before the first finding. */
  void known(Baseline before) {
    baseline = before;
  }

  /** All findings of a record. */
  void offer(RecordVerdict record) {
    for (int i = 0; i < record.findings().size(); i++) {
      (isKnown(record, i) ? known : fresh).offer(record, i);
    }
  }

  private boolean isKnown(RecordVerdict record, int index) {
    if (baseline == null) {
      return false;
    }
    Weight weight = Weight.of(record.findings().get(index), record.framing());
    Key key = new Key(FindingPrint.of(record, index), weight);
    long held = baseline.count(key.fingerprint(), key.weight());
    return held > 0 && seen.merge(key, 1L, Long::sum) <= held;
  }

  /** Takes records whose verdict changed for what was said of them before. */
  void revise(Map<Long, RecordVerdict> revised) {
    fresh.forget(revised.keySet());
    known.forget(revised.keySet());
    new TreeMap<>(revised).values().forEach(this::offer);
  }

  /** How many findings there was no room for; one that was revised may be counted twice. */
  long passedOver() {
    long kept = (long) fresh.size() + known.size();
    return fresh.passedOver() + known.passedOver() + Math.max(0, kept - max);
  }

  /** New ones, worst first, then the others, worst first. */
  List<KeptFinding> newFirst() {
    List<KeptFinding> all = new ArrayList<>(fresh.worstFirst());
    all.addAll(known.worstFirst());
    return all.size() <= max ? all : all.subList(0, max);
  }
}
