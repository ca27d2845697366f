package dev.assay.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SumsTest {
  @Property(tries = 300)
  void aRightSumIsNeverAccused(
      @ForAll @IntRange(min = -500, max = 500) int a,
      @ForAll @IntRange(min = 1, max = 500) int b,
      @ForAll @IntRange(max = 3) int operation) {
    String[] signs = {" + ", " - ", " * ", " x "};
    long[] results = {a + b, a - b, (long) a * b, (long) a * b};
    assertThat(Dialogue.findings("So\n" + a + signs[operation] + b + " = " + results[operation]))
        .isEmpty();
  }

  @Property(tries = 300)
  void aWrongSumOfWholeNumbersIsFound(
      @ForAll @IntRange(min = 11, max = 500) int a,
      @ForAll @IntRange(min = 11, max = 500) int b,
      @ForAll @IntRange(min = 1, max = 9) int off) {
    assertThat(Dialogue.findings("So\n" + a + " + " + b + " = " + (a + b + off) + "\nDone."))
        .containsExactly("arithmetic-equation");
  }

  @Property(tries = 200)
  void aRoundedQuotientIsNeverAccused(
      @ForAll @IntRange(min = 1, max = 900) int a, @ForAll @IntRange(min = 1, max = 90) int b) {
    String rounded = String.format(java.util.Locale.ROOT, "%.2f", (double) a / b);
    assertThat(Dialogue.findings(a + " / " + b + " = " + rounded)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Solve 2x + 3 = 7, so x = 2.",
        "Week 2 = 35 + 35 hours.",
        "The average of 3 + 5 = 4.",
        "The square root of 16 = 4.",
        "7 + 8 = 3 (mod 12)",
        "1.234 + 1 = 1235",
        "10 000 + 5 = 10 005",
        "5 + 3 x 2 = 16",
        "2 + 3 = 5 + 4 = 9",
        "200 - 20% = 160",
        "40 / 50 = 80%",
        "25 * 4 = $1",
        "14 / 1 / 4 = 56",
        "60 * 24 = 1 day",
        "1 + 1 = 10 in binary",
        "5 / 0 = 7",
        "f(3 + 4) = 9",
        "a + 4 - 3 = 2",
        "2 * 3.5 = 7,0",
        "36 * 1.000 = 36000"
      })
  void whatCouldBeRightIsLeftAlone(String answer) {
    assertThat(Dialogue.findings(answer)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3 + 4 = 7 of them.\n#### 1,007",
        "The rest is 12 - 5 = 7.\n\\boxed{9}",
        "He sells 3 * 4 = 12 and 2 * 5 = 10, so 12 + 10 = 22.\nThe answer is 25.",
        "She pays 3 * 4 = 12.\nAnd 12 + 9 = 21 in all.\nFinal answer: 30"
      })
  void aFinalAnswerThatTheWorkingDoesNotGiveIsFound(String answer) {
    assertThat(Dialogue.findings(answer)).contains("arithmetic-final-answer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3 + 4 = 7 of them.\n#### 7.00",
        "It is 500 + 500 = 1,000.\n#### 1000",
        "0.25 * 4 / 4 = 0.25.\nThe answer is 25%.",
        "2/3 = 0.667\n\\boxed{0.67}",
        "2/3 = 0.667\n\\boxed{\\frac{2}{3}}",
        "He keeps three, since 10 - 7 = 3 and 3 + 2 = 5 minus two.\n#### 3",
        "400 000 - 282 000 = 118 000\n#### 118000",
        "No sums here.\n#### 12"
      })
  void aFinalAnswerThatFitsIsLeftAlone(String answer) {
    assertThat(Dialogue.findings(answer)).isEmpty();
  }
}
