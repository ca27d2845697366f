package dev.assay.verdict;

import dev.assay.record.Region;
import dev.assay.rule.Rule;
import java.util.List;

/**
 * A signal, placed in its file and judged: what reports show.
 *
 * @param rule the rule that holds
 * @param region where the evidence lies in the file
 * @param field which value of the record holds it, such as {@code /messages/1/content}
 * @param evidence the evidence as it stands in the data, cut to a bounded length and otherwise raw:
 *     reports escape it for their own reader
 * @param counted whether it makes its record suspect
 * @param counts whether its rule is severe and sure enough to; a lesson may excuse it all the same
 * @param flow how the value came there, source first; empty where there is no flow
 */
public record Finding(
    Rule rule,
    Region region,
    String field,
    String evidence,
    boolean counted,
    boolean counts,
    List<Step> flow) {
  /**
   * A step of a flow, placed in the file.
   *
   * @param region where
   * @param note what happens there
   */
  public record Step(Region region, String note) {}

  public Finding {
    flow = List.copyOf(flow);
  }

  /** Under the standard policy. */
  public Finding(
      Rule rule, Region region, String field, String evidence, boolean counted, List<Step> flow) {
    this(rule, region, field, evidence, counted, VerdictPolicy.standard().counts(rule), flow);
  }

  /** The same, making its record suspect or not. */
  public Finding counted(boolean now) {
    return new Finding(rule, region, field, evidence, now, counts, flow);
  }
}
