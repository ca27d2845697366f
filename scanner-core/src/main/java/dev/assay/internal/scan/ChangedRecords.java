package dev.assay.internal.scan;

import dev.assay.internal.format.Chunk;
import dev.assay.internal.format.ChunkReader;
import dev.assay.internal.format.ReadOptions;
import dev.assay.internal.format.RecordSink;
import dev.assay.internal.source.BaseFiles;
import dev.assay.record.DataRecord;
import dev.assay.record.RecordHash;
import dev.assay.record.Unscanned;
import dev.assay.report.Comparison;
import dev.assay.source.DataFile;
import dev.assay.source.DatasetFiles.Unreadable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Passes over the records that a base revision has: each hides one of the same content, wherever it
 * stands now. A record that could not be read in the base hides nothing. For one thread.
 */
final class ChangedRecords implements FileOpener {
  /** At 50 bytes each; what is beyond counts as changed, so that nothing goes unseen. */
  static final int MOST_BASE_RECORDS = 40_000_000;

  private static final int MOST_TOLD = 20;

  private final BaseFiles base;
  private final HashCounts known;
  private final RecordHash hash = new RecordHash();
  private final Map<String, BitSet> unchangedRows = new HashMap<>();
  private final List<Unscanned> unread = new ArrayList<>();
  private long unreadCount;
  private long beyond;
  private long baseRecords;
  private long unchanged;

  private ChangedRecords(BaseFiles base, int most) {
    this.base = base;
    this.known = new HashCounts(most);
  }

  /** Reads the base. */
  static ChangedRecords since(BaseFiles base, ReadOptions reading) {
    return since(base, reading, MOST_BASE_RECORDS);
  }

  static ChangedRecords since(BaseFiles base, ReadOptions reading, int most) {
    ChangedRecords changed = new ChangedRecords(base, most);
    for (Unreadable one : base.unreadable()) {
      changed.missed(new Unscanned(Unscanned.Kind.FILE, one.uri(), 0, 0, one.message()));
    }
    for (DataFile file : base.files()) {
      changed.learn(file, reading.withDigested(false));
    }
    return changed;
  }

  private void learn(DataFile file, ReadOptions reading) {
    RecordSink sink =
        new RecordSink() {
          @Override
          public void record(DataRecord record) {
            baseRecords++;
            beyond += known.add(hash.bytes(record)) ? 0 : 1;
          }

          @Override
          public void unscanned(Unscanned unscanned) {
            missed(unscanned);
          }
        };
    try (ChunkReader reader = ChunkReader.of(file, reading)) {
      for (Chunk chunk = reader.next(); chunk != null; chunk = reader.next()) {
        chunk.decode(sink);
      }
    }
  }

  private void missed(Unscanned unscanned) {
    if (unscanned.kind() == Unscanned.Kind.SKIPPED) {
      return;
    }
    unreadCount++;
    if (unread.size() < MOST_TOLD) {
      unread.add(unscanned);
    }
  }

  /** What is to be said of the comparison, once all files were read. */
  Comparison told() {
    return new Comparison(
        base.revision(),
        base.commit(),
        base.head(),
        unchanged,
        baseRecords - unchanged,
        base.unchangedFiles(),
        base.unchangedBytes(),
        unreadCount,
        unread,
        beyond);
  }

  /** Whether there is nothing to compare on either side. */
  boolean isEmpty() {
    return base.empty();
  }

  @Override
  public ChunkReader open(DataFile file, ReadOptions options) {
    ChunkReader reader = ChunkReader.of(file, options);
    BitSet decided = unchangedRows.get(file.uri());
    if (decided != null) {
      return new Reader(reader, decided, false);
    }
    BitSet rows = new BitSet();
    unchangedRows.put(file.uri(), rows);
    return new Reader(reader, rows, true);
  }

  /** Hands on the chunks of a file without the records that are known. */
  private final class Reader implements ChunkReader {
    private final ChunkReader reader;
    private final BitSet unchangedHere;
    private final boolean decides;

    /**
     * @param unchangedHere rows to pass over, from 1
     * @param decides whether they are still to be found; a file is read twice if it holds triggers
     */
    Reader(ChunkReader reader, BitSet unchangedHere, boolean decides) {
      this.reader = reader;
      this.unchangedHere = unchangedHere;
      this.decides = decides;
    }

    @Override
    public @Nullable Chunk next() {
      Chunk chunk = reader.next();
      if (chunk == null) {
        return null;
      }
      if (decides) {
        decide(chunk);
      }
      int first = (int) Math.min(Integer.MAX_VALUE, chunk.firstRow());
      int end = (int) Math.min(Integer.MAX_VALUE, chunk.firstRow() + chunk.rows());
      BitSet here = unchangedHere.get(first, end);
      return here.isEmpty() ? chunk : new ChangedChunk(chunk, here);
    }

    private void decide(Chunk chunk) {
      chunk.decode(
          new RecordSink() {
            @Override
            public void record(DataRecord record) {
              long row = record.origin().row();
              if (row < Integer.MAX_VALUE && known.take(hash.bytes(record))) {
                unchangedHere.set((int) row);
                unchanged++;
              }
            }

            @Override
            public void unscanned(Unscanned unscanned) {
              // Told when the chunk is judged.
            }
          });
    }

    @Override
    public long bytesRead() {
      return reader.bytesRead();
    }

    @Override
    public @Nullable String sha256() {
      return reader.sha256();
    }

    @Override
    public String format() {
      return reader.format();
    }

    @Override
    public void close() {
      reader.close();
    }
  }

  /**
   * A chunk without some of its records.
   *
   * @param unchanged rows left out, counted from the chunk's first
   */
  private record ChangedChunk(Chunk chunk, BitSet unchanged) implements Chunk {
    @Override
    public long firstRow() {
      return chunk.firstRow();
    }

    @Override
    public int rows() {
      return chunk.rows();
    }

    @Override
    public void decode(RecordSink sink) {
      chunk.decode(
          new RecordSink() {
            @Override
            public void record(DataRecord record) {
              if (!unchanged.get((int) (record.origin().row() - chunk.firstRow()))) {
                sink.record(record);
              }
            }

            @Override
            public void unscanned(Unscanned unscanned) {
              sink.unscanned(unscanned);
            }
          });
    }
  }
}
