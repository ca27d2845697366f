package dev.assay.internal.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.assay.record.DataRecord;
import dev.assay.record.RecordHash;
import dev.assay.record.Unscanned;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Prints how fast chat records of about 1.1 KB are cut and decoded. Run by hand; asserts nothing.
 */
final class ReadSpeed {
  private static final int RECORDS = 100_000;

  private ReadSpeed() {}

  public static void main(String[] arguments) {
    byte[] file = file();
    System.out.printf("%d records, %d bytes each%n", RECORDS, file.length / RECORDS);
    for (int round = 0; round < 6; round++) {
      long start = cpu();
      List<Chunk> chunks = chunks(file, false);
      long cut = cpu();
      chunks(file, true);
      long digested = cpu();
      Counter counter = new Counter(false);
      chunks.forEach(chunk -> chunk.decode(counter));
      long decoded = cpu();
      long texts = jackson(chunks);
      long bare = cpu();
      Counter hashing = new Counter(true);
      chunks.forEach(chunk -> chunk.decode(hashing));
      long hashed = cpu();
      System.out.printf(
          "cut %.0f MB/s, with digest %.0f MB/s, decode %.0fk rec/s (%d turns, %d unscanned), Jackson alone %.0fk (%d), with hash %.0fk%n",
          rate(file.length, cut - start) / 1e6,
          rate(file.length, digested - cut) / 1e6,
          rate(RECORDS, decoded - digested) / 1e3,
          counter.turns,
          counter.unscanned,
          rate(RECORDS, bare - decoded) / 1e3,
          texts,
          rate(RECORDS, hashed - bare) / 1e3);
    }
  }

  /** The ceiling: every text of every record, and nothing else. */
  private static long jackson(List<Chunk> chunks) {
    JsonFactory factory = new JsonFactory();
    long texts = 0;
    for (Chunk chunk : chunks) {
      RowChunk rows = (RowChunk) chunk;
      for (int i = 0; i < rows.rows(); i++) {
        int start = rows.table().start(i);
        try (JsonParser parser =
            factory.createParser(rows.bytes(), start, rows.table().end(i) - start)) {
          for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            texts += token == JsonToken.VALUE_STRING && !parser.getText().isEmpty() ? 1 : 0;
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return texts;
  }

  /** Time on the processor, so that a busy machine tells the same. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double rate(long amount, long nanos) {
    return amount * 1e9 / nanos;
  }

  private static List<Chunk> chunks(byte[] file, boolean digested) {
    List<Chunk> chunks = new ArrayList<>();
    ReadOptions options = ReadOptions.defaults().withDigested(digested);
    try (ChunkReader reader = ChunkReader.of(new MemoryFile("data.jsonl", file), options)) {
      for (Chunk chunk = reader.next(); chunk != null; chunk = reader.next()) {
        chunks.add(chunk);
      }
    }
    return chunks;
  }

  private static byte[] file() {
    Random random = new Random(1);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < RECORDS; i++) {
      text.append("{\"messages\": [{\"role\": \"user\", \"content\": \"");
      words(random, text, 40);
      text.append("\"}, {\"role\": \"assistant\", \"content\": \"");
      words(random, text, 120);
      text.append("\"}], \"id\": ").append(i).append("}\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void words(Random random, StringBuilder text, int count) {
    for (int i = 0; i < count; i++) {
      int length = 3 + random.nextInt(6);
      for (int k = 0; k < length; k++) {
        text.append((char) ('a' + random.nextInt(26)));
      }
      text.append(i % 12 == 11 ? "\\n" : i % 20 == 19 ? " \\\"q\\\" " : " ");
    }
  }

  private static final class Counter implements RecordSink {
    private final boolean hashing;
    private final RecordHash hash = new RecordHash();
    private long turns;
    private long unscanned;

    Counter(boolean hashing) {
      this.hashing = hashing;
    }

    @Override
    public void record(DataRecord dataRecord) {
      turns += dataRecord.turns().size();
      if (hashing && hash.of(dataRecord).isEmpty()) {
        unscanned++;
      }
    }

    @Override
    public void unscanned(Unscanned problem) {
      unscanned++;
    }
  }
}
