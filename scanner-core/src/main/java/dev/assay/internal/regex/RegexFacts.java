package dev.assay.internal.regex;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is proved of an expression.
 *
 * @param required sets of folded literals, the rarest set first: of each set at least one literal
 *     stands, but for case, inside every match; empty where nothing can be proved
 * @param maxUnits most UTF-16 units that a match can have, or -1 where there is no bound
 */
public record RegexFacts(List<List<String>> required, int maxUnits) {
  private static final RegexFacts NOTHING = new RegexFacts(List.of(), -1);

  public RegexFacts {
    required = List.copyOf(required);
  }

  /** The facts of an expression that RE2/J accepts. */
  public static RegexFacts of(String regex) {
    try {
      LiteralSets sets = LiteralSets.of(RegexParser.parse(regex));
      return new RegexFacts(sets.required(), sets.maxUnits());
    } catch (UnsupportedRegexException e) {
      return NOTHING;
    }
  }

  /** The rarest set of literals of which one is in every match; null where none can be proved. */
  public @Nullable List<String> literals() {
    return required.isEmpty() ? null : required.get(0);
  }
}
