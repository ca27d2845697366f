package dev.assay.internal.source;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The decompressed bytes of a file. Whatever a decompressor throws at damaged data becomes one
 * declared exception that says what is wrong.
 */
final class DecompressedInput extends InputStream {
  // A decompressor that fails loses what it had of the same read: a small step saves most of it.
  private static final int STEP = 1 << 9;

  private final MeteredInput stored;
  private final InputStream source;
  private final Compression compression;
  private @Nullable InputStream decoder;

  /**
   * @param stored the bytes as stored
   * @param source the same, buffered
   */
  DecompressedInput(MeteredInput stored, InputStream source, Compression compression) {
    this.stored = stored;
    this.source = source;
    this.compression = compression;
  }

  /** The decompressed bytes of a stream, told by its first ones; the stream itself if it is not. */
  static InputStream of(InputStream stored) throws IOException {
    MeteredInput metered = new MeteredInput(stored, false);
    PushbackInputStream source =
        new PushbackInputStream(new BufferedInputStream(metered, 1 << 16), Compression.MAGIC);
    byte[] magic = StoredInput.peek(source, Compression.MAGIC);
    Compression compression = Compression.of(magic, magic.length);
    return compression == Compression.NONE
        ? source
        : new BufferedInputStream(new DecompressedInput(metered, source, compression), 1 << 16);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int n = read(one, 0, 1);
    return n < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      if (decoder == null) {
        decoder = compression.decode(source);
      }
      return decoder.read(buffer, offset, Math.min(length, STEP));
    } catch (IOException | RuntimeException e) {
      IOException failure = stored.failure();
      throw failure == null ? damaged(e) : failure;
    }
  }

  private DamagedDataException damaged(Exception e) {
    String name = compression.name().toLowerCase(Locale.ROOT);
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    boolean cut =
        e instanceof EOFException
            || message.contains("truncated")
            || message.contains("end of stream");
    if (cut) {
      return new DamagedDataException("ends in the middle of its " + name + " data", e);
    }
    return message.contains("memory")
        ? new DamagedDataException(
            "needs more memory to decompress than its limit allows (" + name + ")", e)
        : new DamagedDataException("is damaged: its " + name + " data cannot be decompressed", e);
  }

  @Override
  public void close() throws IOException {
    if (decoder != null) {
      decoder.close();
    }
    source.close();
  }
}
