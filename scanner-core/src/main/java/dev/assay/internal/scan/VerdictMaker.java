package dev.assay.internal.scan;

import dev.assay.record.DataRecord;
import dev.assay.record.Origin;
import dev.assay.record.RecordHash;
import dev.assay.record.Turn;
import dev.assay.rule.Family;
import dev.assay.signal.FlowStep;
import dev.assay.signal.Signal;
import dev.assay.verdict.Finding;
import dev.assay.verdict.Framing;
import dev.assay.verdict.RecordVerdict;
import dev.assay.verdict.VerdictPolicy;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Places a judgement in its file, so that nothing of the record need be kept. One for each thread.
 */
final class VerdictMaker {
  /** Reports quote less; what is kept for them stays bounded. */
  private static final int MAX_EVIDENCE = 400;

  private final VerdictPolicy policy;
  private final Probability probability;
  private final RecordHash hash = new RecordHash();

  VerdictMaker(VerdictPolicy policy, Probability probability) {
    this.policy = policy;
    this.probability = probability;
  }

  /** Families of evidence that would make the record suspect, if the verdict says so. */
  Set<Family> suspectOf(Judgement judgement) {
    return judgement.suspectOf(policy);
  }

  RecordVerdict verdict(DataRecord record, Judgement judgement) {
    Origin origin = record.origin();
    Framing.Kind framing = judgement.framing().framing().kind();
    Set<Family> counting = EnumSet.noneOf(Family.class);
    List<Finding> findings = new ArrayList<>(judgement.evidence().size());
    for (Signal signal : judgement.evidence()) {
      boolean counts = policy.counts(signal.rule());
      boolean counted = counts && !policy.excuses(framing, signal.rule());
      if (counted) {
        counting.add(signal.rule().family());
      }
      findings.add(finding(record, signal, counted, counts));
    }
    return new RecordVerdict(
        0,
        origin.uri(),
        origin.row(),
        origin.line(),
        origin.region(),
        hash.of(record),
        judgement.verdict(),
        framing,
        probability.of(counting),
        findings);
  }

  private static Finding finding(
      DataRecord record, Signal signal, boolean counted, boolean counts) {
    Turn turn = record.turns().get(signal.turn());
    List<Finding.Step> flow = new ArrayList<>(signal.flow().size());
    for (FlowStep step : signal.flow()) {
      flow.add(
          new Finding.Step(record.origin().region(turn, step.start(), step.end()), step.note()));
    }
    int end = Math.min(signal.end(), signal.start() + MAX_EVIDENCE);
    return new Finding(
        signal.rule(),
        record.origin().region(turn, signal.start(), signal.end()),
        turn.field(),
        turn.text().substring(signal.start(), end),
        counted,
        counts,
        flow);
  }
}
