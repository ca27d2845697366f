package dev.assay.internal.remote;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream on a thread of its own, a few megabytes ahead, so that download and scan overlap.
 * A stream that trickles or stops is given up. Read by one thread.
 */
final class ReadAhead extends InputStream {
  private static final int BLOCK = 1 << 16;
  private static final int BLOCKS = 64;

  /** Whoever sends less than this within the timeout is too slow to be waited for. */
  private static final int LEAST = 1 << 14;

  private record Block(byte[] bytes, @Nullable IOException failure) {}

  private static final Block END = new Block(new byte[0], null);

  private final InputStream in;
  private final Closeable abort;
  private final Duration timeout;
  private final BlockingQueue<Block> ready = new ArrayBlockingQueue<>(BLOCKS);
  private final Thread reader;
  private volatile boolean closed;
  private Block current = new Block(new byte[0], null);
  private int at;
  private long waited;
  private long received;

  private ReadAhead(InputStream in, Closeable abort, Duration timeout) {
    this.in = in;
    this.abort = abort;
    this.timeout = timeout;
    this.reader = new Thread(this::readAll, "assay-download");
    this.reader.setDaemon(true);
  }

  static ReadAhead start(InputStream in, Closeable abort, Duration timeout) {
    ReadAhead ahead = new ReadAhead(in, abort, timeout);
    ahead.reader.start();
    return ahead;
  }

  private void readAll() {
    try {
      byte[] buffer = new byte[BLOCK];
      while (!closed) {
        Block block;
        try {
          int n = in.readNBytes(buffer, 0, 1) == 0 ? -1 : 1 + more(buffer);
          block = n < 0 ? END : new Block(Arrays.copyOf(buffer, n), null);
        } catch (IOException e) {
          block = new Block(new byte[0], e);
        } catch (RuntimeException e) {
          block = new Block(new byte[0], new IOException(e.toString(), e));
        }
        ready.put(block);
        if (block.bytes.length == 0) {
          return;
        }
      }
    } catch (InterruptedException e) {
      // Closed: nobody waits for the rest.
      return;
    }
  }

  /** What is there without waiting for more. */
  private int more(byte[] buffer) throws IOException {
    int available = Math.min(in.available(), buffer.length - 1);
    return available <= 0 ? 0 : Math.max(0, in.read(buffer, 1, available));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (at == current.bytes.length) {
      if (current == END) {
        return -1;
      }
      current = next();
      at = 0;
      if (current.failure != null) {
        throw current.failure;
      }
      if (current == END) {
        return -1;
      }
    }
    int n = Math.min(length, current.bytes.length - at);
    System.arraycopy(current.bytes, at, buffer, offset, n);
    at += n;
    return n;
  }

  private Block next() throws IOException {
    long before = System.nanoTime();
    Block block;
    try {
      block = ready.poll(timeout.toNanos() - waited, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
    if (block == null) {
      throw new TransientFailure(
          "the server sent next to nothing for " + Waits.shown(timeout), null);
    }
    waited += System.nanoTime() - before;
    received += block.bytes.length;
    if (received >= LEAST) {
      waited = 0;
      received = 0;
    }
    return block;
  }

  @Override
  public void close() throws IOException {
    closed = true;
    reader.interrupt();
    abort.close();
  }
}
