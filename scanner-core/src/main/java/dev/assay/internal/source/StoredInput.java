package dev.assay.internal.source;

import dev.assay.source.DataFile;
import dev.assay.source.SourceException;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file's bytes as stored, whose first ones can be looked at before anybody reads them. Read by
 * one thread; its counter may be read by any.
 */
public final class StoredInput implements Closeable {
  private static final int BUFFER = 1 << 16;

  final MeteredInput metered;
  final PushbackInputStream bytes;

  private StoredInput(MeteredInput metered) {
    this.metered = metered;
    // Small: large reads pass it by, so that plain files are not copied twice.
    this.bytes =
        new PushbackInputStream(new BufferedInputStream(metered, BUFFER), Compression.MAGIC);
  }

  /**
   * Opens a file.
   *
   * @param digested whether its digest is wanted
   */
  public static StoredInput open(DataFile file, boolean digested) throws IOException {
    return new StoredInput(new MeteredInput(file.open(), digested));
  }

  /** The first of the bytes that were not read yet, at most {@value Compression#MAGIC}. */
  public byte[] head(int length) throws IOException {
    return peek(bytes, length);
  }

  static byte[] peek(PushbackInputStream in, int length) throws IOException {
    byte[] head = in.readNBytes(length);
    in.unread(head);
    return head;
  }

  /** Copies the bytes that were not read yet to a temporary file that only its owner may read. */
  public Path spool() throws IOException {
    return spool(bytes, Long.MAX_VALUE, "");
  }

  /**
   * Copies them decompressed.
   *
   * @param maxBytes of the copy
   * @param option what sets that limit
   * @throws SourceException if there are more
   */
  public Path spoolPlain(long maxBytes, String option) throws IOException {
    byte[] magic = head(Compression.MAGIC);
    Compression compression = Compression.of(magic, magic.length);
    InputStream plain =
        compression == Compression.NONE
            ? bytes
            : new DecompressedInput(metered, bytes, compression);
    return spool(plain, maxBytes, option);
  }

  private static Path spool(InputStream in, long maxBytes, String option) throws IOException {
    Path copy = Files.createTempFile("assay", ".spool");
    // A scan that is interrupted leaves nothing behind.
    copy.toFile().deleteOnExit();
    try (OutputStream out = Files.newOutputStream(copy)) {
      byte[] buffer = new byte[BUFFER];
      long left = maxBytes;
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        left -= n;
        if (left < 0) {
          throw new SourceException(
              "is larger than "
                  + maxBytes
                  + " bytes and was not read; "
                  + option
                  + " sets the limit");
        }
        out.write(buffer, 0, n);
      }
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(copy);
      throw e;
    }
    return copy;
  }

  /** How many bytes were read. */
  public long bytesRead() {
    return metered.count();
  }

  /**
   * Reads what is left of the file and closes its digest.
   *
   * @return SHA-256 of the file as stored, in hexadecimal, or null if it was not asked for
   */
  public @Nullable String finishDigest() throws IOException {
    bytes.transferTo(OutputStream.nullOutputStream());
    return metered.digest();
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
