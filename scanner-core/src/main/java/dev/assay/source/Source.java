package dev.assay.source;

import java.io.Closeable;
import java.io.IOException;

/**
 * A place that datasets lie in, beside the files of this machine: a Git revision, an object store,
 * a web server.
 *
 * <p>Used by one thread. What it holds, such as connections and temporary files, lasts until it is
 * closed: its files may be read, also more than once, until then.
 */
public interface Source extends Closeable {
  /**
   * Tells what lies here. Nothing is left out silently: what cannot be read is told as unreadable,
   * what is not wanted as ignored or other.
   *
   * @throws SourceException if the place as a whole cannot be read; says why and what to do
   * @throws IOException if it fails otherwise
   */
  void list(Listing listing) throws IOException;

  /** Hears what lies in a source. */
  interface Listing {
    /**
     * Whether a file is part of the dataset, by its name and the include and exclude patterns; what
     * is not is counted here as ignored or other, so each file is asked for once.
     *
     * @param path within the source, {@code /} separated, without a leading one
     */
    boolean wants(String path);

    /**
     * Something that the dataset itself leaves out, by an ignore file or a hidden name.
     *
     * @param path within the source; a folder's ends with a {@code /}
     */
    void ignored(String path);

    /** A file to be scanned. */
    void file(DataFile file);

    /**
     * Only parts of a dataset were asked for; the files of all others are told as ignored.
     *
     * @param uri the dataset's name in reports
     * @param parts those to be scanned, for people
     */
    default void chosen(String uri, String parts) {}

    /**
     * Something that should be scanned and cannot be.
     *
     * @param uri its name in reports
     * @param message what is wrong, to follow the name in a sentence
     */
    void unreadable(String uri, String message);
  }
}
