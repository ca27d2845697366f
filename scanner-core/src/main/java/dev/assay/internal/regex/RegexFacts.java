package dev.assay.internal.regex;

import dev.assay.internal.text.Rarity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is proved of an expression.
 *
 * @param required sets of folded literals, the rarest set first: of each set at least one literal
 *     stands, but for case, inside every match; sets that nearly every text meets are left out
 * @param maxUnits most UTF-16 units that a match can have, or -1 where there is no bound
 */
public record RegexFacts(List<List<String>> required, int maxUnits) {
  private static final int FEW = 2;
  private static final RegexFacts NOTHING = new RegexFacts(List.of(), -1);

  public RegexFacts {
    required = List.copyOf(required);
  }

  /** The facts of an expression that RE2/J accepts. */
  public static RegexFacts of(String regex) {
    try {
      LiteralSets sets = LiteralSets.of(RegexParser.parse(regex));
      List<List<String>> useful =
          sets.required().stream().filter(set -> Rarity.ofAny(set) < Rarity.HOPELESS).toList();
      return new RegexFacts(useful, sets.maxUnits());
    } catch (UnsupportedRegexException e) {
      return NOTHING;
    }
  }

  /**
   * Whether RE2/J would compile the expression for ever: without regard to case it cannot tell the
   * variants of U+1C80 to U+1C88 (RE2/J 1.8 on Java 9 and later).
   */
  public static boolean hangs(String regex) {
    return RegexParser.hangs(regex);
  }

  /**
   * Whether looking for literals is cheaper than running the automaton over the whole text, and
   * leaves little of the text to run it over.
   */
  public boolean quicklyNarrowed() {
    List<String> literals = literals();
    return literals != null && literals.size() <= FEW && maxUnits >= 0;
  }

  /** The rarest set of literals of which one is in every match; null where none can be proved. */
  public @Nullable List<String> literals() {
    return required.isEmpty() ? null : required.get(0);
  }
}
