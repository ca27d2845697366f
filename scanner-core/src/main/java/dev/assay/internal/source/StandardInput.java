package dev.assay.internal.source;

import dev.assay.source.DataFile;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;

/** What is piped in: it can be read once, and closing it is its owner's business. */
final class StandardInput implements DataFile {
  static final String NAME = "stdin";

  private final InputStream in;
  private final AtomicBoolean opened = new AtomicBoolean();

  StandardInput(InputStream in) {
    this.in = in;
  }

  @Override
  public String uri() {
    return NAME;
  }

  @Override
  public long size() {
    return -1;
  }

  @Override
  public InputStream open() throws IOException {
    if (!opened.compareAndSet(false, true)) {
      throw new IOException("standard input can be read once only");
    }
    return new FilterInputStream(in) {
      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        return in.read(buffer, offset, length);
      }

      @Override
      public void close() {}
    };
  }
}
