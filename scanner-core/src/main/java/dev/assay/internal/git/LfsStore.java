package dev.assay.internal.git;

import dev.assay.source.DataFile;

/** Where the bytes of Git LFS objects lie. */
interface LfsStore {
  /**
   * An object, verified as it is read. One that is nowhere is told of when it is opened or read.
   *
   * @param uri the file's name in reports
   */
  DataFile file(String uri, LfsPointer pointer);
}
