package dev.assay.internal.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A turn of two million units of the same piece: time must stay linear in it. */
class HostileTurnsTest {
  private static final int UNITS = 2_000_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n",
        "`",
        "```\n",
        "```a",
        "~~~\n",
        "\"",
        "'",
        "\"\"\"\n",
        "/*",
        "x=\"",
        "a.b(",
        "((((",
        "{",
        "\\",
        "<!--",
        "if x:\n",
        "\ud83d",
        "\u0000",
        " ",
        "\t\n",
        "a ",
        "#",
        "$x",
        "'\\"
      })
  void timeIsLinear(String piece) {
    String text = piece.repeat(UNITS / piece.length());
    int covered =
        assertTimeoutPreemptively(
            Duration.ofSeconds(20),
            () ->
                new Segmenter()
                    .segment(Records.answer(text)).segments().stream()
                        .mapToInt(segment -> segment.end() - segment.start())
                        .sum());
    assertThat(covered).isEqualTo(text.length());
  }
}
