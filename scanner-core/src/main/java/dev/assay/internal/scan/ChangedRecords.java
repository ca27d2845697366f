package dev.assay.internal.scan;

import dev.assay.internal.format.Chunk;
import dev.assay.internal.format.ChunkReader;
import dev.assay.internal.format.ReadOptions;
import dev.assay.internal.format.RecordSink;
import dev.assay.internal.source.BaseFiles;
import dev.assay.record.Unscanned;
import dev.assay.report.Comparison;
import dev.assay.source.DataFile;
import dev.assay.source.DatasetFiles.Unreadable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Passes over the records that a base revision has: each hides one of the same content, wherever it
 * stands now. A record that could not be read in the base hides nothing. For one thread, which
 * others help.
 */
final class ChangedRecords implements FileOpener, AutoCloseable {
  /** At 50 bytes each; what is beyond counts as changed, so that nothing goes unseen. */
  static final int MOST_BASE_RECORDS = 40_000_000;

  private static final int MOST_TOLD = 20;

  private final BaseFiles base;
  private final HashCounts known;
  private final int threads;
  private final @Nullable ExecutorService hashers;
  private final Map<String, BitSet> unchangedRows = new HashMap<>();
  private final List<Unscanned> unread = new ArrayList<>();
  private long unreadCount;
  private long beyond;
  private long baseRecords;
  private long unchanged;

  private ChangedRecords(BaseFiles base, int threads) {
    this.base = base;
    this.threads = threads;
    this.hashers = threads == 1 ? null : Executors.newFixedThreadPool(threads, JudgePool::daemon);
    this.known = new HashCounts(MOST_BASE_RECORDS);
  }

  /** Reads the base. */
  static ChangedRecords since(BaseFiles base, ReadOptions reading, int threads) {
    ChangedRecords changed = new ChangedRecords(base, threads);
    for (Unreadable one : base.unreadable()) {
      changed.missed(new Unscanned(Unscanned.Kind.FILE, one.uri(), 0, 0, one.message()));
    }
    try {
      for (DataFile file : base.files()) {
        changed.learn(file, reading.withDigested(false));
      }
      return changed;
    } catch (RuntimeException | Error e) {
      changed.close();
      throw e;
    }
  }

  private void learn(DataFile file, ReadOptions reading) {
    try (ChunkReader reader = ChunkReader.of(file, reading)) {
      HashedChunks chunks = hashed(reader);
      for (HashedChunks.Hashed one = chunks.next(); one != null; one = chunks.next()) {
        one.unscanned().forEach(this::missed);
        for (byte @Nullable [] hash : one.hashes()) {
          if (hash != null) {
            baseRecords++;
            beyond += known.add(hash) ? 0 : 1;
          }
        }
      }
    }
  }

  private HashedChunks hashed(ChunkReader reader) {
    return new HashedChunks(reader, hashers, threads == 1 ? 1 : 2 * threads);
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

  @Override
  public void close() {
    if (hashers != null) {
      hashers.shutdownNow();
    }
  }

  /** Hands on the chunks of a file without the records that are known. */
  private final class Reader implements ChunkReader {
    private final ChunkReader reader;
    private final BitSet unchangedHere;
    private final @Nullable HashedChunks deciding;

    /**
     * @param unchangedHere rows to pass over, from 1
     * @param decides whether they are still to be found; a file is read twice if it holds triggers
     */
    Reader(ChunkReader reader, BitSet unchangedHere, boolean decides) {
      this.reader = reader;
      this.unchangedHere = unchangedHere;
      this.deciding = decides ? hashed(reader) : null;
    }

    @Override
    public @Nullable Chunk next() {
      Chunk chunk = deciding == null ? reader.next() : decided(deciding.next());
      if (chunk == null) {
        return null;
      }
      int first = (int) Math.min(Integer.MAX_VALUE, chunk.firstRow());
      int end = (int) Math.min(Integer.MAX_VALUE, chunk.firstRow() + chunk.rows());
      BitSet here = unchangedHere.get(first, end);
      return here.isEmpty() ? chunk : new ChangedChunk(chunk, here);
    }

    private @Nullable Chunk decided(HashedChunks.@Nullable Hashed one) {
      if (one == null) {
        return null;
      }
      for (int i = 0; i < one.hashes().length; i++) {
        byte[] hash = one.hashes()[i];
        long row = one.chunk().firstRow() + i;
        if (hash != null && row < Integer.MAX_VALUE && known.take(hash)) {
          unchangedHere.set((int) row);
          unchanged++;
        }
      }
      return one.chunk();
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
      chunk.decode(sink, unchanged);
    }
  }
}
