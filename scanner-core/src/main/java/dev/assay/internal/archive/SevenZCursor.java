package dev.assay.internal.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.jspecify.annotations.Nullable;

/** Goes through a 7z file, whose entries are compressed together. */
final class SevenZCursor implements Cursor {
  private static final int MEMORY_KIB = 256 << 10;

  private final SevenZFile file;
  private final @Nullable Budget budget;
  private final long stored;
  private int index = -1;
  private long unpacked;

  SevenZCursor(Path path, long stored, @Nullable Budget budget) throws IOException {
    this.file = SevenZFile.builder().setPath(path).setMaxMemoryLimitKiB(MEMORY_KIB).get();
    this.stored = stored;
    this.budget = budget;
  }

  @Override
  public @Nullable Entry next() throws IOException {
    for (SevenZArchiveEntry entry = file.getNextEntry();
        entry != null;
        entry = file.getNextEntry()) {
      if (budget != null) {
        unpacked += Math.max(0, entry.getSize());
        budget.entry();
        budget.bytes(Math.max(0, entry.getSize()));
        budget.ratio(stored, unpacked);
      }
      if (!entry.isDirectory() && !entry.isAntiItem()) {
        index++;
        String name = entry.getName();
        return new Entry(index, name == null ? "" : name, entry.getSize(), -1, null);
      }
    }
    return null;
  }

  @Override
  public InputStream bytes() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        return file.read();
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        return file.read(bytes, offset, length);
      }
    };
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
