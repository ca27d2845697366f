package dev.assay.internal.scan;

import dev.assay.estimate.Calibration;
import dev.assay.internal.check.Checks;
import dev.assay.internal.engine.CompiledRules;
import dev.assay.internal.engine.Explanation;
import dev.assay.internal.engine.RuleEngine;
import dev.assay.internal.framing.FramingReader;
import dev.assay.internal.segment.Segmenter;
import dev.assay.internal.trigger.RowReader;
import dev.assay.record.DataRecord;
import dev.assay.rule.Family;
import dev.assay.rule.RuleSet;
import dev.assay.segment.SegmentedRecord;
import dev.assay.verdict.RecordExplanation;
import dev.assay.verdict.VerdictPolicy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that judging a record takes, shared by the threads: each makes its own judges of it.
 *
 * @param compiled the rules, ready to match
 * @param rules the rules
 * @param policy when evidence counts
 * @param calibration how sure the families are
 */
public record Detection(
    CompiledRules compiled, RuleSet rules, VerdictPolicy policy, Calibration calibration) {

  RecordJudge newRecordJudge() {
    return new RecordJudge(
        new Segmenter(),
        List.of(new RuleEngine(compiled), compiled.advice(), Checks.detector(rules.rules())),
        new FramingReader(),
        policy);
  }

  /** Judges one record and says why. For people: slow. */
  public RecordExplanation explain(DataRecord record) {
    SegmentedRecord segmented = new Segmenter().segment(record);
    List<RecordExplanation.Candidate> candidates = new ArrayList<>();
    for (Explanation step : new RuleEngine(compiled).explain(segmented)) {
      String because =
          "candidate by " + String.join(", ", step.anchors()) + "; " + step.step().said();
      candidates.add(
          new RecordExplanation.Candidate(
              step.rule(),
              step.turn(),
              step.step() == Explanation.Step.MATCHED,
              step.detail().isEmpty() ? because : because + ": " + step.detail()));
    }
    Judgement judgement = newRecordJudge().judge(record);
    return new RecordExplanation(
        record,
        segmented.segments(),
        candidates,
        judgement.evidence(),
        judgement.framing().framing(),
        judgement.verdict());
  }

  /** Whether triggers are looked for over the whole set. */
  boolean minesTriggers() {
    return rules.rules().stream().anyMatch(rule -> rule.family() == Family.BACKDOOR_TRIGGER);
  }

  VerdictMaker newVerdictMaker() {
    return new VerdictMaker(policy, new Probability(calibration));
  }

  ChunkJudge newChunkJudge(
      boolean everyRecord, @Nullable VerdictMemory memory, @Nullable ScanIndex index) {
    VerdictMaker maker = newVerdictMaker();
    return new ChunkJudge(
        this::newRecordJudge,
        maker,
        everyRecord,
        minesTriggers() ? new RowReader() : null,
        memory == null ? null : memory.reader(),
        index);
  }
}
