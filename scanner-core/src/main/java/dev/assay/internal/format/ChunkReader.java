package dev.assay.internal.format;

import dev.assay.source.DataFile;
import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/**
 * Reads one file as chunks, in order, by one thread; {@link #bytesRead} may be asked by any.
 *
 * <p>Failures of the file are no exceptions: the last chunk says what could not be read. A file
 * without any record is such a failure.
 */
public interface ChunkReader extends Closeable {
  /** A reader of the file, which is opened by the first call of {@link #next}. */
  static ChunkReader of(DataFile file, ReadOptions options) {
    return new FileReader(file, options);
  }

  /** The next chunk, or null at the end. */
  @Nullable Chunk next();

  /** How many bytes of the file, as stored, were read so far. */
  long bytesRead();

  /**
   * SHA-256 of the file as stored, in hexadecimal: null before the end, where it was not asked for,
   * and where the file could not be read whole.
   */
  @Nullable String sha256();

  /** What the file turned out to be, such as {@code jsonl.gz}; empty before the first chunk. */
  String format();

  @Override
  void close();
}
