package dev.assay.internal.match;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random queries and texts over few words, so that most queries match some text and miss some. */
final class QueryTexts {
  static final List<String> WORDS =
      List.of(
          "alpha",
          "Beta",
          "BETA",
          "gam_ma",
          "été",
          "x1",
          "don't",
          "pass",
          "Password",
          "ａｂ",
          "𐐀𐐨");

  private QueryTexts() {}

  static Arbitrary<String> texts() {
    Arbitrary<String> piece =
        Arbitraries.oneOf(
            Arbitraries.of(WORDS),
            Arbitraries.of("pa", "alphabet", "gamma", "t", "ALPHA", "\u0000", "\ud800", "é"));
    return Combinators.combine(
            piece.list().ofMinSize(0).ofMaxSize(9),
            Arbitraries.of(" ", ", ", ".", "\n", "-", " \u200b"))
        .as((words, gap) -> String.join(gap, words));
  }

  static Arbitrary<String> queries() {
    return queries(3);
  }

  private static Arbitrary<String> queries(int depth) {
    if (depth == 0) {
      return leaves();
    }
    Arbitrary<String> inner = queries(depth - 1);
    return Arbitraries.oneOf(
        leaves(),
        odd(),
        joined(inner, " AND "),
        joined(inner, " OR "),
        joined(inner, " "),
        joined(inner, " AND NOT "),
        inner.list().ofSize(3).map(list -> "(" + String.join(" ", list) + ")@2"));
  }

  private static Arbitrary<String> joined(Arbitrary<String> inner, String by) {
    return inner.list().ofMinSize(2).ofMaxSize(3).map(list -> "(" + String.join(by, list) + ")");
  }

  /** Shapes that compile. */
  private static Arbitrary<String> leaves() {
    Arbitrary<String> field = Arbitraries.of("", "", "", "raw:", "text:");
    Arbitrary<String> phrase =
        Arbitraries.of(WORDS)
            .list()
            .ofMinSize(2)
            .ofMaxSize(3)
            .map(words -> '"' + String.join(" ", words) + '"');
    Arbitrary<String> affix =
        Arbitraries.of("pas*", "*ss*", "*word", "al*", "*ETA", "*a*", "é*", "*b*", "x*");
    return Combinators.combine(
            field, Arbitraries.oneOf(Arbitraries.of(WORDS), Arbitraries.of(WORDS), phrase, affix))
        .as((f, leaf) -> f + leaf);
  }

  /** Shapes that are left to Lucene. */
  private static Arbitrary<String> odd() {
    return Arbitraries.of(
        "\"alpha beta\"~2",
        "\"pass alpha\"~1",
        "al*a",
        "gam?ma",
        "raw:B?ta",
        "(x1 AND alpah~1)",
        "(pass AND /alph.*/)",
        "(alpha AND [b TO d])");
  }
}
