package dev.assay.internal.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.record.DataRecord;
import dev.assay.record.Unscanned;
import dev.assay.source.DataFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongLineTest {
  /** A record, another whose text has some hundred millions of characters, and a third. */
  private record LongFile(String uri, long filler) implements DataFile {
    @Override
    public long size() {
      return -1;
    }

    @Override
    public InputStream open() {
      byte[] before = "{\"text\":\"a\"}\n{\"text\":\"".getBytes(StandardCharsets.UTF_8);
      byte[] after = "\"}\n{\"text\":\"b\"}\n".getBytes(StandardCharsets.UTF_8);
      return new InputStream() {
        private long at;

        @Override
        public int read() throws IOException {
          byte[] one = new byte[1];
          return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
          int n = 0;
          while (n < length && at < before.length) {
            buffer[offset + n++] = before[(int) at++];
          }
          long fillerLeft = before.length + filler - at;
          if (n < length && fillerLeft > 0) {
            int some = (int) Math.min(length - n, fillerLeft);
            Arrays.fill(buffer, offset + n, offset + n + some, (byte) 'x');
            at += some;
            return n + some;
          }
          while (n < length && at < before.length + filler + after.length) {
            buffer[offset + n++] = after[(int) (at++ - before.length - filler)];
          }
          return n == 0 ? -1 : n;
        }
      };
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"data.jsonl", "data.json"})
  void aLineOf500MegabytesIsPassedWithoutBeingHeld(String name) {
    ReadOptions options = ReadOptions.defaults().withMaxRecordBytes(1 << 20).withDigested(false);
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    long before = runtime.totalMemory() - runtime.freeMemory();
    long largest = 0;
    int records = 0;
    int problems = 0;
    try (ChunkReader reader = ChunkReader.of(new LongFile(name, 500_000_000), options)) {
      for (Chunk chunk = reader.next(); chunk != null; chunk = reader.next()) {
        Counts counts = new Counts();
        chunk.decode(counts);
        records += counts.records;
        problems += counts.problems;
        System.gc();
        largest = Math.max(largest, runtime.totalMemory() - runtime.freeMemory());
      }
      assertThat(reader.bytesRead()).isGreaterThan(500_000_000);
    }

    assertThat(records).isEqualTo(2);
    assertThat(problems).isEqualTo(1);
    assertThat(largest - before).isLessThan(32 << 20);
  }

  private static final class Counts implements RecordSink {
    private int records;
    private int problems;

    @Override
    public void record(DataRecord dataRecord) {
      records++;
    }

    @Override
    public void unscanned(Unscanned unscanned) {
      problems++;
    }
  }
}
