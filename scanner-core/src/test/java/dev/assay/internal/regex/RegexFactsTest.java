package dev.assay.internal.regex;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.assay.internal.text.CharFold;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegexFactsTest {
  @Provide
  Arbitrary<RegexStrings.Sample> samples() {
    return RegexStrings.samples();
  }

  @Property(tries = 2000)
  void requiredLiteralsStandInEveryMatchAndNoMatchIsLonger(
      @ForAll("samples") RegexStrings.Sample sample) {
    RegexFacts facts = RegexFacts.of(sample.regex());
    Matcher matcher = Pattern.compile(sample.regex()).matcher("<" + sample.text() + ">");
    int found = 0;
    while (matcher.find()) {
      String folded = foldUnits(matcher.group());
      for (List<String> set : facts.required()) {
        assertThat(set).as(sample.toString()).anyMatch(folded::contains);
      }
      if (facts.maxUnits() >= 0) {
        assertThat(folded.length()).as(sample.toString()).isLessThanOrEqualTo(facts.maxUnits());
      }
      found++;
    }
    assertThat(found).as("the sample is one: " + sample).isPositive();
  }

  private static String foldUnits(String text) {
    StringBuilder folded = new StringBuilder();
    text.chars().forEach(c -> folded.append(CharFold.fold((char) c)));
    return folded.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "(?i)\\bI am (?P<evidence>DAN\\b.{0,40}); [i am dan]; 88",
        "AKIA[0-9A-Z]{16}; [akia]; 20",
        "(?:ghp|gho)_\\w+; [ghp_, gho_]; -1",
        "-{5}BEGIN (RSA )?PRIVATE KEY;[-----begin ];26",
        "colou?r scheme; [colour scheme, color scheme]; 13",
        "os\\.system\\(\\s*f?[\"']; [os.system(]; -1",
        "[\\x{200B}-\\x{200D}]; [\u200b, \u200c, \u200d]; 1"
      })
  void findsTheRarestLiterals(String regex, String literals, int maxUnits) {
    RegexFacts facts = RegexFacts.of(regex);
    assertThat(String.valueOf(facts.literals())).isEqualTo(literals);
    assertThat(facts.maxUnits()).isEqualTo(maxUnits);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(?:foo)?", "foo|\\d+", "[a-z]+", ".*", "\\pL{3}", "(?:a|b*)"})
  void provesNothingWhereNothingIsRequired(String regex) {
    assertThat(RegexFacts.of(regex).literals()).isNull();
  }

  @Test
  void givesUpOnWhatItDoesNotKnow() {
    assertThat(RegexFacts.of("foo\\1")).isEqualTo(new RegexFacts(List.of(), -1));
  }

  @Test
  void knowsWhichExpressionsRe2WouldCompileForEver() {
    assertThat(RegexFacts.hangs("(?i)[\\x{100}-\\x{ffff}]")).isTrue();
    assertThat(RegexFacts.hangs("(?si:\u1c85)")).isTrue();
    assertThat(RegexFacts.hangs("\u1c85")).isFalse();
    assertThat(RegexFacts.hangs("(?i)[^a-z\\p{Greek}]")).isFalse();
  }

  @Test
  void foldsAllThatRe2TakesForTheSameLetter() {
    StringBuilder cased = new StringBuilder();
    for (char c = 0; c < Character.MAX_VALUE; c++) {
      if (Character.toUpperCase(c) != Character.toLowerCase(c)) {
        cased.append(c);
      }
    }
    for (int i = 0; i < cased.length(); i += 7) {
      char c = cased.charAt(i);
      if (RegexFacts.hangs("(?i)" + c)) {
        continue;
      }
      Matcher matcher = Pattern.compile("(?i)" + c).matcher(cased);
      while (matcher.find()) {
        assertThat(CharFold.fold(matcher.group().charAt(0))).isEqualTo(CharFold.fold(c));
      }
    }
  }
}
