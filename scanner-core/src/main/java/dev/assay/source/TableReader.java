package dev.assay.source;

import java.io.Closeable;
import java.io.IOException;

/** The rows of a table, from the first to the last. For one thread. */
public interface TableReader extends Closeable {
  /**
   * Writes the next row as a JSON object.
   *
   * @return false at the end of the table, when nothing was written
   * @throws SourceException if the file is damaged, or uses what is not supported; says what. Rows
   *     before it are good.
   * @throws IOException if the file cannot be read
   */
  boolean next(RowWriter row) throws IOException;

  /** How many of the file's bytes were read so far, about. */
  long bytesRead();
}
