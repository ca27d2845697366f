package dev.assay.internal.format;

import dev.assay.record.DataRecord;
import dev.assay.record.Turn;
import dev.assay.record.Unscanned;
import dev.assay.source.DataFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that came out of one file. */
record Reading(
    List<DataRecord> records, List<Unscanned> unscanned, @Nullable String sha256, long bytesRead) {
  static Reading of(String uri, String text) {
    return of(uri, text.getBytes(StandardCharsets.UTF_8), ReadOptions.defaults());
  }

  static Reading of(String uri, byte[] bytes) {
    return of(uri, bytes, ReadOptions.defaults());
  }

  static Reading of(String uri, String text, ReadOptions options) {
    return of(uri, text.getBytes(StandardCharsets.UTF_8), options);
  }

  static Reading of(String uri, byte[] bytes, ReadOptions options) {
    return of(new MemoryFile(uri, bytes), options);
  }

  static Reading of(DataFile file, ReadOptions options) {
    List<DataRecord> records = new ArrayList<>();
    List<Unscanned> unscanned = new ArrayList<>();
    RecordSink sink =
        new RecordSink() {
          @Override
          public void record(DataRecord dataRecord) {
            records.add(dataRecord);
          }

          @Override
          public void unscanned(Unscanned problem) {
            unscanned.add(problem);
          }
        };
    try (ChunkReader reader = ChunkReader.of(file, options)) {
      for (Chunk chunk = reader.next(); chunk != null; chunk = reader.next()) {
        chunk.decode(sink);
      }
      return new Reading(records, unscanned, reader.sha256(), reader.bytesRead());
    }
  }

  /** The turns of the only record, as {@code role: text}. */
  List<String> onlyTurns() {
    if (records.size() != 1 || !unscanned.isEmpty()) {
      throw new AssertionError("not one record: " + this);
    }
    return turns(0);
  }

  List<String> turns(int index) {
    List<String> lines = new ArrayList<>();
    for (Turn turn : records.get(index).turns()) {
      lines.add(turn.role().id() + ": " + turn.text());
    }
    return lines;
  }

  List<Long> rows() {
    return records.stream().map(r -> r.origin().row()).toList();
  }

  List<Long> lines() {
    return records.stream().map(r -> r.origin().line()).toList();
  }

  /** The only thing that was not scanned. */
  Unscanned onlyUnscanned() {
    if (unscanned.size() != 1) {
      throw new AssertionError("not one problem: " + unscanned);
    }
    return unscanned.get(0);
  }
}
