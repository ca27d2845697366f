package dev.assay.internal.scan;

import dev.assay.internal.format.Chunk;
import dev.assay.internal.format.ChunkReader;
import dev.assay.internal.format.RecordSink;
import dev.assay.record.DataRecord;
import dev.assay.record.RecordHash;
import dev.assay.record.Unscanned;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * The chunks of a file in order, with the hashes of their records, which other threads work out a
 * bounded number of chunks ahead: reading, and inflating what is read, goes on meanwhile.
 */
final class HashedChunks {
  /**
   * A chunk and what its rows are.
   *
   * @param hashes by row, from the first of the chunk; null where a row could not be read
   * @param unscanned what could not be read
   */
  record Hashed(Chunk chunk, byte[] @Nullable [] hashes, List<Unscanned> unscanned) {}

  private final ChunkReader reader;
  private final @Nullable Executor executor;
  private final int aheadLimit;
  private final Deque<Future<Hashed>> ahead = new ArrayDeque<>();
  private boolean ended;

  /**
   * @param executor works out hashes, or null to do it here
   * @param aheadLimit how many chunks may be held
   */
  HashedChunks(ChunkReader reader, @Nullable Executor executor, int aheadLimit) {
    this.reader = reader;
    this.executor = executor;
    this.aheadLimit = aheadLimit;
  }

  /** The next chunk, or null at the end. */
  @Nullable Hashed next() {
    while (!ended && ahead.size() < aheadLimit) {
      Chunk chunk = reader.next();
      if (chunk == null) {
        ended = true;
      } else {
        ahead.add(submit(chunk));
      }
    }
    Future<Hashed> next = ahead.poll();
    return next == null ? null : await(next);
  }

  private Future<Hashed> submit(Chunk chunk) {
    if (executor == null) {
      return CompletableFuture.completedFuture(hashed(chunk));
    }
    FutureTask<Hashed> task = new FutureTask<>(() -> hashed(chunk));
    executor.execute(task);
    return task;
  }

  private static Hashed hashed(Chunk chunk) {
    byte[][] hashes = new byte[chunk.rows()][];
    List<Unscanned> unscanned = new ArrayList<>();
    RecordHash hash = new RecordHash();
    chunk.decode(
        new RecordSink() {
          @Override
          public void record(DataRecord dataRecord) {
            int row = (int) (dataRecord.origin().row() - chunk.firstRow());
            hashes[row] = hash.bytes(dataRecord);
          }

          @Override
          public void unscanned(Unscanned what) {
            unscanned.add(what);
          }
        });
    return new Hashed(chunk, hashes, unscanned);
  }

  private static Hashed await(Future<Hashed> next) {
    try {
      return next.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedScanException(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
