package dev.assay.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * Clean chat records to measure with: OpenAI {@code messages} as JSONL, 1.1 KB each on average, as
 * {@code json.dumps} writes them. Nearly all is English prose; about one answer in seven holds a
 * fenced block of sound code, one record in five has several exchanges, one in twelve a system
 * prompt, and a few have other scripts, half of them escaped.
 *
 * <p>Row n is the same whenever and wherever it is made.
 */
public final class ChatRecords {
  private static final long SEED = 20_261_101;
  private static final double CODE = 0.15;
  private static final double LONGER = 0.2;
  private static final double SYSTEM = 0.08;

  private final Corpus corpus = Corpus.load();

  /**
   * Writes a file of generated records.
   *
   * @param arguments the file, and how many records
   * @throws IOException if the file cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      throw new IllegalArgumentException("usage: ChatRecords FILE COUNT");
    }
    new ChatRecords().write(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
  }

  void write(Path file, int count) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 18)) {
      for (int row = 1; row <= count; row++) {
        out.write(line(row));
      }
    }
  }

  /** The row with this number, from 1, with the line feed at its end. */
  byte[] line(int row) {
    // Neighbouring seeds give neighbouring first numbers, hence the multiplication.
    Random random = new Random(SEED + row * 0x9E3779B97F4A7C15L);
    Speaker speaker = new Speaker(corpus, random);
    JsonLine json = new JsonLine(random.nextBoolean());
    if (random.nextDouble() < SYSTEM) {
      json.message("system", speaker.say("system"));
    }
    int exchanges = random.nextDouble() < LONGER ? 2 + random.nextInt(2) : 1;
    for (int i = 0; i < exchanges; i++) {
      if (i == 0 && random.nextDouble() < CODE) {
        code(speaker, random, json);
      } else {
        json.message("user", speaker.say(i == 0 ? "question" : "follow"));
        json.message("assistant", speaker.explain(length(random) / exchanges));
      }
    }
    return json.end();
  }

  /** The same as text. */
  String text(int row) {
    return new String(line(row), StandardCharsets.UTF_8);
  }

  private void code(Speaker speaker, Random random, JsonLine json) {
    List<Corpus.CodeSample> samples = corpus.code();
    Corpus.CodeSample sample = samples.get(random.nextInt(samples.size()));
    json.message("user", speaker.ask(sample.language()));
    json.message("assistant", speaker.code(sample));
  }

  /** Mostly some paragraphs, seldom a line, seldom a page. */
  private static int length(Random random) {
    return (int) Math.min(6000, 740 * Math.exp(0.5 * random.nextGaussian()));
  }

  /** One line of JSON on its way. */
  private static final class JsonLine {
    private final StringBuilder text = new StringBuilder("{\"messages\": [");
    private final boolean ascii;
    private boolean first = true;

    JsonLine(boolean ascii) {
      this.ascii = ascii;
    }

    void message(String role, String content) {
      text.append(first ? "{\"role\": \"" : ", {\"role\": \"").append(role);
      text.append("\", \"content\": \"");
      content.chars().forEach(c -> append((char) c));
      text.append("\"}");
      first = false;
    }

    private void append(char c) {
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        default -> {
          if (c > 0x7e && ascii) {
            text.append(String.format("\\u%04x", (int) c));
          } else {
            text.append(c);
          }
        }
      }
    }

    byte[] end() {
      return text.append("]}\n").toString().getBytes(StandardCharsets.UTF_8);
    }
  }
}
