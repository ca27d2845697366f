package dev.assay.internal.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** One archive on disk. May be used by several threads once it is listed. */
interface Archive extends Closeable {
  /** Takes the files among an archive's entries, in their order. */
  interface Entries {
    void entry(Entry entry) throws IOException;
  }

  /** Lists the entries; folders are none. Links, devices and the like have a problem. */
  void list(Entries entries, Budget budget) throws IOException;

  /** The bytes of an entry that was listed. */
  InputStream open(Entry entry) throws IOException;

  /** Closes what stays open between two entries, unless one is being read; opened again at need. */
  void release() throws IOException;
}
