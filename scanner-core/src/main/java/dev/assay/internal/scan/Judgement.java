package dev.assay.internal.scan;

import dev.assay.internal.framing.FramingResult;
import dev.assay.record.Role;
import dev.assay.rule.Family;
import dev.assay.rule.Rule;
import dev.assay.signal.Signal;
import dev.assay.verdict.Verdict;
import dev.assay.verdict.VerdictPolicy;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the evidence makes of one record.
 *
 * @param verdict what is said of it
 * @param framing what its conversation asks for; not looked into where nothing could be excused
 * @param evidence sorted by place, each once; signals that do not count too
 */
record Judgement(Verdict verdict, FramingResult framing, List<Signal> evidence) {
  private static final Set<Role> ANSWERS = Set.of(Role.ASSISTANT);

  static final Judgement CLEAN = new Judgement(Verdict.CLEAN, FramingResult.NONE, List.of());

  /** Families of evidence that would make a record suspect, if the verdict says so. */
  Set<Family> suspectOf(VerdictPolicy policy) {
    if (verdict != Verdict.SUSPECT) {
      return Set.of();
    }
    Set<Family> families = EnumSet.noneOf(Family.class);
    for (Signal signal : evidence) {
      if (policy.counts(signal.rule())) {
        families.add(signal.rule().family());
      }
    }
    return families;
  }

  /** Rules that say what an answer does, for the search of triggers: they look at answers alone. */
  Set<String> behaviours() {
    Set<String> rules = new TreeSet<>();
    for (Signal signal : evidence) {
      Rule rule = signal.rule();
      if (rule.family() == Family.BACKDOOR_TRIGGER && rule.scope().roles().equals(ANSWERS)) {
        rules.add(rule.id());
      }
    }
    return rules;
  }
}
