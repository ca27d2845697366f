package dev.assay.internal.regex;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random expressions, each with a text that it matches. */
public final class RegexStrings {
  /** An expression and a text that it is found in from the first to the last character. */
  public record Sample(String regex, String text) {}

  private RegexStrings() {}

  /** Samples of all the syntax that rules use. */
  public static Arbitrary<Sample> samples() {
    return Combinators.combine(sample(3), Arbitraries.of("", "(?i)", "(?is)"))
        .as(
            (sample, flags) ->
                new Sample(
                    flags + sample.regex, flags.isEmpty() ? sample.text : mixed(sample.text)));
  }

  /** The same text with its case changed here and there, also to characters that fold alike. */
  private static String mixed(String text) {
    StringBuilder mixed = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      String c = text.substring(i, i + 1);
      boolean kelvin = c.equals("k");
      mixed.append(
          kelvin ? "\u212a" : i % 2 == 0 && c.matches("[a-zé]") ? c.toUpperCase(Locale.ROOT) : c);
    }
    return mixed.toString();
  }

  private static Arbitrary<Sample> sample(int depth) {
    Arbitrary<Sample> leaf = leaf();
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<Sample> inner = sample(depth - 1);
    Arbitrary<List<Sample>> some = inner.list().ofMinSize(1).ofMaxSize(3);
    return Arbitraries.oneOf(
        leaf,
        some.map(RegexStrings::concat),
        Combinators.combine(some, Arbitraries.integers().between(0, 2)).as(RegexStrings::either),
        Combinators.combine(inner, Arbitraries.integers().between(0, 7)).as(RegexStrings::repeated),
        inner.map(s -> new Sample("(" + s.regex + ")", s.text)),
        inner.map(s -> new Sample("(?i:" + s.regex + ")", s.text)));
  }

  private static Sample concat(List<Sample> parts) {
    StringBuilder regex = new StringBuilder();
    StringBuilder text = new StringBuilder();
    for (Sample part : parts) {
      regex.append(part.regex);
      text.append(part.text);
    }
    return new Sample("(?:" + regex + ")", text.toString());
  }

  private static Sample either(List<Sample> branches, int chosen) {
    String regex = String.join("|", branches.stream().map(Sample::regex).toList());
    return new Sample("(?:" + regex + ")", branches.get(chosen % branches.size()).text);
  }

  private static Sample repeated(Sample part, int form) {
    String[] marks = {"*", "+", "?", "{2}", "{1,3}", "{2,}", "{0}", "*?"};
    int[] counts = {0, 2, 1, 2, 3, 4, 0, 3};
    return new Sample("(?:" + part.regex + ")" + marks[form], part.text.repeat(counts[form]));
  }

  private static Arbitrary<Sample> leaf() {
    return Arbitraries.of(
        new Sample("pass", "pass"),
        new Sample("key ", "key "),
        new Sample("é", "é"),
        new Sample("a", "a"),
        new Sample("[abk]", "k"),
        new Sample("[^xyz\\]]", "q"),
        new Sample("[a-f0-9-]", "-"),
        new Sample("[]a-c^]", "]"),
        new Sample("[[:alpha:]_]", "_"),
        new Sample("[\\w.]", "."),
        new Sample("\\d", "7"),
        new Sample("\\W", "!"),
        new Sample("\\pL", "ß"),
        new Sample("\\p{Greek}", "λ"),
        new Sample("\\.", "."),
        new Sample("\\x41\\x{42}", "AB"),
        new Sample("\\Qa.b*\\E", "a.b*"),
        new Sample("\\n?", "\n"),
        new Sample(".", "z"),
        new Sample("[\\x{E0000}-\\x{E007F}]", "\udb40\udc41"),
        new Sample("\ud83d\ude00", "\ud83d\ude00"),
        new Sample("[\ud83d\ude00\u200b]", "\u200b"),
        new Sample("x{,2}", "x{,2}"),
        new Sample("\\\"\\(", "\"("));
  }
}
