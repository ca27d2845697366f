package dev.assay.internal.archive;

import dev.assay.source.SourceException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** Goes through a tar file, compressed or not. */
final class TarCursor implements Cursor {
  /** More than any name and any set of attributes takes. */
  private static final long MOST_HEAD = 2L << 20;

  /** The end is marked by two blocks of zeros. */
  private static final int BLOCK = 512;

  private final Meter meter;
  private final TarArchiveInputStream tar;
  private final @Nullable Budget budget;
  private int index = -1;

  /**
   * @param plain the tar file, decompressed; closed with this
   * @param stored how many bytes it has as stored
   * @param budget what may be unpacked; null if it was asked before
   */
  TarCursor(InputStream plain, long stored, @Nullable Budget budget) {
    this.budget = budget;
    this.meter = new Meter(plain, stored, budget);
    this.tar = new TarArchiveInputStream(meter, BLOCK, BLOCK, null, false);
  }

  @Override
  public @Nullable Entry next() throws IOException {
    while (true) {
      TarArchiveEntry current = tar.getCurrentEntry();
      meter.allow(current == null ? MOST_HEAD : current.getSize() + MOST_HEAD);
      TarArchiveEntry entry = tar.getNextEntry();
      meter.allow(Long.MAX_VALUE);
      if (entry == null) {
        requireEnd();
        return null;
      }
      if (budget != null) {
        budget.entry();
      }
      if (!entry.isDirectory()) {
        index++;
        return new Entry(index, entry.getName(), entry.getSize(), -1, problem(entry));
      }
    }
  }

  /** What stands behind the end is read by some and not by others. */
  private void requireEnd() throws IOException {
    if (budget == null) {
      return;
    }
    if (meter.zeros < BLOCK) {
      throw new SourceException(
          "is cut off, or goes on behind its end: its end mark is not where it should be");
    }
    byte[] block = new byte[1 << 13];
    for (int n = meter.read(block, 0, block.length);
        n >= 0;
        n = meter.read(block, 0, block.length)) {
      for (int i = 0; i < n; i++) {
        if (block[i] != 0) {
          throw new SourceException(
              "goes on behind its end mark, and what follows was not scanned: write it anew");
        }
      }
    }
  }

  private static @Nullable String problem(TarArchiveEntry entry) {
    if (entry.isSymbolicLink() || entry.isLink()) {
      return "is a link, which is not followed";
    }
    if (entry.isSparse()) {
      return "is a sparse file, which is not supported";
    }
    return entry.isFile() ? null : "is no file but a device or the like";
  }

  @Override
  public InputStream bytes() {
    return new FilterInputStream(tar) {
      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        return in.read(bytes, offset, length);
      }

      @Override
      public void close() {
        // The cursor goes on from here.
      }
    };
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }

  /** Counts what is unpacked, and stops what reads more than it should. */
  private static final class Meter extends FilterInputStream {
    private final long stored;
    private final @Nullable Budget budget;
    private long count;
    private long left = Long.MAX_VALUE;

    /** How many of the last bytes are zero. */
    private long zeros;

    Meter(InputStream in, long stored, @Nullable Budget budget) {
      super(in);
      this.stored = stored;
      this.budget = budget;
    }

    void allow(long bytes) {
      left = bytes;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int n = in.read(bytes, offset, length);
      if (n > 0) {
        count += n;
        left -= n;
        zeros = zeros(bytes, offset, n);
        if (left < 0) {
          throw new SourceException("is over a limit: the head of an entry is larger than 2 MiB");
        }
        if (budget != null) {
          budget.bytes(n);
          budget.ratio(stored, count);
        }
      }
      return n;
    }

    private long zeros(byte[] bytes, int offset, int length) {
      int i = offset + length;
      while (i > offset && bytes[i - 1] == 0) {
        i--;
      }
      return i == offset ? zeros + length : offset + length - i;
    }

    @Override
    public long skip(long wanted) throws IOException {
      byte[] block = new byte[(int) Math.min(Math.max(wanted, 0), 1 << 13)];
      return block.length == 0 ? 0 : Math.max(0, read(block, 0, block.length));
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
