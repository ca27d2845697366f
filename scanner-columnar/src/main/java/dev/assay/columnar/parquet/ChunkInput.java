package dev.assay.columnar.parquet;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** The bytes of one column in one row group. Several read the same file in turn. */
final class ChunkInput extends InputStream {
  private static final int BUFFER = 1 << 12;

  private final SeekableByteChannel file;
  private final long end;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).limit(0);
  private long position;

  ChunkInput(SeekableByteChannel file, long start, long end) {
    this.file = file;
    this.position = start;
    this.end = end;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!buffer.hasRemaining()) {
      if (length >= BUFFER) {
        return direct(bytes, offset, length);
      }
      fill();
    }
    int n = Math.min(length, buffer.remaining());
    if (n == 0) {
      return -1;
    }
    buffer.get(bytes, offset, n);
    return n;
  }

  private int direct(byte[] bytes, int offset, int length) throws IOException {
    int most = (int) Math.min(length, end - position);
    if (most <= 0) {
      return -1;
    }
    file.position(position);
    int n = file.read(ByteBuffer.wrap(bytes, offset, most));
    position += Math.max(n, 0);
    return n;
  }

  private void fill() throws IOException {
    int most = (int) Math.min(BUFFER, end - position);
    buffer.clear().limit(Math.max(most, 0));
    if (most > 0) {
      file.position(position);
      position += Math.max(file.read(buffer), 0);
    }
    buffer.flip();
  }

  /** How many bytes are left. */
  long remaining() {
    return end - position + buffer.remaining();
  }

  /** Exactly so many of the next bytes. */
  byte[] exactly(int length) throws IOException {
    if (length < 0 || length > remaining()) {
      throw new EOFException("a page is longer than its column");
    }
    byte[] bytes = readNBytes(length);
    if (bytes.length != length) {
      throw new EOFException("it ends too early");
    }
    return bytes;
  }
}
