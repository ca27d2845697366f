package dev.assay.internal.git;

import dev.assay.source.DataFile;
import dev.assay.source.SourceException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;

/** A file of a revision, streamed from the repository's objects. */
record GitBlob(String uri, Repository repository, ObjectId id, long size) implements DataFile {
  /** Larger objects are inflated as they are read, in bytes. */
  private static final int STREAMED = 8 << 20;

  @Override
  public InputStream open() throws IOException {
    ObjectReader reader = repository.newObjectReader();
    try {
      reader.setStreamFileThreshold(STREAMED);
      return new Closing(reader.open(id, Constants.OBJ_BLOB).openStream(), reader);
    } catch (MissingObjectException e) {
      reader.close();
      throw new SourceException("is not in this clone (blob " + id.name() + "): fetch it", e);
    } catch (IOException | RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  /** Closes the reader with the stream. */
  private static final class Closing extends FilterInputStream {
    private final ObjectReader reader;

    Closing(InputStream in, ObjectReader reader) {
      super(in);
      this.reader = reader;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      return in.read(buffer, offset, length);
    }

    @Override
    public void close() throws IOException {
      try (ObjectReader closed = reader) {
        super.close();
      }
    }
  }
}
