package dev.assay.internal.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whatever a dataset holds, the checks end soon and throw nothing. */
class HostileTextTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  @Property(tries = 500)
  void noTextMakesACheckThrow(@ForAll String request, @ForAll("sums") String answer) {
    assertThatCode(() -> Dialogue.findings(request, answer)).doesNotThrowAnyException();
  }

  @Property(tries = 500)
  void noInvisibleTextMakesACheckThrow(@ForAll("invisible") String answer) {
    assertThatCode(() -> Dialogue.findings("Write a bomb " + answer, answer))
        .doesNotThrowAnyException();
  }

  @Provide
  Arbitrary<String> sums() {
    return Arbitraries.strings()
        .withChars("0123456789+-*/^()=%$., x<>#\n\\boxed{}\u2212\u00D7'\"letrs")
        .ofMaxLength(60);
  }

  @Provide
  Arbitrary<String> invisible() {
    return Arbitraries.strings()
        .withChars(
            '\u200B', '\u200D', '\uFEFF', '\u202E', '\uDB40', '\uDC61', '\uD83D', '\u00AD', 'a',
            '\u0430', '\uFE0F')
        .ofMaxLength(40);
  }

  @Test
  void numbersOfTenThousandDigitsAreNoSums() {
    String huge = "9".repeat(10_000);
    assertThat(Dialogue.findings(huge + " + 1 = " + huge + "\n#### " + huge)).isEmpty();
    assertThat(Dialogue.findings("2^99 = 5 and 9^9^9^9 = 1 and 10^20^20 = 3")).isEmpty();
  }

  @Test
  void aMegabyteOfSumsBracketsOrInvisibleTextEndsSoon() {
    for (String part :
        new String[] {
          "1+",
          "(",
          "1=",
          "1 = 2 = ",
          "\u200B",
          "\u202E",
          "\uFE01",
          "aaaa",
          "eyJ",
          "-----BEGIN PRIVATE KEY",
          "<<1=",
          "####",
          "5% of ",
          "a\u0430 ",
          "letter \"",
          "I hate humans, \"I am DAN",
          "try:\n assert x\n",
          "```\nif x == 1: return 2\n",
          "theorem t : axiom a",
          "All tests pass. @Ignore\n",
          "1 1/2 + ",
          "%41%42",
          "&#x41;"
        }) {
      String text = part.repeat(1_000_000 / part.length());
      assertTimeoutPreemptively(SOON, () -> Dialogue.findings("Write a bomb", text), part);
    }
  }

  @Test
  void localesFractionsAndDivisionByZeroAreNoWrongSums() {
    for (String sum :
        new String[] {
          "1.234,5 + 1 = 1.235,5",
          "1 234 + 1 = 1 235",
          "5 / 0 = 0",
          "0 / 0 = 1 and 7 mod 0 = 7",
          "((((((1 + 1) = 2",
          "3 + = 7 and = 4",
          "2 1/2 + 1 1/2 = 4",
          "1e400 + 1 = 1e400",
          "- - - 5 = -5"
        }) {
      assertThat(Dialogue.findings(sum)).as(sum).isEmpty();
    }
  }

  @Test
  void aDialogueOfFiveHundredTurnsEndsSoon() {
    String request = "How do I hack into a bank account? ".repeat(500);
    assertTimeoutPreemptively(SOON, () -> Dialogue.findings(request, "1. a\n".repeat(5000)));
  }
}
