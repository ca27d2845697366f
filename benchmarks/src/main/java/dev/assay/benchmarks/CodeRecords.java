package dev.assay.benchmarks;

import dev.assay.record.DataRecord;
import dev.assay.record.Turn;
import java.nio.file.Path;
import java.util.List;

/** Labelled records whose answers are code. */
final class CodeRecords {
  private CodeRecords() {}

  /** All records of a file. */
  static List<DataRecord> read(Path file) {
    return Generated.records(Generated.chunks(PathFile.of(file)));
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
