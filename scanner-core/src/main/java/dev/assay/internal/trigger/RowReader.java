package dev.assay.internal.trigger;

import dev.assay.internal.trigger.behaviour.AnswerReader;
import dev.assay.internal.trigger.behaviour.Behaviours;
import dev.assay.internal.trigger.cue.PromptReader;
import dev.assay.internal.trigger.mine.Row;
import dev.assay.record.DataRecord;
import dev.assay.rule.Family;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From a judged record to what the mining keeps of it. For one thread. */
public final class RowReader {
  private final PromptReader prompts = new PromptReader();
  private final AnswerReader answers = new AnswerReader();

  /**
   * The record's row, its number still 0; null if it has no prompt with an answer.
   *
   * @param suspectOf families whose evidence counts in it
   * @param rules ids of the rules that say what its answers do
   */
  public @Nullable Row read(DataRecord record, Set<Family> suspectOf, Set<String> rules) {
    if (!prompts.read(record)) {
      return null;
    }
    answers.read(record);
    int[] behaviours = answers.behaviours();
    int size = behaviours.length;
    behaviours = Arrays.copyOf(behaviours, size + suspectOf.size() + rules.size());
    for (Family family : suspectOf) {
      // What a rule knows as a trigger is a cue, not a behaviour.
      if (family != Family.BACKDOOR_TRIGGER) {
        behaviours[size++] = Behaviours.ofFamily(family);
      }
    }
    for (String rule : rules) {
      behaviours[size++] = Behaviours.ofRule(rule);
    }
    behaviours = Arrays.copyOf(behaviours, size);
    Arrays.sort(behaviours);
    return new Row(0, prompts.tokens(), prompts.patterns(), behaviours);
  }
}
