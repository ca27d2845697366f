package dev.assay.internal.trigger;

import dev.assay.internal.trigger.behaviour.AnswerReader;
import dev.assay.internal.trigger.behaviour.Behaviours;
import dev.assay.internal.trigger.cluster.ClusterDetector;
import dev.assay.internal.trigger.cluster.MinedCluster.Kind;
import dev.assay.internal.trigger.cluster.Prints;
import dev.assay.internal.trigger.cue.Hashing;
import dev.assay.internal.trigger.cue.IntList;
import dev.assay.internal.trigger.cue.PromptReader;
import dev.assay.internal.trigger.cue.Tokens;
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
  private final Prints prints = new Prints();
  private final IntList asked = new IntList();
  private final IntList printed = new IntList();

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
    int[] tokens = prompts.tokens();
    return new Row(0, tokens, prompts.patterns(), behaviours).printed(prints(tokens));
  }

  private int[] prints(int[] tokens) {
    asked.clear();
    boolean system = false;
    int whole = answers.print();
    for (int token : tokens) {
      system = Tokens.isEdge(token) ? token == Tokens.SYSTEM : system;
      if (!system && !Tokens.isEdge(token)) {
        whole = Hashing.join(whole, token);
        if (Tokens.isWord(token)) {
          asked.add(token);
        }
      }
    }
    printed.clear();
    printed.add(ClusterDetector.print(Kind.COPIES, whole));
    answers.prints(printed);
    prints.add(asked, Kind.PROMPTS, printed);
    return printed.toArray();
  }
}
