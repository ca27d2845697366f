package dev.assay.internal.report;

import dev.assay.rule.Rule;
import dev.assay.verdict.Finding;
import dev.assay.verdict.RecordVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;

/** The worst findings of a scan, so many and no more, whatever the size of the scan. */
final class WorstFindings {
  private final int max;
  private final PriorityQueue<KeptFinding> mildestFirst;
  private long passedOver;

  /**
   * @param max how many are kept
   */
  WorstFindings(int max) {
    this.max = max;
    this.mildestFirst = new PriorityQueue<>(KeptFinding.WORST_FIRST.reversed());
  }

  /** All findings of a record. */
  void offer(RecordVerdict record) {
    for (int i = 0; i < record.findings().size(); i++) {
      offer(record, i);
    }
  }

  /** One finding of a record; cheap where it is not among the worst. */
  void offer(RecordVerdict record, int index) {
    Finding finding = record.findings().get(index);
    KeptFinding mildest = mildestFirst.peek();
    boolean full = mildestFirst.size() >= max;
    if (full) {
      passedOver++;
    }
    if (max == 0 || (full && mildest != null && milder(finding, mildest))) {
      return;
    }
    KeptFinding kept = KeptFinding.of(record, index);
    if (full && mildest != null) {
      if (KeptFinding.WORST_FIRST.compare(kept, mildest) >= 0) {
        return;
      }
      mildestFirst.poll();
    }
    mildestFirst.add(kept);
  }

  /** Takes records whose verdict changed for what was said of them before. */
  void revise(Map<Long, RecordVerdict> revised) {
    if (revised.isEmpty()) {
      return;
    }
    forget(revised.keySet());
    new TreeMap<>(revised).values().forEach(this::offer);
  }

  /** Drops what records said. */
  void forget(Set<Long> ordinals) {
    if (!ordinals.isEmpty()) {
      mildestFirst.removeIf(kept -> ordinals.contains(kept.ordinal()));
    }
  }

  /** How many are kept. */
  int size() {
    return mildestFirst.size();
  }

  /**
   * How many findings there was no room for. A finding passed over in a record that was later
   * revised is counted in both.
   */
  long passedOver() {
    return passedOver;
  }

  /** Worst first. */
  List<KeptFinding> worstFirst() {
    List<KeptFinding> list = new ArrayList<>(mildestFirst);
    list.sort(KeptFinding.WORST_FIRST);
    return list;
  }

  /** Whether the finding is certainly not worse, by what is known without building it. */
  private static boolean milder(Finding finding, KeptFinding mildest) {
    if (finding.counted() != mildest.counted()) {
      return mildest.counted();
    }
    Rule rule = finding.rule();
    int severity = rule.severity().compareTo(mildest.rule().severity());
    return severity > 0
        || (severity == 0 && rule.confidence().compareTo(mildest.rule().confidence()) > 0);
  }
}
