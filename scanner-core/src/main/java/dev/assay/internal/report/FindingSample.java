package dev.assay.internal.report;

import dev.assay.triage.Standing;
import dev.assay.triage.Triage;
import dev.assay.verdict.RecordVerdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A few findings for people to read: the worst first, and one of each rule before a second of any,
 * so that a rule that fires a thousand times does not hide the others. Memory grows with the number
 * of rules alone.
 */
final class FindingSample {
  private final int max;
  private final Map<String, WorstFindings> byRule = new TreeMap<>();

  FindingSample(int max) {
    this.max = max;
  }

  void offer(RecordVerdict record) {
    for (int i = 0; i < record.findings().size(); i++) {
      offer(record, i);
    }
  }

  private void offer(RecordVerdict record, int finding) {
    byRule
        .computeIfAbsent(record.findings().get(finding).rule().id(), id -> new WorstFindings(max))
        .offer(record, finding);
  }

  /** New findings alone, where something is known; this sample as it is where nothing is. */
  FindingSample fresh(@Nullable Triage triage) {
    if (triage == null) {
      return this;
    }
    FindingSample fresh = new FindingSample(max);
    for (RecordVerdict record : triage.examples()) {
      for (int i = 0; i < record.findings().size(); i++) {
        if (triage.standing(record.ordinal(), i) == Standing.NEW) {
          fresh.offer(record, i);
        }
      }
    }
    return fresh;
  }

  void revise(Map<Long, RecordVerdict> revised) {
    Map<Long, RecordVerdict> silent = new TreeMap<>();
    revised.forEach((ordinal, record) -> silent.put(ordinal, withoutFindings(record)));
    byRule.values().forEach(worst -> worst.revise(silent));
    new TreeMap<>(revised).values().forEach(this::offer);
  }

  /**
   * At most {@code max} findings, worst first.
   *
   * @param told rules whose findings are told elsewhere
   */
  List<KeptFinding> pick(Set<String> told) {
    List<List<KeptFinding>> rules = new ArrayList<>();
    byRule.forEach(
        (rule, worst) -> {
          if (!told.contains(rule)) {
            rules.add(worst.worstFirst());
          }
        });
    rules.removeIf(Collection::isEmpty);
    rules.sort(Comparator.comparing(list -> list.get(0), KeptFinding.WORST_FIRST));
    List<KeptFinding> picked = new ArrayList<>();
    for (int round = 0; round < max; round++) {
      for (List<KeptFinding> list : rules) {
        if (round < list.size() && picked.size() < max) {
          picked.add(list.get(round));
        }
      }
    }
    picked.sort(KeptFinding.WORST_FIRST);
    return picked;
  }

  private static RecordVerdict withoutFindings(RecordVerdict record) {
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
        List.of());
  }
}
