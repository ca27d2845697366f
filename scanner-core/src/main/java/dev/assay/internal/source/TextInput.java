package dev.assay.internal.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file as UTF-8: opened, decompressed and transcoded as its first bytes ask for. Read by one
 * thread; its counters may be read by any.
 */
public final class TextInput implements Closeable {
  private static final int MARKS = 4;

  private final StoredInput stored;
  private final InputStream text;
  private final boolean asStored;
  private final int skipped;
  private final String compressionSuffix;

  private TextInput(
      StoredInput stored,
      InputStream text,
      boolean asStored,
      int skipped,
      String compressionSuffix) {
    this.stored = stored;
    this.text = text;
    this.asStored = asStored;
    this.skipped = skipped;
    this.compressionSuffix = compressionSuffix;
  }

  /** The text of an opened file of which nothing was read yet. Closed with it. */
  public static TextInput of(StoredInput stored) throws IOException {
    byte[] magic = stored.head(Compression.MAGIC);
    Compression compression = Compression.of(magic, magic.length);
    PushbackInputStream plain =
        compression == Compression.NONE
            ? stored.bytes
            : new PushbackInputStream(
                new DecompressedInput(stored.metered, stored.bytes, compression), MARKS);
    byte[] marks = StoredInput.peek(plain, MARKS);
    Encoding encoding = Encoding.of(marks);
    plain.skipNBytes(encoding.markLength());
    boolean same = compression == Compression.NONE && encoding.isUtf8();
    return new TextInput(
        stored, encoding.decode(plain), same, encoding.markLength(), compression.extension());
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
    return stored.bytesRead();
  }

  /**
   * Reads what is left of the file and closes its digest.
   *
   * @return SHA-256 of the file as stored, in hexadecimal, or null if it was not asked for
   */
  public @Nullable String finishDigest() throws IOException {
    return stored.finishDigest();
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
