package dev.assay.internal.regex;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegexFilterTest {
  @Provide
  Arbitrary<RegexStrings.Sample> samples() {
    return RegexStrings.samples();
  }

  @Property(tries = 4000)
  void neverRulesOutWhatTheExpressionFinds(@ForAll("samples") RegexStrings.Sample sample) {
    assertThat(mayMatch(sample.regex(), sample.text())).as(sample.toString()).isTrue();
    assertThat(mayMatch(sample.regex(), "<" + sample.text() + ">")).as(sample.toString()).isTrue();
  }

  @Property(tries = 4000)
  void neverRulesOutAnotherTextThatTheExpressionFinds(
      @ForAll("samples") RegexStrings.Sample sample, @ForAll("samples") RegexStrings.Sample other) {
    if (Pattern.compile(sample.regex()).matcher(other.text()).find()) {
      assertThat(mayMatch(sample.regex(), other.text())).as(sample + " in " + other).isTrue();
    }
  }

  @Property(tries = 1000)
  void ofSeveralRulesOutWhatEachOfThemRulesOut(
      @ForAll("samples") RegexStrings.Sample one, @ForAll("samples") RegexStrings.Sample other) {
    RegexFilter any = RegexFilter.ofAny(List.of(one.regex(), other.regex()));
    for (String text : List.of(one.text(), other.text(), one.text() + other.text())) {
      boolean either = mayMatch(one.regex(), text) || mayMatch(other.regex(), text);
      assertThat(any.mayMatch(text, 0, text.length())).as(one + " or " + other).isEqualTo(either);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "(?i)skip the (?:doctor|vet); You should skip the gym.",
        "AKIA[0-9A-Z]{16}; the AKIA of old",
        "(?i)never [^.]{0,40}water; Never mind. The water is fine",
        "pat[A-Za-z0-9]{14}; pattern and path",
        "a[^-\\s]c; a-c a c"
      })
  void rulesOutWhatIsOnlyAlike(String regex, String text) {
    assertThat(mayMatch(regex, text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "(?i)kelvin; \u212Aelvin",
        "[^a]b; Ab",
        "x.y; x\ud83d\ude00y",
        "(?s)a.b; 'a\nb'",
        "\\bword\\b; word",
        "[\\x{200B}-\\x{200D}]; a\u200bb"
      })
  void keepsWhatIsFoundInUncommonWays(String regex, String text) {
    assertThat(mayMatch(regex, text)).isTrue();
  }

  @Test
  void saysThatAllIsPossibleWhereItWouldNeedTooManyStates() {
    String regex = "(?:a|b)*a" + "(?:a|b)(?:a|b)(?:a|b)(?:a|b)".repeat(4) + "c";
    Random random = new Random(1);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      text.append(random.nextBoolean() ? 'a' : 'b');
    }
    assertThat(mayMatch(regex, text.toString())).isTrue();
  }

  private static boolean mayMatch(String regex, String text) {
    RegexFilter filter = RegexFilter.of(regex);
    boolean inChars = filter.mayMatch(text.toCharArray(), 0, text.length());
    assertThat(filter.mayMatch(text, 0, text.length())).isEqualTo(inChars);
    return inChars;
  }
}
