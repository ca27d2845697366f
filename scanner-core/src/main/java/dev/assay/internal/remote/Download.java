package dev.assay.internal.remote;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** One remote file, to be read from any place on. May be used by several threads. */
public interface Download {
  /**
   * Begins to read.
   *
   * @param from offset of the first byte wanted
   * @return a part that begins there or, where the server knows no ranges, at the file's start
   * @throws TransientFailure if it may work later
   * @throws dev.assay.source.SourceException if trying again is of no use, for example because the
   *     file is another one than before
   * @throws IOException if the connection fails; tried again
   */
  Part open(long from) throws IOException;

  /**
   * A file from some place to its end.
   *
   * @param in the bytes
   * @param from offset of the first of them
   * @param total size of the whole file, or -1 where the server does not say
   * @param abort closes the connection without reading what is left
   */
  record Part(InputStream in, long from, long total, Closeable abort) {}
}
