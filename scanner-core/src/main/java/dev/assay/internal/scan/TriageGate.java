package dev.assay.internal.scan;

import dev.assay.estimate.Census;
import dev.assay.estimate.CensusBuilder;
import dev.assay.estimate.Contamination;
import dev.assay.estimate.ContaminationEstimator;
import dev.assay.estimate.CountReached;
import dev.assay.estimate.Decision;
import dev.assay.estimate.Gate;
import dev.assay.estimate.GateResult;
import dev.assay.estimate.PartCensus;
import dev.assay.internal.triage.Settlement;
import dev.assay.triage.BaselineUse;
import dev.assay.triage.Suppression;
import dev.assay.triage.SuppressionUse;
import dev.assay.triage.Triage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The gate where something is known. It judges what is left once known and suppressed records are
 * taken out of the counts: out of all of them, since a known poisoned record that counted as clean
 * would speak for the rest.
 */
final class TriageGate {
  private static final int UNUSED_NAMED = 5;

  private final Gate gate;
  private final ContaminationEstimator estimator;
  private final FindingCounts counts;

  TriageGate(Gate gate, ContaminationEstimator estimator, FindingCounts counts) {
    this.gate = gate;
    this.estimator = estimator;
    this.counts = counts;
  }

  Triage triage(Settlement settlement, Census whole) {
    CensusBuilder judged = new CensusBuilder();
    judged.add(whole);
    CensusBuilder leftOut = new CensusBuilder();
    settlement.leftOut().forEach(record -> counts.count(record, leftOut));
    judged.remove(leftOut.build());
    Census rest = judged.build();
    return new Triage(
        settlement.baseline(),
        settlement.suppressions(),
        settlement.suppressed(),
        rest,
        estimator.estimate(rest, gate.threshold()),
        settlement.standings(),
        settlement.examples());
  }

  /** What the gate makes of the records that are left, with all that a reader must know besides. */
  GateResult decide(
      Triage triage, Census whole, Contamination contamination, List<PartCensus> parts) {
    GateResult result = left(triage, whole, parts);
    List<String> reasons = new ArrayList<>();
    List<SuppressionUse> uses = triage.suppressions() == null ? List.of() : triage.suppressions();
    uses.stream().filter(SuppressionUse::fails).forEach(use -> reasons.add(failed(use)));
    boolean failed = !reasons.isEmpty();
    reasons.add(leftOut(triage) + result.reasons().get(0));
    reasons.addAll(result.reasons().subList(1, result.reasons().size()));
    if (triage.leftOut() > 0) {
      reasons.add(whole(whole, contamination));
      limits(result, whole, contamination, reasons);
    }
    BaselineUse baseline = triage.baseline();
    if (baseline != null && baseline.gone() > 0) {
      reasons.add(gone(baseline.gone()));
    }
    unused(uses, reasons);
    return new GateResult(
        result.threshold(),
        result.policy(),
        failed ? Decision.FAIL : result.decision(),
        reasons,
        result.counts(),
        result.parts());
  }

  private GateResult left(Triage triage, Census whole, List<PartCensus> parts) {
    if (triage.judged().scanned() == 0 && whole.scanned() > 0) {
      return new GateResult(
          gate.threshold(), gate.policy(), Decision.PASS, List.of("No record is left to judge."));
    }
    return gate.decide(triage.judged(), triage.contamination(), parts);
  }

  private static String leftOut(Triage triage) {
    List<String> parts = new ArrayList<>();
    BaselineUse baseline = triage.baseline();
    if (baseline != null && baseline.known() > 0) {
      parts.add(count(baseline.known()) + " known");
    }
    if (triage.suppressed() > 0) {
      parts.add(count(triage.suppressed()) + " suppressed");
    }
    if (parts.isEmpty()) {
      return "";
    }
    String noun = triage.leftOut() == 1 ? " record: " : " records: ";
    return "Leaving out " + String.join(" and ", parts) + noun;
  }

  private String whole(Census whole, Contamination contamination) {
    return String.format(
        Locale.ROOT,
        "With them, %.2f %% of all records are suspect, and contamination is estimated at %.2f %%.",
        100 * whole.suspectFraction(),
        100 * contamination.estimate());
  }

  /** Few rows do harm in a set of any size: those that are known do so too. */
  private void limits(
      GateResult left, Census whole, Contamination contamination, List<String> reasons) {
    for (CountReached count : gate.decide(whole, contamination).counts()) {
      boolean told =
          left.counts().stream().anyMatch(c -> c.fails() && c.family() == count.family());
      if (count.fails() && !told) {
        reasons.add("With them, " + count.reason());
      }
    }
  }

  private static String failed(SuppressionUse use) {
    Suppression suppression = use.suppression();
    String findings =
        use.matched() == 1 ? "1 finding counts" : count(use.matched()) + " findings count";
    if (use.state() == SuppressionUse.State.EXPIRED) {
      return "The suppression in "
          + suppression.place()
          + " expired after "
          + suppression.expires()
          + ", so "
          + findings
          + " again: repair the records, or let its owner renew it.";
    }
    return "The suppression in "
        + suppression.place()
        + " is meant for "
        + count(suppression.max())
        + " and matches "
        + count(use.matched())
        + ", so it hides none and all of them count: look at them, then raise its max or narrow it.";
  }

  private static String gone(long gone) {
    return (gone == 1 ? "1 known finding is" : count(gone) + " known findings are")
        + " not there any more: assay baseline prune takes "
        + (gone == 1 ? "it" : "them")
        + " out of the baseline.";
  }

  private static void unused(List<SuppressionUse> uses, List<String> reasons) {
    List<SuppressionUse> unused = uses.stream().filter(use -> use.matched() == 0).toList();
    for (SuppressionUse use : unused.subList(0, Math.min(UNUSED_NAMED, unused.size()))) {
      reasons.add(
          "The suppression in "
              + use.suppression().place()
              + " matches nothing: take it out if the whole dataset was scanned.");
    }
    if (unused.size() > UNUSED_NAMED) {
      reasons.add(count(unused.size() - UNUSED_NAMED) + " more suppressions match nothing.");
    }
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
