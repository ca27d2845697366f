package dev.assay.internal.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.record.DataRecord;
import dev.assay.record.Region;
import dev.assay.record.Turn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a span of a turn is cut out of the file as, once unescaped, is that span. */
class ExactPlacesTest {
  private record Example(String question, String answer) {}

  @Provide
  Arbitrary<String> nasty() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "a",
            "word ",
            "\n",
            "\r\n",
            "\t",
            "\"",
            "\"\"",
            "\\",
            "\\n",
            "\\u0041",
            "/",
            "{\"role\":",
            "[",
            "]",
            "}",
            ",",
            ";",
            "\u0000",
            "\u0001",
            "\u007f",
            "\u00e4",
            "\u20ac",
            "\u200b",
            "\ud83d\ude00",
            "\ud834\udd1e",
            "\u2028",
            "\ufeff",
            "'",
            "  ",
            "Human: ",
            "#",
            "~",
            "e\u0301");
    return pieces.list().ofMinSize(1).ofMaxSize(25).map(parts -> String.join("", parts));
  }

  @Property(tries = 400)
  void inJsonLines(
      @ForAll("nasty") String question, @ForAll("nasty") String answer, @ForAll long seed)
      throws IOException {
    Random random = new Random(seed);
    StringBuilder file = new StringBuilder();
    List<Example> examples = List.of(new Example(question, answer), new Example(answer, question));
    for (Example example : examples) {
      file.append(object(example, random, false)).append(random.nextBoolean() ? "\n" : "\r\n");
    }
    check("a.jsonl", file.toString(), examples, random, ExactPlacesTest::fromJson);
  }

  @Property(tries = 400)
  void inPrettyJson(
      @ForAll("nasty") String question, @ForAll("nasty") String answer, @ForAll long seed)
      throws IOException {
    Random random = new Random(seed);
    List<Example> examples = List.of(new Example(question, answer), new Example(answer, question));
    StringBuilder file =
        new StringBuilder(random.nextBoolean() ? "[\n" : "{\"n\u00e4me\": [1], \"data\" : [");
    file.append(object(examples.get(0), random, true))
        .append(space(random))
        .append(',')
        .append(space(random));
    file.append(object(examples.get(1), random, true)).append(space(random)).append(']');
    if (file.charAt(0) == '{') {
      file.append("\n}");
    }
    check("a.json", file.toString(), examples, random, ExactPlacesTest::fromJson);
  }

  @Property(tries = 400)
  void inTables(
      @ForAll("nasty") String rawQuestion, @ForAll("nasty") String rawAnswer, @ForAll long seed)
      throws IOException {
    // A table cannot hold NUL.
    String question = rawQuestion.replace("\0", "0");
    String answer = rawAnswer.replace("\0", "0");
    Random random = new Random(seed);
    List<Example> examples = List.of(new Example(question, answer), new Example(answer, question));
    StringBuilder file = new StringBuilder("id,prompt,\"completion\"\n");
    for (Example example : examples) {
      file.append("1,").append(cell(example.question(), random)).append(',');
      file.append(cell(example.answer(), random)).append(random.nextBoolean() ? "\n" : "\r\n");
    }
    check("a.csv", file.toString(), examples, random, text -> text.replace("\"\"", "\""));
  }

  @Property(tries = 300)
  void inJsonInsideTables(
      @ForAll("nasty") String question, @ForAll("nasty") String answer, @ForAll long seed)
      throws IOException {
    Random random = new Random(seed);
    List<Example> examples = List.of(new Example(question, answer));
    String json = messages(examples.get(0), random, random.nextBoolean());
    String file = "messages,id\n\"" + json.replace("\"", "\"\"") + "\",1\n";
    check("a.csv", file, examples, random, text -> fromJson(text.replace("\"\"", "\"")));
  }

  @Property(tries = 300)
  void inJsonInsideJson(
      @ForAll("nasty") String question, @ForAll("nasty") String answer, @ForAll long seed)
      throws IOException {
    Random random = new Random(seed);
    List<Example> examples = List.of(new Example(question, answer));
    String json = messages(examples.get(0), random, true);
    String file = "{\"conversations\":\"" + escaped(json, random) + "\"}\n";
    check("a.jsonl", file, examples, random, text -> fromJson(fromJson(text)));
  }

  private static void check(
      String name,
      String file,
      List<Example> examples,
      Random random,
      UnaryOperator<String> unescape)
      throws IOException {
    byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
    Reading reading =
        Reading.of(name, bytes, ReadOptions.defaults().withChunkBytes(1 + random.nextInt(200)));

    assertThat(reading.unscanned()).isEmpty();
    assertThat(reading.records()).hasSameSizeAs(examples);
    for (int i = 0; i < examples.size(); i++) {
      DataRecord dataRecord = reading.records().get(i);
      assertThat(dataRecord.turns())
          .extracting(Turn::text)
          .containsExactly(examples.get(i).question(), examples.get(i).answer());
      for (Turn turn : dataRecord.turns()) {
        for (int k = 0; k < 4; k++) {
          int start = boundary(turn.text(), random.nextInt(turn.text().length() + 1));
          int end = boundary(turn.text(), start + random.nextInt(turn.text().length() - start + 1));
          Region region = dataRecord.origin().region(turn, start, end);
          String expected = turn.text().substring(start, end);
          assertThat(unescape.apply(cut(file, region))).isEqualTo(expected);
          String byBytes =
              new String(
                  bytes,
                  (int) region.byteOffset(),
                  (int) region.byteLength(),
                  StandardCharsets.UTF_8);
          assertThat(unescape.apply(byBytes)).isEqualTo(expected);
        }
      }
    }
  }

  /** Spans do not begin or end between the two halves of a character. */
  private static int boundary(String text, int index) {
    boolean inside =
        index > 0 && index < text.length() && Character.isLowSurrogate(text.charAt(index));
    return inside ? index + 1 : index;
  }

  /** Cuts by lines and columns, as an editor would that ends lines at newlines. */
  private static String cut(String file, Region region) {
    int start = offset(file, region.startLine(), region.startColumn());
    int end = offset(file, region.endLine(), region.endColumn());
    return file.substring(start, end);
  }

  private static int offset(String file, long line, long column) {
    int at = 0;
    for (long i = 1; i < line; i++) {
      at = file.indexOf('\n', at) + 1;
    }
    return at + (int) column - 1;
  }

  private static String object(Example example, Random random, boolean pretty) {
    List<String> members = new ArrayList<>();
    members.add("\"id\":" + random.nextInt());
    members.add("\"inf\u00f6\":{\"prompt\":[\"x\",{\"y\":\"}]\\\"\"}]}");
    members.add(
        "\"prompt\":" + blank(random, pretty) + "\"" + escaped(example.question(), random) + "\"");
    members.add(
        "\"compl\\u0065tion\":"
            + blank(random, pretty)
            + "\""
            + escaped(example.answer(), random)
            + "\"");
    StringBuilder text = new StringBuilder("{").append(blank(random, pretty));
    for (int i = 0; i < members.size(); i++) {
      text.append(i == 0 ? "" : ",")
          .append(blank(random, pretty))
          .append(members.get(i))
          .append(blank(random, pretty));
    }
    return text.append('}').toString();
  }

  private static String messages(Example example, Random random, boolean pretty) {
    return "["
        + blank(random, pretty)
        + "{\"role\":\"user\",\"content\":\""
        + escaped(example.question(), random)
        + "\"},{\"role\": \"assistant\",\"content\":[{\"type\":\"text\",\"text\":\""
        + escaped(example.answer(), random)
        + "\"}]}]";
  }

  private static String blank(Random random, boolean pretty) {
    return pretty ? space(random) : random.nextBoolean() ? " " : "";
  }

  private static String space(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> "\n  ";
      case 1 -> "\r\n\t";
      case 2 -> " ";
      default -> "";
    };
  }

  private static String cell(String text, Random random) {
    boolean must = text.matches("(?s).*[\",\n\r].*");
    return must || random.nextBoolean() ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
  }

  /** JSON's escapes where they must be, and elsewhere at random. */
  private static String escaped(String text, Random random) {
    StringBuilder out = new StringBuilder();
    boolean numeric = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // Both halves of a character are written the same way.
      numeric = Character.isLowSurrogate(c) ? numeric : c < ' ' || random.nextInt(5) == 0;
      if (c == '\n' && random.nextBoolean()) {
        out.append("\\n");
      } else if (numeric) {
        String hex = String.format(Locale.ROOT, "%04x", (int) c);
        out.append("\\u").append(random.nextBoolean() ? hex : hex.toUpperCase(Locale.ROOT));
      } else if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static String fromJson(String inside) {
    try {
      return new ObjectMapper().readValue("\"" + inside + "\"", String.class);
    } catch (IOException e) {
      throw new AssertionError("cut in the middle of an escape: " + inside, e);
    }
  }
}
