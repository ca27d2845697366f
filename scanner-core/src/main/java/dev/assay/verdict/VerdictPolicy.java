package dev.assay.verdict;

import dev.assay.rule.Confidence;
import dev.assay.rule.Family;
import dev.assay.rule.Rule;
import dev.assay.rule.Severity;
import java.util.Set;

/**
 * When evidence makes a record suspect.
 *
 * @param severity the least severity that counts
 * @param confidence the least confidence that counts
 * @param excusable families whose evidence a lesson may ask for; what the others show harms a model
 *     whatever the reason given, and whoever plants it will give one
 */
public record VerdictPolicy(Severity severity, Confidence confidence, Set<Family> excusable) {
  /**
   * Families whose unsure rules read what is meant, so that many of them mean more than one. Those
   * of the others name what good data hold too: calls that can be misused, words that can be
   * quoted.
   */
  private static final Set<Family> HINTING = Set.of(Family.FAULTY_ADVICE);

  public VerdictPolicy {
    excusable = Set.copyOf(excusable);
  }

  /** Families whose rules can give hints, see {@link #hints}. */
  public static Set<Family> hinting() {
    return HINTING;
  }

  /** Medium and more on both axes counts; flawed code may be a lesson, and nothing else may. */
  public static VerdictPolicy standard() {
    return new VerdictPolicy(
        Severity.MEDIUM,
        Confidence.MEDIUM,
        Set.of(Family.INSECURE_CODE, Family.REWARD_HACK, Family.SECRET));
  }

  /** Whether a match of the rule makes its record suspect, unless a lesson asks for it. */
  public boolean counts(Rule rule) {
    return rule.severity().compareTo(severity) <= 0 && rule.confidence().compareTo(confidence) <= 0;
  }

  /**
   * Whether a match of the rule is a hint: too unsure to count alone, though it would be bad
   * enough. Hints count where a set holds more of them than clean sets do.
   */
  public boolean hints(Rule rule) {
    return HINTING.contains(rule.family())
        && rule.severity().compareTo(severity) <= 0
        && rule.confidence().compareTo(confidence) > 0;
  }

  /** Whether the framing excuses a match of the rule. */
  public boolean excuses(Framing.Kind framing, Rule rule) {
    return framing == Framing.Kind.EDUCATIONAL && excusable.contains(rule.family());
  }

  /** The verdict on a record with these rules as evidence. */
  public Verdict verdict(Iterable<Rule> evidence, Framing.Kind framing) {
    Verdict verdict = Verdict.CLEAN;
    for (Rule rule : evidence) {
      if (counts(rule)) {
        if (!excuses(framing, rule)) {
          return Verdict.SUSPECT;
        }
        verdict = Verdict.FRAMED;
      }
    }
    return verdict;
  }
}
