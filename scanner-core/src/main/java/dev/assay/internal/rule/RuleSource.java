package dev.assay.internal.rule;

import dev.assay.internal.yaml.Mark;
import dev.assay.rule.Rule;
import dev.assay.rule.RuleProblem;
import java.util.List;
import java.util.Map;

/**
 * A rule with its file: what the packed form leaves out.
 *
 * @param rule the rule
 * @param file relative to the folder that was loaded, {@code /} separated
 * @param examples in the order of the file
 * @param marks where the keys' values stand, {@code verify.regex} and the like
 */
public record RuleSource(
    Rule rule, String file, List<RuleExample> examples, Map<String, Mark> marks) {
  public RuleSource {
    examples = List.copyOf(examples);
    marks = Map.copyOf(marks);
  }

  /** A problem with what stands under a key. */
  public RuleProblem problem(String key, String message) {
    Mark mark = marks.getOrDefault(key, Mark.WHOLE);
    return new RuleProblem(file, mark.line(), mark.column(), message);
  }
}
