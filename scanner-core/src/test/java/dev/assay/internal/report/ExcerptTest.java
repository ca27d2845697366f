package dev.assay.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.verdict.Finding;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptTest {
  @Nested
  class Visible {
    @ParameterizedTest
    @CsvSource({
      "0, <U+0000>",
      "7, <U+0007>",
      "27, <U+001B>",
      "127, <U+007F>",
      "133, <U+0085>",
      "155, <U+009B>",
      "173, <U+00AD>",
      "8203, <U+200B>",
      "8205, <U+200D>",
      "8206, <U+200E>",
      "8232, <U+2028>",
      "8238, <U+202E>",
      "8288, <U+2060>",
      "8297, <U+2069>",
      "12644, <U+3164>",
      "65039, <U+FE0F>",
      "65279, <U+FEFF>",
      "65529, <U+FFF9>",
      "65535, <U+FFFF>",
      "55296, <U+D800>",
      "57343, <U+DFFF>",
      "917569, <U+E0041>",
      "917999, <U+E01EF>",
      "119155, <U+1D173>",
      "131070, <U+1FFFE>"
    })
    void spellsOutWhatCannotBeSeen(int codePoint, String spelled) {
      String raw = "a" + Character.toString(codePoint) + "b";

      assertThat(Excerpt.of(raw).plain()).isEqualTo("a" + spelled + "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "naïve", "日本語", "привет", "😀 ok", "שלום", "a\u0301"})
    void leavesTextOfAllScriptsAlone(String text) {
      assertThat(Excerpt.of(text).plain()).isEqualTo(text);
    }

    @Test
    void isOneLine() {
      assertThat(Excerpt.of("\n if x:\r\n\t  run()\n").plain()).isEqualTo("if x: run()");
    }

    @Test
    void spellsOutMarksThatPileUpOverOtherLines() {
      assertThat(Excerpt.of("a" + "\u0301".repeat(4)).plain())
          .isEqualTo("a\u0301\u0301<U+0301><U+0301>");
    }

    @Test
    void cutsWithoutCuttingACharacterOrASpelling() {
      assertThat(Excerpt.of("\u202E".repeat(500)).plain())
          .hasSizeLessThanOrEqualTo(Excerpt.MAX)
          .matches("(<U\\+202E>)+\\.\\.\\.");
      assertThat(Excerpt.of("😀".repeat(500)).plain())
          .hasSizeLessThanOrEqualTo(Excerpt.MAX)
          .matches("(😀)+\\.\\.\\.");
      assertThat(Excerpt.of("x".repeat(Excerpt.MAX)).plain()).isEqualTo("x".repeat(Excerpt.MAX));
    }
  }

  @Nested
  class Markdown {
    @ParameterizedTest
    @CsvSource(
        delimiter = ';',
        value = {
          "plain; `plain`",
          "a`b; ``a`b``",
          "`x`; `` `x` ``",
          "```; ```` ``` ````",
          "[a](https://example.com); `[a](https://example.com)`",
          "@example #1 GH-1; `@example #1 GH-1`"
        })
    void isACodeSpanThatTheTextCannotEnd(String raw, String markdown) {
      assertThat(Excerpt.of(raw).markdown()).isEqualTo(markdown);
    }

    @Test
    void doesNotEndTheCellOfATable() {
      assertThat(Excerpt.of("a|b").markdownCell()).isEqualTo("`a\\|b`");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '→',
        value = {
          "<b>& → &lt;b&gt;&amp;",
          "@example → @<!-- -->example",
          "see #123 → see \\#<!-- -->123",
          "GH-123 → GH-<!-- -->123",
          "https://example.com → https:<!-- -->//example.com",
          "www.example.com → www<!-- -->.example.com",
          "![i](x) → \\!\\[i\\](x)",
          "a|b *c* _d_ ~e~ `f` → a\\|b \\*c\\* \\_d\\_ \\~e\\~ \\`f\\`",
          "- item → \\- item"
        })
    void proseHasNoMarkupMentionLinkOrIssue(String raw, String markdown) {
      assertThat(Excerpt.of(raw).markdownProse()).isEqualTo(markdown);
    }
  }

  @Nested
  class Html {
    @Test
    void hasNoElementAttributeOrEntityOfTheText() {
      assertThat(Excerpt.of("<img src=x onerror='a' title=\"`\">&lt;").html())
          .isEqualTo("&lt;img src=x onerror=&#39;a&#39; title=&quot;&#96;&quot;&gt;&amp;lt;");
    }
  }

  @Nested
  class Cell {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\n =1", "\uFF1D1", "\uFF0B1"})
    void isNoFormula(String raw) {
      assertThat(Excerpt.of(raw).cell()).startsWith("'");
    }

    @Test
    void leavesOtherTextAlone() {
      assertThat(Excerpt.of("a=1").cell()).isEqualTo("a=1");
    }
  }

  @Nested
  class Sarif {
    @Test
    void hasNoEmbeddedLink() {
      assertThat(Excerpt.of("[x](1) [y](https://example.com)").sarif())
          .isEqualTo("[x] (1) [y] (https://example.com)");
    }
  }

  @Nested
  class Secrets {
    @Test
    void areShownByTheirStartAndLengthAlone() {
      assertThat(Excerpt.redacted("AKIAEXAMPLEEXAMPLE42").plain())
          .isEqualTo("AKIA**** (20 characters)");
      assertThat(Excerpt.redacted("hunter2").plain()).isEqualTo("**** (7 characters)");
    }

    @Test
    void startThatAttacksIsMadeSafe() {
      assertThat(Excerpt.redacted("\u001B[2Jxxxxxxxxxxxx").plain())
          .isEqualTo("<U+001B>[2J**** (16 characters)");
    }

    @Test
    void areRedactedInTheEvidenceOfOtherRulesToo() {
      Finding secret = Samples.finding(Samples.SECRET, 1, "AKIAEXAMPLEEXAMPLE42", true);
      Finding other = Samples.finding(Samples.DEBUG, 9, "key = 'AKIAEXAMPLEEXAMPLE42'", false);

      assertThat(Excerpt.of(secret, List.of(secret, other)).plain()).doesNotContain("AKIAE");
      assertThat(Excerpt.of(other, List.of(secret, other)).plain())
          .isEqualTo("key = 'AKIA**** (20 characters)'");
    }

    @Test
    void areRedactedWhereAnotherFindingShowsAPartOfThem() {
      Finding secret = Samples.finding(Samples.SECRET, 1, "AKIAEXAMPLEEXAMPLE42", true);
      Finding part = Samples.finding(Samples.DEBUG, 1, "key = 'AKIAEXAMPLEEX", false);

      assertThat(Excerpt.of(part, List.of(part, secret)).plain()).doesNotContain("AKIA");
    }
  }
}
