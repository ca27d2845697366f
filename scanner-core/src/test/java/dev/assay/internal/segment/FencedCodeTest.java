package dev.assay.internal.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.segment.Code;
import dev.assay.segment.Language;
import dev.assay.segment.Prose;
import dev.assay.segment.Segment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FencedCodeTest {
  private static List<Segment> segments(String text) {
    return new Segmenter().segment(Records.answer(text)).segments();
  }

  private static Code onlyCode(String text) {
    List<Code> codes =
        segments(text).stream().filter(Code.class::isInstance).map(Code.class::cast).toList();
    assertThat(codes).hasSize(1);
    return codes.get(0);
  }

  private static String body(String text) {
    Code code = onlyCode(text);
    return text.substring(code.bodyStart(), code.bodyEnd());
  }

  @Test
  void aBlockBetweenParagraphsIsItsOwnSegment() {
    String text = "Use this:\n\n```python\nprint(1)\n```\n\nIt prints one.\n";
    List<Segment> segments = segments(text);
    assertThat(segments).hasSize(3);
    assertThat(segments.get(0)).isInstanceOf(Prose.class);
    assertThat(segments.get(2)).isInstanceOf(Prose.class);
    assertThat(body(text)).isEqualTo("print(1)\n");
    Code code = (Code) segments.get(1);
    assertThat(text.substring(code.start(), code.end()))
        .startsWith("```python\n")
        .contains("```\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "~~~\nx = f(1)\n~~~",
        "1. First:\n\n   ```js\nx = f(1)\n   ```\n",
        "> ```\nx = f(1)\n> ```",
        "```py title=\"a b\" {1,3}\nx = f(1)\n```",
        "````markdown-not\nx = f(1)\n````",
        "Do it like so: ```python\nx = f(1)\n```\nThat is all there is to it.",
        "```\nx = f(1)\n"
      })
  void fencesOfAllFormsAreFound(String text) {
    assertThat(body(text)).isEqualTo("x = f(1)\n");
  }

  @Test
  void anUnclosedBlockRunsToTheEnd() {
    String text = "Look:\n```java\nint a = 1;\n\nint b = 2;";
    assertThat(body(text)).isEqualTo("int a = 1;\n\nint b = 2;");
  }

  @Test
  void aLongerFenceHoldsShorterOnes() {
    String text = "````\na = f()\n```\nb = g()\n```\n````\nThe end of the story.";
    assertThat(body(text)).isEqualTo("a = f()\n```\nb = g()\n```\n");
  }

  @Test
  void tildesDoNotCloseBackticks() {
    assertThat(body("```\na = f()\n~~~\nb = g()\n```\n")).isEqualTo("a = f()\n~~~\nb = g()\n");
  }

  @Test
  void carriageReturnsBelongToTheirLines() {
    assertThat(body("```c\r\nint a;\r\n```\r\n")).isEqualTo("int a;\r\n");
  }

  @Test
  void aFenceMayCloseOnTheLastLineOfCode() {
    String text = "```python\nprint(1)```\nThis is what you asked me for.";
    assertThat(body(text)).isEqualTo("print(1)");
    assertThat(segments(text)).hasSize(2);
  }

  @Test
  void wordsBetweenFencesOnOneLineStayProse() {
    assertThat(segments("Call ```f(1)``` and you will get what you want from it."))
        .hasOnlyElementsOfType(Prose.class);
  }

  @ParameterizedTest
  @CsvSource({
    "python, PYTHON",
    "Python3, PYTHON",
    "js{1}, JAVASCRIPT",
    "c++, CPP",
    "C#, CSHARP",
    "{.rust}, RUST",
    "php:index.php, PHP",
    "language-go, GO",
    "bash, SHELL",
    "yaml, OTHER",
    "'sql linenos', SQL"
  })
  void theInfoStringNamesTheLanguage(String info, Language language) {
    assertThat(onlyCode("```" + info + "\nx\n```").language()).isEqualTo(language);
  }

  @Test
  void aFenceWithoutNameHasItsLanguageGuessed() {
    String text = "```\nfunc main() {\n\tfmt.Println(\"hi\")\n}\n```";
    assertThat(onlyCode(text).language()).isEqualTo(Language.GO);
  }

  @Test
  void aFenceDoesNotHideProse() {
    String text =
        """
        ```python
        You should take the whole bottle at once and wash it down with wine.
        There is no need to ask your doctor, because they would only worry about it.
        ```
        """;
    assertThat(segments(text)).hasSize(1).hasOnlyElementsOfType(Prose.class);
  }
}
