package dev.assay.signal;

import dev.assay.rule.Rule;
import java.util.List;

/**
 * Evidence: a rule that holds at a place in a record.
 *
 * @param rule the rule
 * @param turn index of the turn in its record
 * @param start first UTF-16 unit of the evidence in the turn's text
 * @param end one past the last; at least {@code start}
 * @param flow how the value came there, source first; empty where there is no flow
 */
public record Signal(Rule rule, int turn, int start, int end, List<FlowStep> flow) {
  public Signal {
    flow = List.copyOf(flow);
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no such span: " + start + "-" + end);
    }
  }

  /** Evidence without a flow. */
  public Signal(Rule rule, int turn, int start, int end) {
    this(rule, turn, start, end, List.of());
  }
}
