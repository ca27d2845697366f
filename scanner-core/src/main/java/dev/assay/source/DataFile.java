package dev.assay.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file of a dataset, wherever it lies: its name and its bytes, still compressed if it is.
 *
 * <p>Implementations are immutable and may be used by several threads.
 */
public interface DataFile {
  /** The name in reports, {@code /} separated, not percent-encoded. */
  String uri();

  /** Size in bytes as stored, or -1 where it is not known before reading. */
  long size();

  /**
   * The bytes as stored, from the first.
   *
   * @throws IOException if the file cannot be opened (any more)
   */
  InputStream open() throws IOException;

  /** Where the file lies on a disk of this machine; null if it does not. */
  default @Nullable Path path() {
    return null;
  }
}
