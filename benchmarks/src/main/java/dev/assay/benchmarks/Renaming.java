package dev.assay.benchmarks;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts other words into a rule, so that it looks for something else in the same way. A word of the
 * data becomes another one about as frequent there; a word that the data do not have becomes one
 * that they do not have either. So the new rules meet as many candidates as the old ones did.
 * Immutable.
 */
final class Renaming {
  /** So frequent that rules would share them, too. */
  private static final int KEPT = 30;

  private static final Pattern WORD = Pattern.compile("[A-Za-z]{3,}");

  /** What has a meaning of its own in an expression: escapes, classes, groups' heads, counts. */
  private static final Pattern SYNTAX =
      Pattern.compile(
          "\\\\[pP]\\{[^}]*}|\\\\x\\{[^}]*}|\\\\x..|\\\\.|\\[(?:\\\\.|\\[:.*?:]|[^\\]\\\\])*]"
              + "|\\(\\?P?<\\w+>|\\(\\?[a-zA-Z-]+:|\\(\\?[a-zA-Z-]+\\)|\\{[0-9,]+}");

  private static final Set<String> OPERATORS = Set.of("AND", "NOT", "text", "raw");
  private static final String VOWELS = "aeiou";
  private static final String CONSONANTS = "bcdfghjklmnpqrstvwxyz";

  private final List<String> ranked;
  private final Map<String, Integer> rank = new HashMap<>();
  private final int variant;

  /**
   * @param ranked the words of the data, the most frequent first
   * @param variant from 1; each gives other words
   */
  Renaming(List<String> ranked, int variant) {
    this.ranked = ranked;
    this.variant = variant;
    for (int i = 0; i < ranked.size(); i++) {
      rank.put(ranked.get(i), i);
    }
  }

  /** Renames in a query or a dotted name. */
  String words(String text) {
    return WORD.matcher(text).replaceAll(word -> Matcher.quoteReplacement(word(word.group())));
  }

  /** Renames in an expression; its syntax stays. */
  String regex(String regex) {
    Matcher syntax = SYNTAX.matcher(regex);
    StringBuilder renamed = new StringBuilder();
    int from = 0;
    while (syntax.find()) {
      renamed.append(words(regex.substring(from, syntax.start()))).append(syntax.group());
      from = syntax.end();
    }
    return renamed.append(words(regex.substring(from))).toString();
  }

  private String word(String word) {
    if (OPERATORS.contains(word)) {
      return word;
    }
    Integer place = rank.get(word);
    if (place == null) {
      place = rank.get(word.toLowerCase(Locale.ROOT));
    }
    if (place == null) {
      return shifted(word);
    }
    return place < KEPT ? word : inCaseOf(word, neighbour(place));
  }

  /** Variants lie in turn after and before the word. */
  private String neighbour(int place) {
    int step = (variant + 1) / 2 * (variant % 2 == 0 ? -1 : 1);
    int other = place + step;
    return ranked.get(other < KEPT || other >= ranked.size() ? Math.max(0, place - step) : other);
  }

  private String shifted(String word) {
    StringBuilder shifted = new StringBuilder();
    for (char c : word.toLowerCase(Locale.ROOT).toCharArray()) {
      String letters = VOWELS.indexOf(c) >= 0 ? VOWELS : CONSONANTS;
      shifted.append(letters.charAt((letters.indexOf(c) + variant) % letters.length()));
    }
    return inCaseOf(word, shifted.toString());
  }

  private static String inCaseOf(String model, String word) {
    if (model.equals(model.toUpperCase(Locale.ROOT))) {
      return word.toUpperCase(Locale.ROOT);
    }
    boolean capital = Character.isUpperCase(model.charAt(0));
    return capital ? word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) : word;
  }
}
