package dev.assay.verdict;

import dev.assay.record.DataRecord;
import dev.assay.rule.Rule;
import dev.assay.segment.Segment;
import dev.assay.signal.Signal;
import java.util.List;

/**
 * Why a record got its verdict, for people.
 *
 * @param record the record
 * @param segments what its turns are made of
 * @param candidates the rules that came into question, and how far each came
 * @param signals the evidence, sorted by place
 * @param framing what the conversation asks for
 * @param verdict what is said of it, taken alone: what only many records show is not in it
 */
public record RecordExplanation(
    DataRecord record,
    List<Segment> segments,
    List<Candidate> candidates,
    List<Signal> signals,
    Framing framing,
    Verdict verdict) {
  /**
   * A rule that came into question.
   *
   * @param rule the rule
   * @param turn index of the turn
   * @param matched whether it matches
   * @param because what made it a candidate, and what decided
   */
  public record Candidate(Rule rule, int turn, boolean matched, String because) {}

  public RecordExplanation {
    segments = List.copyOf(segments);
    candidates = List.copyOf(candidates);
    signals = List.copyOf(signals);
  }
}
