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
import java.util.ArrayList;
import java.util.List;

/** Labelled records whose answers are code. */
final class CodeRecords {
  private CodeRecords() {}

  /** All records of a file. */
  static List<DataRecord> read(Path file) throws IOException {
    List<DataRecord> records = new ArrayList<>();
    RecordSink sink =
        new RecordSink() {
          @Override
          public void record(DataRecord dataRecord) {
            records.add(dataRecord);
          }

          @Override
          public void unscanned(Unscanned unscanned) {
            throw new IllegalStateException(file + ": " + unscanned.message());
          }
        };
    try (ChunkReader reader = ChunkReader.of(PathFile.of(file), ReadOptions.defaults())) {
      for (Chunk chunk = reader.next(); chunk != null; chunk = reader.next()) {
        chunk.decode(sink);
      }
    }
    return records;
  }

  /** What a model would learn from the record. */
  static String answer(DataRecord dataRecord) {
    StringBuilder answer = new StringBuilder();
    for (Turn turn : dataRecord.turns()) {
      if (turn.role().learned()) {
        answer.append(turn.text()).append('\n');
      }
    }
    return answer.toString();
  }
}
