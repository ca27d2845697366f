package dev.assay.internal.archive;

import dev.assay.source.DataFile;

/** Hears what is in archives. */
public interface ArchiveListing {
  /**
   * Whether an entry is wanted, by its path inside its archive; what is not is counted here, so
   * each is asked for once.
   *
   * @param uri its whole name in reports
   */
  boolean wants(String path, String uri);

  /** An entry that was left out because it is hidden. */
  void hidden(String uri);

  /** An entry to be scanned, in the order in which it is best read. */
  void file(DataFile file);

  /**
   * Something that should be scanned and cannot be.
   *
   * @param message what is wrong, to follow the name in a sentence
   */
  void unreadable(String uri, String message);
}
