package dev.assay.internal.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.segment.Language;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Code that is meant to make the analysis throw, loop or take long. */
class HostileCodeTest {
  private static final int SIZE = 60_000;
  private static final CodePattern PATTERN =
      CodePattern.compile(
          Map.of(
              "any",
              List.of(
                  Map.of(
                      "call",
                      List.of("*"),
                      "anchors",
                      List.of("a"),
                      "arg",
                      Map.of("*", Map.of("from", List.of("param", "unknown"), "text", "x.*□"))),
                  Map.of("return", Map.of("from", List.of("$py-http", "param"))),
                  Map.of("assign", List.of("a"), "value", Map.of("built", true)))));

  private static Stream<String> shapes() {
    return HostileShapes.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void longRunsOfOneShapeAreAnalysedInSeconds(String shape) {
    String text = shape.repeat(SIZE / shape.length());
    for (Language language : Language.values()) {
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(20),
          () -> {
            CodeModel model = CodeAnalysis.analyze(text, 0, text.length(), language);
            PATTERN.match(model);
          });
    }
  }

  @Test
  void aMegabyteOfOpenBracketsIsAnalysedInSeconds() {
    String text = "(".repeat(1_000_000);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> PATTERN.match(CodeAnalysis.analyze(text, 0, text.length(), Language.PYTHON)));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void deepIndentationIsAnalysed(String shape) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1500; i++) {
      text.append(" ".repeat(i)).append(shape);
    }
    assertThat(
            PATTERN.match(CodeAnalysis.analyze(text.toString(), 0, text.length(), Language.PYTHON)))
        .isNotNull();
  }

  @Property(tries = 300)
  void noTextMakesTheAnalysisThrow(@ForAll("code") String text, @ForAll Language language) {
    for (CodeHit hit : PATTERN.match(CodeAnalysis.analyze(text, 0, text.length(), language))) {
      assertThat(hit.start()).isBetween(0, text.length());
      assertThat(hit.end()).isBetween(hit.start(), text.length());
    }
  }

  @Property(tries = 100)
  void offsetsReferToTheTurnNotToTheSegment(@ForAll("code") String before) {
    String code = "def f(a):\n    g(f'x {a}')\n";
    String text = before + code;
    List<CodeHit> hits =
        PATTERN.match(CodeAnalysis.analyze(text, before.length(), text.length(), Language.PYTHON));
    assertThat(hits)
        .extracting(hit -> text.substring(hit.start(), hit.end()))
        .containsExactly("g(f'x {a}')");
  }

  @Provide
  Arbitrary<String> code() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "def f(a):",
            "\n",
            "    ",
            "\t",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "'",
            "\"",
            "'''",
            "f'",
            "`",
            "${",
            "#",
            "//",
            "/*",
            "*/",
            "=",
            "==",
            "+",
            "%",
            ".",
            ",",
            ":",
            ";",
            "@",
            "->",
            "=>",
            "if ",
            "else",
            "for x in y",
            "return ",
            "import ",
            "from ",
            "class ",
            "lambda ",
            "a",
            "b",
            "1",
            "0x",
            "\\",
            "\r\n",
            "\u0000",
            "\ud83d",
            "request.args",
            "execute",
            "function ",
            "new ",
            "<",
            ">",
            "<?php",
            "$x",
            "&&",
            "while ",
            "try:",
            "except ",
            "with ",
            "as ",
            "await ",
            "*",
            "**",
            "not ",
            "in ",
            "is ");
    return Arbitraries.oneOf(
        pieces.list().ofMaxSize(120).map(list -> String.join("", list)),
        Arbitraries.strings().ofMaxLength(200));
  }
}
