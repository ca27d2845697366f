package dev.assay.internal.source;

import dev.assay.internal.digest.Hashes;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a file as stored, counted and digested on their way. Read by one thread; watched by
 * any.
 */
final class MeteredInput extends FilterInputStream {
  private final @Nullable MessageDigest digest;
  private volatile long count;
  private @Nullable IOException failure;

  MeteredInput(InputStream in, boolean digested) {
    super(in);
    this.digest = digested ? Hashes.sha256() : null;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int n = read(one, 0, 1);
    return n < 0 ? -1 : one[0] & 0xFF;
  }

  // One thread alone writes the count.
  @SuppressWarnings("NonAtomicVolatileUpdate")
  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n;
    try {
      n = in.read(buffer, offset, length);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
    if (n > 0) {
      count += n;
      if (digest != null) {
        digest.update(buffer, offset, n);
      }
    }
    return n;
  }

  @Override
  public long skip(long n) throws IOException {
    return in.skip(0);
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  long count() {
    return count;
  }

  /** What the file itself failed with, as opposed to whoever decodes its bytes. */
  @Nullable IOException failure() {
    return failure;
  }

  /** The digest of all bytes read so far, once; null if none was asked for. */
  @Nullable String digest() {
    return digest == null ? null : Hashes.hex(digest);
  }
}
