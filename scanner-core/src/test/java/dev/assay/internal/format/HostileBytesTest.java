package dev.assay.internal.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.record.DataRecord;
import dev.assay.record.Turn;
import dev.assay.record.Unscanned;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class HostileBytesTest {
  private static final List<String> NAMES =
      List.of("a.jsonl", "a.json", "a.csv", "a.tsv", "stdin", "a.jsonl.gz");

  @Property(tries = 500)
  void anyBytesAreReadWithoutAnException(@ForAll byte[] bytes) {
    NAMES.forEach(name -> check(name, bytes));
  }

  @Property(tries = 1500)
  void anyPiecesOfDatasetsAreReadWithoutAnException(@ForAll("soup") byte[] bytes) {
    NAMES.forEach(name -> check(name, bytes));
  }

  /** Records that are nearly right, changed at random. */
  @Provide
  Arbitrary<byte[]> soup() {
    Arbitrary<byte[]> pieces =
        Arbitraries.of(
                "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"assistant\",\"content\":[",
                "{\"type\":\"text\",\"text\":\"b\"}]}]}",
                "{\"prompt\":\"p\",\"completion\":\"c\"}",
                "{\"text\":\"\\ud83d\\ude00\"}",
                "{\"text\":\"\\ud83d\"}",
                "{\"chosen\":\"\\n\\nHuman: a\\n\\nAssistant: b\",\"rejected\":[]}",
                "prompt,completion",
                "\"a,\"\"b\n\"\"\",c",
                "\n",
                "\r\n",
                "\"",
                "\\",
                "{",
                "}",
                "[",
                "]",
                ",",
                ":",
                "\t",
                "null",
                "1e9999",
                "\u00e4",
                "\"tool_calls\":[{\"function\":{\"arguments\":{}}}]",
                "\"messages\":",
                "{\"data\":[")
            .map(text -> text.getBytes(StandardCharsets.UTF_8));
    Arbitrary<byte[]> any = Arbitraries.bytes().array(byte[].class).ofMinSize(1).ofMaxSize(3);
    return Combinators.combine(
            Arbitraries.frequencyOf(Tuple.of(9, pieces), Tuple.of(1, any)).list().ofMaxSize(20),
            Arbitraries.of(true, false))
        .as((parts, lines) -> joined(parts, lines));
  }

  private static byte[] joined(List<byte[]> parts, boolean lines) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
      if (lines) {
        out.write('\n');
      }
    }
    return out.toByteArray();
  }

  private static void check(String name, byte[] bytes) {
    Reading small = Reading.of(name, bytes, ReadOptions.defaults().withChunkBytes(16));
    Reading reading = Reading.of(name, bytes);

    // Something is always said, and every place that is named exists.
    assertThat(reading.records().size() + reading.unscanned().size()).isPositive();
    for (DataRecord dataRecord : reading.records()) {
      for (Turn turn : dataRecord.turns()) {
        assertThat(dataRecord.origin().region(turn, 0, turn.text().length()).startLine())
            .isGreaterThanOrEqualTo(dataRecord.origin().line());
      }
    }
    for (Unscanned unscanned : reading.unscanned()) {
      assertThat(unscanned.message()).doesNotContain("Exception").endsWith(".");
    }
    // The first look at the schema covers a chunk, so only what is known to be records compares.
    if (!small.records().isEmpty() && !reading.records().isEmpty()) {
      assertThat(small.records()).hasSameSizeAs(reading.records());
    }
  }
}
