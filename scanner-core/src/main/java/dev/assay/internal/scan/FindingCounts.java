package dev.assay.internal.scan;

import dev.assay.estimate.CensusBuilder;
import dev.assay.rule.Family;
import dev.assay.rule.Rule;
import dev.assay.verdict.Finding;
import dev.assay.verdict.RecordVerdict;
import dev.assay.verdict.VerdictPolicy;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Enters judged records into a census. Stateless. */
final class FindingCounts {
  /** The worst and surest evidence says which family a record counts for. */
  private static final Comparator<Rule> WORST_FIRST =
      Comparator.comparing(Rule::severity)
          .thenComparing(Rule::confidence)
          .thenComparing(Rule::family)
          .thenComparing(Rule::id);

  private final VerdictPolicy policy;

  FindingCounts(VerdictPolicy policy) {
    this.policy = policy;
  }

  void count(RecordVerdict record, CensusBuilder census) {
    Set<Family> counted = families(record, Finding::counted);
    Set<Family> framed =
        families(record, finding -> !finding.counted() && policy.counts(finding.rule()));
    switch (record.verdict()) {
      case CLEAN -> census.addClean(families(record, finding -> policy.hints(finding.rule())));
      case FRAMED -> census.addFramed(framed);
      case SUSPECT -> {
        Rule worst = worst(record);
        census.addSuspect(worst.family(), counted, framed, worst.severity());
      }
    }
    Set<String> rules = new TreeSet<>();
    for (Finding finding : record.findings()) {
      rules.add(finding.rule().id());
    }
    census.addRules(rules);
  }

  private static Set<Family> families(RecordVerdict record, Predicate<Finding> which) {
    Set<Family> families = EnumSet.noneOf(Family.class);
    for (Finding finding : record.findings()) {
      if (which.test(finding)) {
        families.add(finding.rule().family());
      }
    }
    return families;
  }

  private static Rule worst(RecordVerdict record) {
    return record.findings().stream()
        .filter(Finding::counted)
        .map(Finding::rule)
        .min(WORST_FIRST)
        .orElseThrow();
  }
}
