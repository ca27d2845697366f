package dev.assay.columnar.parquet;

import dev.assay.source.SourceException;

/** Counts the bytes of the pages that are held at once, of all columns, and bounds them. */
final class PageMemory {
  /** Pages have about a megabyte; some writers make one of a column. */
  static final long LIMIT = 256 << 20;

  private long held;

  /**
   * Some bytes take the place of others.
   *
   * @return {@code now}
   */
  long replace(long before, long now) {
    held += now - before;
    if (held > LIMIT) {
      throw new java.io.UncheckedIOException(
          new SourceException(
              "is over a limit: its pages take more than "
                  + (LIMIT >> 20)
                  + " MiB at once; write it with smaller pages or row groups"));
    }
    return now;
  }
}
