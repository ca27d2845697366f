package dev.assay.internal.regex;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is proved of an expression.
 *
 * @param literals folded literals of which at least one stands, but for case, inside every match;
 *     null where none can be proved
 * @param maxUnits most UTF-16 units that a match can have, or -1 where there is no bound
 */
public record RegexFacts(@Nullable List<String> literals, int maxUnits) {
  private static final RegexFacts NOTHING = new RegexFacts(null, -1);

  public RegexFacts {
    literals = literals == null ? null : List.copyOf(literals);
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
}
