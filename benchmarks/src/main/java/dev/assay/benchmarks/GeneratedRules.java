package dev.assay.benchmarks;

import dev.assay.Rules;
import dev.assay.internal.engine.CompiledRules;
import dev.assay.rule.Rule;
import dev.assay.rule.RuleSet;
import dev.assay.rule.Scope;
import dev.assay.rule.Verification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Rules to show what many of them cost: the built-in ones again and again with other words in them,
 * so that there are as many terms, phrases, expressions and code patterns among them as among the
 * built-in ones, and as many candidates for each rule.
 */
public final class GeneratedRules {
  private static final int SAMPLED_RECORDS = 3000;

  /** Keys of code patterns whose values are words of the pattern language. */
  private static final Set<String> LANGUAGE_OF_PATTERNS = Set.of("kind", "in");

  private final List<String> prose;
  private final List<String> code;

  GeneratedRules() {
    Map<String, Integer> inProse = new HashMap<>();
    Map<String, Integer> inCode = new HashMap<>();
    ChatRecords records = new ChatRecords();
    for (int row = 1; row <= SAMPLED_RECORDS; row++) {
      count(records.text(row).toLowerCase(Locale.ROOT), inProse);
    }
    Corpus.load().code().forEach(sample -> count(sample.text(), inCode));
    prose = ranked(inProse);
    code = ranked(inCode);
  }

  /**
   * Writes as many rules as asked for into a folder, for {@code --rules}.
   *
   * @param arguments the folder, and how many
   * @throws IOException if the folder cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      throw new IllegalArgumentException("usage: GeneratedRules DIR COUNT");
    }
    int count = Integer.parseInt(arguments[1]);
    RuleFiles.write(new GeneratedRules().of(Rules.builtIn(), count), Path.of(arguments[0]));
  }

  /**
   * Rules like those of a set.
   *
   * @param models checks and norms among them are passed over: their cost is that of detectors of
   *     their own
   * @param count how many
   */
  RuleSet of(RuleSet models, int count) {
    List<Rule> usable =
        models.rules().stream()
            .filter(rule -> !(rule.verification() instanceof Verification.Check))
            .filter(rule -> !(rule.verification() instanceof Verification.Norm))
            .toList();
    List<Rule> made = new ArrayList<>();
    for (int variant = 1; made.size() < count; variant++) {
      Renaming proseNames = new Renaming(prose, variant);
      Renaming codeNames = new Renaming(code, variant);
      for (Rule rule : usable.subList(0, Math.min(usable.size(), count - made.size()))) {
        boolean inCode = rule.scope().kind() == Scope.Kind.CODE;
        made.add(variant(rule, variant, inCode ? codeNames : proseNames));
      }
    }
    return RuleSet.of(made);
  }

  /** The rule in other words; where these do not make a rule, in its own. */
  private static Rule variant(Rule rule, int number, Renaming names) {
    String id = rule.id() + "-variant-" + number;
    String match = rule.match();
    Rule renamed =
        with(
            rule,
            id,
            match == null ? null : names.words(match),
            renamed(rule.verification(), names));
    return compiles(renamed) ? renamed : with(rule, id, match, rule.verification());
  }

  private static boolean compiles(Rule rule) {
    try {
      return CompiledRules.of(RuleSet.of(List.of(rule))).size() == 1;
    } catch (RuntimeException e) {
      return false;
    }
  }

  private static Rule with(
      Rule rule,
      String id,
      @org.jspecify.annotations.Nullable String match,
      Verification verification) {
    return new Rule(
        id,
        rule.family(),
        rule.severity(),
        rule.confidence(),
        rule.scope(),
        match,
        verification,
        rule.message(),
        rule.why(),
        rule.fix(),
        rule.references(),
        List.of());
  }

  private static Verification renamed(Verification verification, Renaming names) {
    if (verification instanceof Verification.Expression expression) {
      return new Verification.Expression(
          names.regex(expression.regex()),
          expression.unless().stream().map(names::regex).toList(),
          expression.unlessNear().stream().map(names::regex).toList(),
          expression.within());
    }
    if (verification instanceof Verification.CodePattern pattern) {
      Map<String, Object> tree = new LinkedHashMap<>();
      pattern.tree().forEach((key, value) -> tree.put(key, renamed(key, value, names)));
      return new Verification.CodePattern(tree);
    }
    return verification;
  }

  private static Object renamed(String key, Object value, Renaming names) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> tree = new LinkedHashMap<>();
      map.forEach((name, inner) -> tree.put(name, renamed(String.valueOf(name), inner, names)));
      return tree;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(item -> renamed(key, item, names)).toList();
    }
    boolean name =
        value instanceof String text
            && !text.startsWith("$")
            && !LANGUAGE_OF_PATTERNS.contains(key);
    return name ? names.regex((String) value) : value;
  }

  private static void count(String text, Map<String, Integer> counts) {
    for (String word : text.split("[^A-Za-z]+", -1)) {
      if (word.length() > 2) {
        counts.merge(word, 1, Integer::sum);
      }
    }
  }

  private static List<String> ranked(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
