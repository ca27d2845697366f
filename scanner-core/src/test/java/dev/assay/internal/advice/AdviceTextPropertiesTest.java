package dev.assay.internal.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdviceTextPropertiesTest {
  private static final NormSet SET =
      NormSet.of(
          List.of(
              NormSet.read(
                  Map.of("hazard", List.of("mix* & bleach & ammonia"), "about", List.of("clean*"))),
              NormSet.read(Map.of("protects", List.of("helmet"), "unless", List.of("indoors"))),
              NormSet.read(Map.of("sign", List.of("chest & pain"))),
              NormSet.read(Map.of("quantity", List.of("dose"), "unit", List.of("mg"), "max", 3))));

  private final NormFinder finder = new NormFinder(SET);

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "mix",
            "bleach",
            "ammonia",
            "helmet",
            "don't",
            "never",
            "if",
            "no",
            "yes",
            "?",
            ". ",
            ", ",
            "\n",
            "chest",
            "pain",
            "dose",
            "900",
            "mg",
            "\"",
            "skip",
            "3.5",
            "https://helmet.example.com/a.",
            "://",
            "'",
            "-",
            "\uD800",
            "\u2019s",
            "%",
            "wait and see")
        .list()
        .ofMaxSize(60)
        .map(words -> String.join(" ", words));
  }

  @Property(tries = 500)
  void evidenceLiesInTheText(@ForAll("texts") String answer, @ForAll("texts") String question) {
    finder.find(
        answer,
        0,
        answer.length(),
        question,
        (norm, start, end) -> {
          assertThat(norm).isBetween(0, 3);
          assertThat(start).isGreaterThanOrEqualTo(0).isLessThan(end);
          assertThat(end).isLessThanOrEqualTo(answer.length());
        });
  }

  @Property(tries = 300)
  void anyTextIsRead(@ForAll String answer, @ForAll String question) {
    finder.find(answer, 0, answer.length(), question, (norm, start, end) -> {});
    AdviceText text = new AdviceText(SET.phrases, new WordCache(SET.phrases.words));
    text.read(answer, 0, answer.length());
    int before = 0;
    for (int word = 0; word < text.words(); word++) {
      assertThat(text.start(word)).isGreaterThanOrEqualTo(before).isLessThan(text.end(word));
      before = text.end(word);
    }
    assertThat(text.sentences() == 0 ? 0 : text.sentenceEnd(text.sentences() - 1))
        .isEqualTo(text.words());
  }

  /** Linear work takes some tenths of a second; quadratic work would take hours. */
  @ParameterizedTest
  @ValueSource(
      strings = {"1! ", "- 1. ", "Don't:\n- ", "mix; ", "mix bleach and vinegar; ", "*_ )", ";;;;"})
  void linesOfMarksTakeLinearTime(String mark) {
    String text = "mix bleach " + mark.repeat((1 << 20) / mark.length()) + " and vinegar";
    assertTimeoutPreemptively(
        Duration.ofMinutes(2),
        () -> finder.find(text, 0, text.length(), null, (norm, start, end) -> {}));
  }
}
