package dev.assay.internal.git;

import java.io.IOException;
import java.io.InputStream;

/** Where the bytes of Git LFS objects lie. */
interface LfsStore {
  /**
   * The object's bytes, not yet verified.
   *
   * @throws dev.assay.source.SourceException if it is nowhere
   */
  InputStream open(LfsPointer pointer) throws IOException;
}
