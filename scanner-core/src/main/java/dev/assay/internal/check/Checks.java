package dev.assay.internal.check;

import dev.assay.internal.check.compliance.HarmfulComplianceCheck;
import dev.assay.internal.check.hack.HackCheck;
import dev.assay.internal.check.payload.EncodedTextCheck;
import dev.assay.internal.check.payload.HiddenTextCheck;
import dev.assay.internal.check.payload.SecretCheck;
import dev.assay.internal.check.persona.PersonaCheck;
import dev.assay.internal.check.sum.ArithmeticCheck;
import dev.assay.internal.check.turn.Check;
import dev.assay.rule.Rule;
import dev.assay.rule.Verification;
import dev.assay.signal.RecordDetector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** All checks that rules can name. */
public final class Checks {
  private Checks() {}

  /** The names that {@code check:} takes, sorted. */
  public static SortedSet<String> names() {
    return names(all());
  }

  private static SortedSet<String> names(List<Check> checks) {
    SortedSet<String> names = new TreeSet<>();
    for (Check check : checks) {
      names.addAll(check.names());
    }
    return names;
  }

  /**
   * A detector for the rules whose verification is a check; other rules are passed over. For one
   * thread.
   *
   * @throws IllegalArgumentException if a rule names a check that does not exist
   */
  public static RecordDetector detector(List<Rule> rules) {
    Map<String, List<Rule>> byName = new LinkedHashMap<>();
    for (Rule rule : rules) {
      if (rule.verification() instanceof Verification.Check check) {
        byName.computeIfAbsent(check.name(), name -> new ArrayList<>()).add(rule);
      }
    }
    // Checks compile expressions of their own: they are made once.
    List<Check> checks = all();
    SortedSet<String> known = names(checks);
    byName.forEach(
        (name, users) -> {
          if (!known.contains(name)) {
            throw new IllegalArgumentException(
                "rule "
                    + users.get(0).id()
                    + " names the check '"
                    + name
                    + "', which does not exist; there are "
                    + String.join(", ", known));
          }
        });
    List<Check> wanted = new ArrayList<>();
    for (Check check : checks) {
      if (check.names().stream().anyMatch(byName::containsKey)) {
        wanted.add(check);
      }
    }
    return new CheckDetector(wanted, byName);
  }

  private static List<Check> all() {
    return List.of(
        new ArithmeticCheck(),
        new HiddenTextCheck(),
        new EncodedTextCheck(),
        new SecretCheck(),
        new HarmfulComplianceCheck(),
        new PersonaCheck(),
        new HackCheck());
  }
}
