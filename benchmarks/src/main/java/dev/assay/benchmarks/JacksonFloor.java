package dev.assay.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * What any scanner must at least do, and nothing else: read a JSONL file, parse each record with
 * Jackson, and make strings of its texts.
 */
final class JacksonFloor {
  private static final int BLOCK = 1 << 18;
  private static final JsonFactory FACTORY = new JsonFactory();

  private JacksonFloor() {}

  /**
   * What was read, so that the paths that are compared can be seen to read the same.
   *
   * @param records lines
   * @param characters of all strings that are values
   */
  record Read(long records, long characters) {
    Read plus(Read other) {
      return new Read(records + other.records, characters + other.characters);
    }
  }

  /** Reads the file on so many threads; whole blocks of lines are handed out in turn. */
  static Read read(Path file, int threads) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      Blocks blocks = new Blocks(in);
      if (threads == 1) {
        return readAll(blocks);
      }
      ExecutorService pool = Executors.newFixedThreadPool(threads);
      try {
        List<Future<Read>> parts = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
          parts.add(pool.submit(() -> readAll(blocks)));
        }
        Read sum = new Read(0, 0);
        for (Future<Read> part : parts) {
          sum = sum.plus(part.get());
        }
        return sum;
      } catch (InterruptedException | ExecutionException e) {
        throw new IllegalStateException(e);
      } finally {
        pool.shutdownNow();
      }
    }
  }

  private static Read readAll(Blocks blocks) throws IOException {
    Read sum = new Read(0, 0);
    for (byte[] block = blocks.next(); block != null; block = blocks.next()) {
      sum = sum.plus(read(block));
    }
    return sum;
  }

  /** Reads lines that are in memory; the last one ends with a line feed, too. */
  static Read read(byte[] lines) throws IOException {
    long records = 0;
    long characters = 0;
    int start = 0;
    for (int i = 0; i < lines.length; i++) {
      if (lines[i] == '\n') {
        characters += characters(lines, start, i);
        records++;
        start = i + 1;
      }
    }
    return new Read(records, characters);
  }

  private static long characters(byte[] bytes, int start, int end) throws IOException {
    long characters = 0;
    try (JsonParser parser = FACTORY.createParser(bytes, start, end - start)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.VALUE_STRING) {
          characters += parser.getText().length();
        }
      }
    }
    return characters;
  }

  /** Cuts a stream after line feeds. */
  private static final class Blocks {
    private final InputStream in;
    private byte[] rest = {};

    Blocks(InputStream in) {
      this.in = in;
    }

    synchronized byte @Nullable [] next() throws IOException {
      byte[] block = new byte[rest.length + BLOCK];
      System.arraycopy(rest, 0, block, 0, rest.length);
      int length = rest.length + in.readNBytes(block, rest.length, BLOCK);
      if (length == 0) {
        return null;
      }
      int cut = length;
      while (cut > 0 && block[cut - 1] != '\n') {
        cut--;
      }
      rest = java.util.Arrays.copyOfRange(block, cut, length);
      return java.util.Arrays.copyOf(block, cut);
    }
  }
}
