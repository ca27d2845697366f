package dev.assay.benchmarks;

import dev.assay.internal.format.Chunk;
import dev.assay.internal.format.ChunkReader;
import dev.assay.internal.format.ReadOptions;
import dev.assay.internal.format.RecordSink;
import dev.assay.internal.segment.Segmenter;
import dev.assay.record.DataRecord;
import dev.assay.record.Unscanned;
import dev.assay.segment.SegmentedRecord;
import dev.assay.source.DataFile;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The same generated records at every stage of their way. */
@State(Scope.Benchmark)
public class Generated {
  /** Enough that no cache near the processor holds them all. */
  static final int RECORDS = 10_000;

  final MemoryFile file = MemoryFile.of(RECORDS);
  final List<Chunk> chunks = chunks(file);
  final List<DataRecord> records = records(chunks);
  final List<SegmentedRecord> segmented = segmented(records);

  static List<Chunk> chunks(DataFile file) {
    List<Chunk> chunks = new ArrayList<>();
    try (ChunkReader reader = ChunkReader.of(file, ReadOptions.defaults())) {
      for (Chunk chunk = reader.next(); chunk != null; chunk = reader.next()) {
        chunks.add(chunk);
      }
    }
    return chunks;
  }

  static List<DataRecord> records(List<Chunk> chunks) {
    List<DataRecord> records = new ArrayList<>();
    RecordSink sink =
        new RecordSink() {
          @Override
          public void record(DataRecord dataRecord) {
            records.add(dataRecord);
          }

          @Override
          public void unscanned(Unscanned unscanned) {
            throw new IllegalStateException(unscanned.message());
          }
        };
    chunks.forEach(chunk -> chunk.decode(sink));
    return records;
  }

  private static List<SegmentedRecord> segmented(List<DataRecord> records) {
    Segmenter segmenter = new Segmenter();
    return records.stream().map(segmenter::segment).toList();
  }
}
