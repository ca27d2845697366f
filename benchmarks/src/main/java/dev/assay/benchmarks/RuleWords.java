package dev.assay.benchmarks;

import dev.assay.rule.Rule;
import dev.assay.rule.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The words that a rule asks for, as far as they can be seen without compiling it. */
final class RuleWords {
  private static final Pattern OPERATOR = Pattern.compile("AND|OR|NOT|text|raw");

  private RuleWords() {}

  /** Each once, longest first; the rule's id if it has none. */
  static List<String> of(Rule rule) {
    List<String> words = new ArrayList<>();
    String match = rule.match();
    if (match != null) {
      add(match, words);
    }
    if (rule.verification() instanceof Verification.CodePattern pattern) {
      pattern.tree().values().forEach(value -> add(value, words));
    }
    if (words.isEmpty()) {
      add(rule.id(), words);
    }
    words.sort((a, b) -> Integer.compare(b.length(), a.length()));
    return words.isEmpty() ? List.of(rule.id()) : words.stream().distinct().toList();
  }

  private static void add(Object value, List<String> words) {
    if (value instanceof Map<?, ?> map) {
      map.values().forEach(inner -> add(inner, words));
    } else if (value instanceof List<?> list) {
      list.forEach(inner -> add(inner, words));
    } else if (value instanceof String text) {
      for (String word : text.split("[^A-Za-z_]+", -1)) {
        if (word.length() > 3 && !OPERATOR.matcher(word).matches()) {
          words.add(word);
        }
      }
    }
  }
}
