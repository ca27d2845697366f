package dev.assay.internal.format;

import dev.assay.source.TableFormat;
import java.util.Arrays;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Which files are tables stored by column, and who reads them. */
final class TableFormats {
  private static final byte[] PARQUET = {'P', 'A', 'R', '1'};
  private static final byte[] ENCRYPTED_PARQUET = {'P', 'A', 'R', 'E'};
  private static final byte[] ARROW_FILE = {'A', 'R', 'R', 'O', 'W', '1'};

  /** No text begins with it, in whatever encoding. */
  private static final byte[] ARROW_STREAM = {-1, -1, -1, -1};

  private TableFormats() {}

  /** What a file's first bytes say that it is, in words; null if it is no table. */
  static @Nullable String kind(byte[] head) {
    if (begins(head, PARQUET) || begins(head, ENCRYPTED_PARQUET)) {
      return "a Parquet file";
    }
    return begins(head, ARROW_FILE) || begins(head, ARROW_STREAM) ? "an Arrow file" : null;
  }

  /** The format of a file that is a table. */
  static TableFormat of(byte[] head, String kind) throws UnreadableFileException {
    try {
      for (TableFormat format :
          ServiceLoader.load(TableFormat.class, TableFormats.class.getClassLoader())) {
        if (format.accepts(head)) {
          return format;
        }
      }
    } catch (ServiceConfigurationError e) {
      throw new IllegalStateException("a table format cannot be loaded", e);
    }
    throw new UnreadableFileException(
        "is "
            + kind
            + ", which nothing here reads: add dev.assay:scanner-columnar to the class path, or"
            + " convert the file to JSONL",
        0);
  }

  private static boolean begins(byte[] head, byte[] mark) {
    return head.length >= mark.length && Arrays.equals(head, 0, mark.length, mark, 0, mark.length);
  }
}
