package dev.assay.source;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** Parses documents, one after the other. For one thread. */
public interface DocumentParser extends Closeable {
  /**
   * Begins to parse a document; the one before, if it was not read to its end, is given up.
   *
   * @param file on this machine's disk, and unchanged until the reader is closed
   * @throws SourceException if it cannot be parsed; says why, and what to do
   * @throws IOException if parsing cannot begin for another reason
   */
  DocumentReader read(Path file, DocumentType type) throws IOException;

  /** Ends whatever parses. */
  @Override
  void close();
}
