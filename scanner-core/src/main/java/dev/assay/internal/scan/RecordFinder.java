package dev.assay.internal.scan;

import dev.assay.internal.format.Chunk;
import dev.assay.internal.format.ChunkReader;
import dev.assay.internal.format.ReadOptions;
import dev.assay.internal.format.RecordSink;
import dev.assay.record.DataRecord;
import dev.assay.record.Region;
import dev.assay.record.Unscanned;
import dev.assay.source.DataFile;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds the record that stands at a line of a file. */
public final class RecordFinder {
  private RecordFinder() {}

  /**
   * What stands at the line: a record or why there is none; or neither, if the file ends before.
   *
   * @param record the record, or null
   * @param unscanned why it could not be read, or null
   */
  public record Found(@Nullable DataRecord record, @Nullable Unscanned unscanned) {}

  /**
   * Looks for the record and hands it over while its bytes are there.
   *
   * @param line physical line, from 1; in files without lines the row
   */
  public static Found at(DataFile file, ReadOptions options, long line, Consumer<DataRecord> use) {
    Search search = new Search(line, use);
    try (ChunkReader reader = ChunkReader.of(file, options)) {
      for (Chunk chunk = reader.next(); chunk != null && !search.done(); chunk = reader.next()) {
        chunk.decode(search);
      }
    }
    return new Found(search.record, search.unscanned);
  }

  private static final class Search implements RecordSink {
    private final long line;
    private final Consumer<DataRecord> use;
    private @Nullable DataRecord record;
    private @Nullable Unscanned unscanned;

    Search(long line, Consumer<DataRecord> use) {
      this.line = line;
      this.use = use;
    }

    boolean done() {
      return record != null || unscanned != null;
    }

    @Override
    public void record(DataRecord candidate) {
      if (done() || candidate.origin().line() > line) {
        return;
      }
      Region region = candidate.origin().region();
      if (region.startLine() <= line && line <= region.endLine()) {
        record = candidate;
        use.accept(candidate);
      }
    }

    @Override
    public void unscanned(Unscanned candidate) {
      long place = candidate.line() > 0 ? candidate.line() : candidate.row();
      if (!done() && (place == line || candidate.kind() == Unscanned.Kind.FILE)) {
        unscanned = candidate;
      }
    }
  }
}
