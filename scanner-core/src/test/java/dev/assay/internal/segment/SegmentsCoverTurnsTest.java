package dev.assay.internal.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.record.DataRecord;
import dev.assay.record.Role;
import dev.assay.record.Turn;
import dev.assay.segment.Code;
import dev.assay.segment.Segment;
import dev.assay.segment.SegmentedRecord;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SegmentsCoverTurnsTest {
  private final Segmenter segmenter = new Segmenter();

  @Property(tries = 1500)
  void segmentsLieInOrderAndCoverEveryTurn(
      @ForAll("texts") String first, @ForAll("texts") String second) {
    DataRecord record =
        Records.of(new Turn(Role.USER, first, "/a"), new Turn(Role.ASSISTANT, second, "/b"));
    SegmentedRecord segmented = segmenter.segment(record);
    assertThat(segmented.record()).isSameAs(record);
    assertThat(coveredBy(segmented.segments(), 0)).isEqualTo(first.length());
    assertThat(coveredBy(segmented.segments(), 1)).isEqualTo(second.length());
  }

  @Property(tries = 500)
  void anyUnitsAtAllAreCovered(@ForAll("units") String text) {
    SegmentedRecord segmented = segmenter.segment(Records.answer(text));
    assertThat(coveredBy(segmented.segments(), 0)).isEqualTo(text.length());
  }

  @Property(tries = 500)
  void theSameTextAlwaysHasTheSameSegments(
      @ForAll("texts") String before, @ForAll("texts") String text) {
    List<Segment> fresh = new Segmenter().segment(Records.answer(text)).segments();
    segmenter.segment(Records.answer(before));
    assertThat(segmenter.segment(Records.answer(text)).segments()).isEqualTo(fresh);
  }

  private static int coveredBy(List<Segment> segments, int turn) {
    int at = 0;
    for (Segment segment : segments) {
      if (segment.turn() == turn) {
        assertThat(segment.start()).isEqualTo(at);
        assertThat(segment.end()).isGreaterThan(at);
        at = segment.end();
        if (segment instanceof Code code) {
          assertThat(code.bodyStart()).isBetween(code.start(), code.bodyEnd());
          assertThat(code.bodyEnd()).isLessThanOrEqualTo(code.end());
        }
      }
    }
    return at;
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "```",
            "```python\n",
            "````\n",
            "~~~ js\n",
            "  ```\r\n",
            "> ```\n",
            "\n",
            "\r\n",
            "\n\n",
            "\t",
            "    ",
            "def f(x):\n",
            "    return x\n",
            "x = g(1)\n",
            "import os\n",
            "}\n",
            "if (a) {\n",
            "\"\"\"",
            "'''",
            "/*",
            "*/",
            "# a comment\n",
            "<div class=\"a\">\n",
            "SELECT a FROM b;\n",
            "Here is the code: ",
            "This is a sentence of the usual kind.\n",
            "- a point\n",
            "1. one\n",
            "| a | b |\n",
            "caf\u00e9 ",
            "\ud83d",
            "\ude00",
            "\u0000",
            "\u200b",
            "`x`",
            "x",
            ";",
            "(");
    return pieces.list().ofMaxSize(30).map(list -> String.join("", list));
  }

  @Provide
  Arbitrary<String> units() {
    return Arbitraries.chars()
        .range('\u0000', '\uffff')
        .list()
        .ofMaxSize(200)
        .map(
            chars -> {
              StringBuilder text = new StringBuilder();
              chars.forEach(text::append);
              return text.toString();
            });
  }
}
