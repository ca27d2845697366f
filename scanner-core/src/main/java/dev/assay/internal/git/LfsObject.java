package dev.assay.internal.git;

import dev.assay.source.DataFile;
import java.io.IOException;
import java.io.InputStream;

/**
 * A file of a revision whose bytes lie in a Git LFS store.
 *
 * @param stored those bytes, verified as they are read
 */
record LfsObject(DataFile stored, LfsPointer pointer) implements DataFile {
  @Override
  public String uri() {
    return stored.uri();
  }

  @Override
  public long size() {
    return pointer.size();
  }

  @Override
  public InputStream open() throws IOException {
    return stored.open();
  }
}
