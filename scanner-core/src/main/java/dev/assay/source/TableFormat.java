package dev.assay.source;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.function.Predicate;

/**
 * A format whose files are tables stored by column, such as Parquet. Formats are found with {@link
 * java.util.ServiceLoader}, so that a module on the class path adds its format without the library
 * knowing it.
 *
 * <p>Implementations are stateless and may be used by several threads.
 */
public interface TableFormat {
  /** How many of a file's first bytes {@link #accepts} needs. */
  int HEAD = 8;

  /** The format's short name in reports, lower case, such as {@code parquet}. */
  String name();

  /**
   * Whether a file is in this format.
   *
   * @param head its first {@value #HEAD} bytes, or all if it is shorter
   */
  boolean accepts(byte[] head);

  /**
   * Opens a file.
   *
   * @param file closed by the caller, after the reader
   * @param columns which columns are wanted, by the names on the highest level; where it wants
   *     none, all are read
   * @throws SourceException if the file is damaged, or uses what is not supported; says what
   * @throws IOException if it cannot be read
   */
  TableReader open(SeekableByteChannel file, Predicate<String> columns) throws IOException;
}
