package dev.assay.internal.git;

import dev.assay.internal.git.Retries.PassingException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A download that goes on where it broke off, for as many times as it may be tried. */
final class ResumingInput extends InputStream {
  private final long size;
  private final Retries retries;
  private final Download download;
  private @Nullable InputStream in;
  private long at;

  /** Opens the bytes from an offset on. */
  interface Download {
    InputStream from(long offset) throws IOException;
  }

  /**
   * @param size how many bytes there should be
   */
  ResumingInput(long size, Retries retries, Download download) {
    this.size = size;
    this.retries = retries;
    this.download = download;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = retries.run(() -> attempt(buffer, offset, length));
    at += Math.max(0, read);
    return read;
  }

  private int attempt(byte[] buffer, int offset, int length) throws IOException {
    InputStream open = in;
    if (open == null) {
      open = open();
      in = open;
    }
    int read;
    try {
      read = open.read(buffer, offset, length);
    } catch (IOException e) {
      throw broken(open, e);
    }
    if (read < 0 && at < size) {
      throw broken(open, null);
    }
    return read;
  }

  /** A server that is gone after a cut is what the cut is due to, however the next try fails. */
  private InputStream open() throws IOException {
    try {
      return download.from(at);
    } catch (PassingException e) {
      if (at == 0) {
        throw e;
      }
      throw new PassingException(brokeOff(), e);
    }
  }

  private String brokeOff() {
    return "broke off after " + at + " of " + size + " bytes of its Git LFS data";
  }

  private PassingException broken(InputStream open, @Nullable IOException cause) {
    in = null;
    try {
      open.close();
    } catch (IOException e) {
      // It is broken already.
    }
    return cause == null
        ? new PassingException(brokeOff())
        : new PassingException(brokeOff(), cause);
  }

  @Override
  public void close() throws IOException {
    if (in != null) {
      in.close();
    }
  }
}
