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

  /** What the file has to be, as somebody who published it said; null if nobody did. */
  default @Nullable Pin pin() {
    return null;
  }

  /**
   * What a file has to be.
   *
   * @param sha256 of the bytes as stored, in lower case hexadecimal
   * @param manifest who says so, as shown in reports
   */
  record Pin(String sha256, String manifest) {
    /** What is wrong with a file that is another one, to follow its name in a sentence. */
    public String differs() {
      return "is not the file that "
          + manifest
          + " lists: its SHA-256 is another one. It was changed or replaced since; do not use it"
          + " before you know why";
    }
  }

  /** Where the file lies on a disk of this machine; null if it does not. */
  default @Nullable Path path() {
    return null;
  }
}
