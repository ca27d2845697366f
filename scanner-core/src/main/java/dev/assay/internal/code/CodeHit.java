package dev.assay.internal.code;

import dev.assay.signal.FlowStep;
import java.util.List;

/**
 * A place where a pattern holds.
 *
 * @param start first UTF-16 unit of the evidence in the analysed turn
 * @param end one past the last
 * @param flow how the value came there, source first; empty where the pattern asks for no flow
 */
public record CodeHit(int start, int end, List<FlowStep> flow) {
  public CodeHit {
    flow = List.copyOf(flow);
  }
}
