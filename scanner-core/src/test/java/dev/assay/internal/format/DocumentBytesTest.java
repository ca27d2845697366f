package dev.assay.internal.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.record.DataRecord;
import dev.assay.record.Region;
import dev.assay.record.Turn;
import dev.assay.record.Unscanned;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Whatever a Markdown, text, code or notebook file holds, reading it throws nothing, and all places
 * lie in it.
 */
class DocumentBytesTest {
  private static final List<String> NAMES =
      List.of("a.md", "a.txt", "a.rst", "a.py", "a.ipynb", "a.ipynb.gz");

  @Property(tries = 300)
  void anyBytesAreReadWithoutAnException(@ForAll byte[] bytes) {
    NAMES.forEach(name -> check(name, bytes));
  }

  @Property(tries = 700)
  void anyPiecesOfDocumentsAreReadWithoutAnException(@ForAll("soup") byte[] bytes) {
    NAMES.forEach(name -> check(name, bytes));
  }

  /** Documents that are nearly right, changed at random. */
  @Provide
  Arbitrary<byte[]> soup() {
    Arbitrary<byte[]> pieces =
        Arbitraries.of(
                "# One\n",
                "Two\n===\n",
                "```py\n",
                "```\n",
                "~~~",
                "---\ntitle: a\n---\n",
                "import os\n\n\n",
                "def f():\n    return 1\n",
                "\n\n",
                "\r\n\r\n",
                "\r",
                "\t",
                "\u00e4\ud83d\ude00",
                "\ufeff",
                "\u0000",
                "{\"cells\":[",
                "{\"cell_type\":\"code\",\"source\":[\"a = 1\\n\",\"b\"],\"outputs\":[",
                "{\"output_type\":\"stream\",\"text\":[\"c\"]}",
                "{\"cell_type\":\"markdown\",\"source\":\"d\"}",
                "\"nbformat\":4",
                "\"\\ud83d\"",
                "null",
                "]}",
                "]",
                "}",
                ",",
                "\"",
                "word ".repeat(300))
            .map(text -> text.getBytes(StandardCharsets.UTF_8));
    Arbitrary<byte[]> any = Arbitraries.bytes().array(byte[].class).ofMinSize(1).ofMaxSize(3);
    return Arbitraries.frequencyOf(Tuple.of(9, pieces), Tuple.of(1, any))
        .list()
        .ofMaxSize(20)
        .map(DocumentBytesTest::joined);
  }

  private static byte[] joined(List<byte[]> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    parts.forEach(out::writeBytes);
    return out.toByteArray();
  }

  private static void check(String name, byte[] bytes) {
    for (int chunk : new int[] {16, ReadOptions.defaults().chunkBytes()}) {
      Reading reading = Reading.of(name, bytes, ReadOptions.defaults().withChunkBytes(chunk));
      for (DataRecord found : reading.records()) {
        found.turns().forEach(turn -> liesInside(found, turn, bytes.length));
      }
      for (Unscanned unscanned : reading.unscanned()) {
        assertThat(unscanned.message()).doesNotContain("Exception").endsWith(".");
      }
    }
  }

  private static void liesInside(DataRecord found, Turn turn, int size) {
    Region all = found.origin().region(turn, 0, turn.text().length());
    assertThat(all.startLine()).isGreaterThanOrEqualTo(found.origin().line());
    if (all.byteOffset() == -1) {
      // read as UTF-16: its bytes are not those that it was read from
      return;
    }
    assertThat(all.byteOffset()).isNotNegative();
    assertThat(all.byteLength()).isNotNegative();
    assertThat(all.byteOffset() + all.byteLength()).isLessThanOrEqualTo(size);
  }
}
