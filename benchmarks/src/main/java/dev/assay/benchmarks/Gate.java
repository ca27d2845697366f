package dev.assay.benchmarks;

import dev.assay.internal.format.Chunk;
import dev.assay.internal.format.ChunkReader;
import dev.assay.internal.format.ReadOptions;
import dev.assay.internal.format.RecordSink;
import dev.assay.record.DataRecord;
import dev.assay.record.Turn;
import dev.assay.record.Unscanned;
import java.io.IOException;
import java.nio.file.Path;

/** Proves that what is compared reads the same records, before any time is trusted. */
final class Gate implements RecordSink {
  private long records;
  private long characters;

  private Gate() {}

  static void check(Path data, int records) throws IOException {
    Gate gate = new Gate();
    try (ChunkReader reader = ChunkReader.of(PathFile.of(data), ReadOptions.defaults())) {
      for (Chunk chunk = reader.next(); chunk != null; chunk = reader.next()) {
        chunk.decode(gate);
      }
    }
    JacksonFloor.Read one = JacksonFloor.read(data, 1);
    JacksonFloor.Read two = JacksonFloor.read(data, 2);
    if (!one.equals(two) || one.records() != records || !one.equals(gate.read())) {
      throw new IllegalStateException(
          "the ways to read differ: Jackson "
              + one
              + ", on two threads "
              + two
              + ", Assay "
              + gate.read());
    }
  }

  private JacksonFloor.Read read() {
    return new JacksonFloor.Read(records, characters);
  }

  @Override
  public void record(DataRecord dataRecord) {
    records++;
    for (Turn turn : dataRecord.turns()) {
      // Jackson alone reads the names of roles as texts, too.
      characters += turn.text().length() + turn.role().id().length();
    }
  }

  @Override
  public void unscanned(Unscanned unscanned) {
    throw new IllegalStateException(unscanned.message());
  }
}
