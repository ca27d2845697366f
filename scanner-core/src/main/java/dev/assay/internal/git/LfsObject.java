package dev.assay.internal.git;

import dev.assay.source.DataFile;
import java.io.IOException;
import java.io.InputStream;

/** A file of a revision whose bytes lie in a Git LFS store; verified as they are read. */
record LfsObject(String uri, LfsPointer pointer, LfsStore store) implements DataFile {
  @Override
  public long size() {
    return pointer.size();
  }

  @Override
  public InputStream open() throws IOException {
    return new VerifiedInput(store.open(pointer), pointer);
  }
}
