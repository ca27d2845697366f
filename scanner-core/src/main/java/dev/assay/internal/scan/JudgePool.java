package dev.assay.internal.scan;

import dev.assay.internal.format.Chunk;
import dev.assay.internal.match.index.RecordIndexWriter;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Judges chunks on a fixed number of threads, each with a judge of its own. With one thread there
 * is no other: the calling thread judges, so that a single core pays for no hand-over.
 */
final class JudgePool implements AutoCloseable {
  /** The result of a chunk, sooner or later. */
  interface Pending {
    /**
     * Waits for it.
     *
     * @throws InterruptedScanException if the waiting thread is interrupted
     */
    JudgedChunk await();
  }

  private final int threads;
  private final Supplier<ChunkJudge> newJudge;
  private final ConcurrentLinkedQueue<ChunkJudge> idle = new ConcurrentLinkedQueue<>();
  private final @Nullable ExecutorService executor;
  private long submitted;

  JudgePool(int threads, Supplier<ChunkJudge> newJudge) {
    this.threads = threads;
    this.newJudge = newJudge;
    this.executor = threads == 1 ? null : Executors.newFixedThreadPool(threads, JudgePool::daemon);
  }

  static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "assay-judge");
    thread.setDaemon(true);
    return thread;
  }

  /** Has a chunk judged; by the calling thread's count it is numbered. */
  Pending submit(Chunk chunk) {
    long number = submitted++;
    if (executor == null) {
      JudgedChunk result = judge(chunk, number);
      return () -> result;
    }
    Future<JudgedChunk> future = executor.submit(() -> judge(chunk, number));
    return () -> await(future);
  }

  /** How many chunks may wait, so that threads always have work and memory stays bounded. */
  int aheadLimit() {
    return executor == null ? 0 : 2 * threads;
  }

  private JudgedChunk judge(Chunk chunk, long number) {
    ChunkJudge judge = idle.poll();
    if (judge == null) {
      judge = newJudge.get();
    }
    JudgedChunk result = judge.judge(chunk, number);
    idle.add(judge);
    return result;
  }

  private static JudgedChunk await(Future<JudgedChunk> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedScanException(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      if (e.getCause() instanceof RecordIndexWriter.Failure failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    if (executor != null) {
      executor.shutdownNow();
    }
  }
}
