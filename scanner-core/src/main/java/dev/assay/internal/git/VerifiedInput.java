package dev.assay.internal.git;

import dev.assay.internal.digest.Hashes;
import dev.assay.source.SourceException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/** The bytes of a Git LFS object: at their end it is known whether they are those asked for. */
final class VerifiedInput extends FilterInputStream {
  private final LfsPointer pointer;
  private final MessageDigest digest = Hashes.sha256();
  private long count;
  private boolean ended;

  VerifiedInput(InputStream in, LfsPointer pointer) {
    super(in);
    this.pointer = pointer;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (ended || length == 0) {
      return ended ? -1 : 0;
    }
    int read = in.read(buffer, offset, length);
    if (read < 0) {
      ended = true;
      verify();
      return -1;
    }
    count += read;
    if (count > pointer.size()) {
      throw new SourceException(
          "is larger than the " + pointer.size() + " bytes that its Git LFS pointer says");
    }
    digest.update(buffer, offset, read);
    return read;
  }

  private void verify() throws SourceException {
    if (count != pointer.size()) {
      throw new SourceException(
          "ends after "
              + count
              + " of the "
              + pointer.size()
              + " bytes that its Git LFS pointer says");
    }
    if (!Hashes.hex(digest).equals(pointer.oid())) {
      throw new SourceException(
          "is not what its Git LFS pointer says: the SHA-256 differs; fetch it anew");
    }
  }

  @Override
  public long skip(long n) throws IOException {
    return in.skip(0);
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
