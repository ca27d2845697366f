package dev.assay.internal.source;

import dev.assay.internal.archive.ArchiveKind;
import dev.assay.source.DataFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out from a file's first bytes whether it is an archive.
 *
 * @param kind null if it is none
 * @param file the file to read from now on: what can be opened once only has been opened
 */
record ArchiveSniffer(@Nullable ArchiveKind kind, DataFile file) {
  /** Enough for the first block of what compresses by blocks, bzip2 aside. */
  private static final int HEAD = 1 << 18;

  static ArchiveSniffer of(DataFile file) throws IOException {
    if (file.size() >= 0) {
      try (InputStream in = file.open()) {
        return new ArchiveSniffer(kind(in), file);
      }
    }
    PushbackInputStream in = new PushbackInputStream(file.open(), HEAD);
    // Who pipes in text slowly is not kept waiting for more than that.
    byte[] head = StoredInput.peek(in, ArchiveKind.HEAD);
    if (Compression.of(head, head.length) != Compression.NONE) {
      head = StoredInput.peek(in, HEAD);
    }
    return new ArchiveSniffer(kind(new ByteArrayInputStream(head)), new Opened(file.uri(), in));
  }

  private static @Nullable ArchiveKind kind(InputStream in) throws IOException {
    try {
      return ArchiveKind.ofHead(DecompressedInput.of(in).readNBytes(ArchiveKind.HEAD));
    } catch (DamagedDataException e) {
      return null;
    }
  }

  /** A file that was opened, and cannot be again. */
  private record Opened(String uri, InputStream in) implements DataFile {
    @Override
    public long size() {
      return -1;
    }

    @Override
    public InputStream open() {
      return in;
    }
  }
}
