package dev.assay.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.assay.internal.regex.RegexFacts;
import dev.assay.internal.regex.RegexStrings;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WindowsTest {
  /** An expression and a text that it is probably found in. */
  record Case(String regex, String text) {}

  @Provide
  Arbitrary<Case> cases() {
    Arbitrary<String> noise =
        Arbitraries.of(
                " ", "\n", "key", "pass", "PASS ", "xyz. ", "\ud83d\ude00", "\ud83d", "k", "_", "é")
            .list()
            .ofMaxSize(12)
            .map(list -> String.join("", list));
    Arbitrary<String> frame =
        Arbitraries.of("%s", "\\b%s\\b", "(?m)^%s", "%s$", "%s.{0,4}pass", "key.{1,3}%s");
    return Combinators.combine(RegexStrings.samples(), frame, noise, noise, noise)
        .as(
            (sample, form, a, b, c) ->
                new Case(
                    form.formatted(sample.regex()), a + sample.text() + b + sample.text() + c));
  }

  @Property(tries = 2000)
  void theMatchesInTheWindowsAreTheMatchesInTheText(@ForAll("cases") Case given) {
    Pattern pattern = Pattern.compile(given.regex());
    char[] chars = given.text().toCharArray();
    Windows windows = Windows.of(RegexFacts.of(given.regex()), chars, 0, chars.length);
    List<String> windowed = new ArrayList<>();
    for (int i = 0; i < windows.count(); i++) {
      find(pattern, given.text(), windows.start(i), windows.end(i), windowed);
    }
    List<String> whole = new ArrayList<>();
    find(pattern, given.text(), 0, chars.length, whole);
    assertThat(windowed).as(given.toString()).isEqualTo(whole);
  }

  private static void find(Pattern pattern, String text, int from, int to, List<String> out) {
    Matcher matcher = pattern.matcher(text.substring(from, to));
    while (matcher.find()) {
      if (matcher.end() > matcher.start()) {
        out.add((from + matcher.start()) + "-" + (from + matcher.end()));
      }
    }
  }

  @Test
  void leavesMostOfALongTextOut() {
    char[] chars = ("word ".repeat(1000) + "os.system(x)" + " word".repeat(1000)).toCharArray();
    Windows windows =
        Windows.of(RegexFacts.of("os\\.system\\(\\w{1,9}\\)"), chars, 0, chars.length);
    assertThat(windows.count()).isEqualTo(1);
    assertThat(windows.end(0) - windows.start(0)).isLessThan(100);
  }

  @Test
  void findsNothingWhereALiteralIsMissing() {
    char[] chars = "alpha and gamma".toCharArray();
    assertThat(Windows.of(RegexFacts.of("omega.*alpha"), chars, 0, chars.length).count()).isZero();
    assertThat(Windows.othersStand(RegexFacts.of("alpha.*omega"), chars, 0, chars.length))
        .isFalse();
  }
}
