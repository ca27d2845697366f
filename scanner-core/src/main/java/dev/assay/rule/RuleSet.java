package dev.assay.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rules that are used together, sorted by id. No two share an id or an alias. Immutable.
 *
 * <p>{@code dev.assay.Rules} makes them from files.
 */
public final class RuleSet {
  private final List<Rule> rules;
  private final Map<String, Rule> byName;
  private final String version;

  private RuleSet(List<Rule> rules, Map<String, Rule> byName, String version) {
    this.rules = List.copyOf(rules);
    this.byName = byName;
    this.version = version;
  }

  /**
   * The set of these rules.
   *
   * @throws InvalidRulesException if two share an id or an alias
   */
  public static RuleSet of(Collection<Rule> rules) {
    List<Rule> sorted = sorted(rules);
    return new RuleSet(sorted, names(sorted), RuleDigest.of(sorted));
  }

  /**
   * The set of these rules, whose version was worked out when they were packed.
   *
   * @throws InvalidRulesException if two share an id or an alias
   */
  public static RuleSet of(Collection<Rule> rules, String version) {
    List<Rule> sorted = sorted(rules);
    return new RuleSet(sorted, names(sorted), version);
  }

  private static List<Rule> sorted(Collection<Rule> rules) {
    List<Rule> sorted = new ArrayList<>(rules);
    sorted.sort(Comparator.comparing(Rule::id));
    return sorted;
  }

  private static Map<String, Rule> names(List<Rule> sorted) {
    Map<String, Rule> byName = new HashMap<>();
    List<RuleProblem> problems = new ArrayList<>();
    for (Rule rule : sorted) {
      enter(rule.id(), rule, byName, problems);
      for (String alias : rule.aliases()) {
        enter(alias, rule, byName, problems);
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidRulesException(problems);
    }
    return byName;
  }

  private static void enter(
      String name, Rule rule, Map<String, Rule> byName, List<RuleProblem> problems) {
    Rule other = byName.putIfAbsent(name, rule);
    if (other != null) {
      String message =
          "the id or alias "
              + name
              + " is also one of "
              + (other == rule ? "its own names" : "rule " + other.id())
              + "; ids are unique and never reused, so rename the newer rule";
      problems.add(new RuleProblem("rule " + rule.id(), 0, 0, message));
    }
  }

  /** All rules, sorted by id. */
  public List<Rule> rules() {
    return rules;
  }

  /** The rule of that id, or that had it as an alias; null if there is none. */
  public @Nullable Rule rule(String idOrAlias) {
    return byName.get(idOrAlias);
  }

  /**
   * A digest of all that the rules say, 16 hex digits: equal exactly where the rules are equal,
   * whatever files they came from.
   */
  public String version() {
    return version;
  }

  /**
   * These rules and those.
   *
   * @throws InvalidRulesException if two share an id or an alias
   */
  public RuleSet plus(RuleSet others) {
    List<Rule> all = new ArrayList<>(rules);
    all.addAll(others.rules);
    return of(all);
  }

  /** The rules of these families. */
  public RuleSet only(Set<Family> families) {
    return of(rules.stream().filter(rule -> families.contains(rule.family())).toList());
  }
}
