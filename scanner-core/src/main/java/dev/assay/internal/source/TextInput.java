package dev.assay.internal.source;

import dev.assay.source.DataFile;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file as UTF-8: opened, decompressed and transcoded as its first bytes ask for. Read by one
 * thread; its counters may be read by any.
 */
public final class TextInput implements Closeable {
  private static final int BUFFER = 1 << 16;
  private static final int MARKS = 4;

  private final MeteredInput stored;
  private final InputStream source;
  private final InputStream text;
  private final boolean asStored;
  private final int skipped;
  private final String compressionSuffix;

  private TextInput(
      MeteredInput stored,
      InputStream source,
      InputStream text,
      boolean asStored,
      int skipped,
      String compressionSuffix) {
    this.stored = stored;
    this.source = source;
    this.text = text;
    this.asStored = asStored;
    this.skipped = skipped;
    this.compressionSuffix = compressionSuffix;
  }

  /**
   * Opens a file.
   *
   * @param digested whether its digest is wanted
   */
  public static TextInput open(DataFile file, boolean digested) throws IOException {
    MeteredInput stored = new MeteredInput(file.open(), digested);
    try {
      return decode(stored);
    } catch (IOException | RuntimeException e) {
      stored.close();
      throw e;
    }
  }

  private static TextInput decode(MeteredInput stored) throws IOException {
    // Small: large reads pass it by, so that plain files are not copied twice.
    PushbackInputStream source =
        new PushbackInputStream(new BufferedInputStream(stored, BUFFER), Compression.MAGIC);
    byte[] magic = peek(source, Compression.MAGIC);
    Compression compression = Compression.of(magic, magic.length);
    PushbackInputStream plain =
        compression == Compression.NONE
            ? source
            : new PushbackInputStream(new DecompressedInput(stored, source, compression), MARKS);
    byte[] marks = peek(plain, MARKS);
    Encoding encoding = Encoding.of(marks);
    plain.skipNBytes(encoding.markLength());
    boolean same = compression == Compression.NONE && encoding.isUtf8();
    return new TextInput(
        stored,
        source,
        encoding.decode(plain),
        same,
        encoding.markLength(),
        compression.extension());
  }

  private static byte[] peek(PushbackInputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    in.unread(bytes);
    return bytes;
  }

  /** Reads as {@link InputStream#read(byte[], int, int)}. */
  public int read(byte[] buffer, int offset, int length) throws IOException {
    return text.read(buffer, offset, length);
  }

  /**
   * Where the first byte to read lies in the file as stored, or -1 if the bytes are not those
   * stored.
   */
  public long firstOffset() {
    return asStored ? skipped : -1;
  }

  /** What the compression adds to a file's name, such as {@code .gz}; empty without. */
  public String compressionSuffix() {
    return compressionSuffix;
  }

  /** How many bytes of the file as stored were read. */
  public long bytesRead() {
    return stored.count();
  }

  /**
   * Reads what is left of the file and closes its digest.
   *
   * @return SHA-256 of the file as stored, in hexadecimal, or null if it was not asked for
   */
  public @Nullable String finishDigest() throws IOException {
    source.transferTo(OutputStream.nullOutputStream());
    return stored.digest();
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
