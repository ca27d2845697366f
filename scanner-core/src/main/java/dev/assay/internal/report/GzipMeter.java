package dev.assay.internal.report;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;

/** Tells how large what was written would be with gzip, while it is being written plain. */
final class GzipMeter extends FilterOutputStream {
  private final Deflater deflater = new Deflater();
  private final byte[] waste = new byte[1 << 13];
  private long size;

  GzipMeter(OutputStream out) {
    super(out);
  }

  /** Bytes so far; up to a window of the input is still to come. */
  long size() {
    return size;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    out.write(bytes, from, length);
    deflater.setInput(bytes, from, length);
    while (!deflater.needsInput()) {
      size += deflater.deflate(waste);
    }
  }

  /** Releases the meter; the stream below stays open. */
  @Override
  public void close() throws IOException {
    deflater.end();
  }
}
