package dev.assay.internal.archive;

import dev.assay.source.SourceException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/** Holds what comes out of an entry against the size and the checksum that its archive claims. */
final class ClaimedInput extends FilterInputStream {
  private final long size;
  private final long checksum;
  private final CRC32 crc = new CRC32();
  private long count;

  /**
   * @param checksum CRC-32, or -1 if there is none
   */
  ClaimedInput(InputStream in, long size, long checksum) {
    super(in);
    this.size = size;
    this.checksum = checksum;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int n = in.read(bytes, offset, length);
    if (n > 0) {
      count += n;
      crc.update(bytes, offset, n);
    }
    if (count > size || (n < 0 && count != size)) {
      throw new SourceException(
          "is damaged: its archive claims "
              + size
              + " bytes, and there are "
              + (count > size ? "more" : "" + count));
    }
    if (n < 0 && checksum >= 0 && crc.getValue() != checksum) {
      throw new SourceException("is damaged: its checksum does not fit");
    }
    return n;
  }

  @Override
  public long skip(long count) throws IOException {
    return 0;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
