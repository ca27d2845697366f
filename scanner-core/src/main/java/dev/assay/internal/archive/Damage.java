package dev.assay.internal.archive;

import dev.assay.source.SourceException;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.apache.commons.compress.PasswordRequiredException;

/** Whatever a damaged archive makes the library throw becomes the one declared error. */
final class Damage {
  private Damage() {}

  static SourceException of(Throwable e) {
    if (e instanceof SourceException told) {
      return told;
    }
    if (e instanceof PasswordRequiredException) {
      return new SourceException("is encrypted: decrypt it first", e);
    }
    if (e instanceof OutOfMemoryError) {
      return new SourceException(
          "is damaged, or needs more memory than there is: a part of it claims to be too large", e);
    }
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    if (message.contains("memory")) {
      return new SourceException("needs more memory to unpack than its limit allows", e);
    }
    boolean cut = e instanceof EOFException || message.contains("truncated");
    return new SourceException(
        cut ? "is cut off: it ends too early" : "is damaged: it cannot be unpacked", e);
  }

  /** The same bytes, failing in words for users. */
  static InputStream told(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
          return in.read(bytes, offset, length);
        } catch (IOException | RuntimeException e) {
          throw of(e);
        }
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
    };
  }
}
