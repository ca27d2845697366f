package dev.assay.internal.source;

import dev.assay.source.DataFile;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets what can be read once only, such as a pipe, be read a second time: the bytes as they come
 * are kept in a temporary file that only its owner may read, until this is closed. Files on disk
 * are opened again. For one thread.
 */
public final class Replay implements Closeable {
  private final boolean wanted;
  private final List<Path> kept = new ArrayList<>();

  /**
   * @param wanted whether anything will be read again
   */
  public Replay(boolean wanted) {
    this.wanted = wanted;
  }

  /** The file itself, or one that remembers what was read of it. */
  public DataFile of(DataFile file) {
    return wanted && file.size() < 0 ? new Remembering(file) : file;
  }

  @Override
  public void close() throws IOException {
    for (Path path : kept) {
      Files.deleteIfExists(path);
    }
  }

  private final class Remembering implements DataFile {
    private final DataFile file;
    private @Nullable Path copy;

    Remembering(DataFile file) {
      this.file = file;
    }

    @Override
    public String uri() {
      return file.uri();
    }

    @Override
    public long size() {
      return file.size();
    }

    @Override
    public InputStream open() throws IOException {
      if (copy != null) {
        return Files.newInputStream(copy);
      }
      Path path = Files.createTempFile("assay", ".input");
      kept.add(path);
      // A scan that is interrupted leaves nothing behind.
      path.toFile().deleteOnExit();
      copy = path;
      return new Copying(file.open(), Files.newOutputStream(path));
    }
  }

  /** Writes down all that is read. */
  private static final class Copying extends FilterInputStream {
    private final OutputStream copy;

    Copying(InputStream in, OutputStream copy) {
      super(in);
      this.copy = copy;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = in.read(buffer, offset, length);
      if (read > 0) {
        copy.write(buffer, offset, read);
      }
      return read;
    }

    @Override
    public long skip(long count) throws IOException {
      int step = (int) Math.min(count, 8192);
      return step <= 0 ? 0 : Math.max(0, read(new byte[step], 0, step));
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    @Override
    public void close() throws IOException {
      try (OutputStream closed = copy) {
        closed.flush();
        super.close();
      }
    }
  }
}
