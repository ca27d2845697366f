package dev.assay.internal.format;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of an opened file. Read by one thread; {@link #bytesRead} may be asked by any. */
interface RowSource extends Closeable {
  /** The next rows, or null at the end; a failure is thrown behind all rows that precede it. */
  @Nullable RowChunk next() throws IOException;

  /** What the file turned out to be, such as {@code jsonl.gz}. */
  String format();

  /** Whether a file without any row is whole, and no error. */
  default boolean mayBeEmpty() {
    return false;
  }

  /** How many bytes of the file as stored were read, about; all of them once it is finished. */
  long bytesRead();

  /**
   * Reads what is left of the file.
   *
   * @return SHA-256 of the file as stored, in hexadecimal, or null if it was not asked for
   */
  @Nullable String finish() throws IOException;
}
