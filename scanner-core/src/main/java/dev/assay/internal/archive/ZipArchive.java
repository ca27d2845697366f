package dev.assay.internal.archive;

import dev.assay.source.SourceException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.jspecify.annotations.Nullable;

/** A zip file, read by its table of contents. */
final class ZipArchive implements Archive {
  private final Path path;
  private final List<ZipArchiveEntry> files = new ArrayList<>();
  private @Nullable ZipFile zip;
  private int lent;

  ZipArchive(Path path) {
    this.path = path;
  }

  @Override
  public void list(Entries entries, Budget budget) throws IOException {
    try {
      ZipFile opened = opened();
      Enumeration<ZipArchiveEntry> all = opened.getEntries();
      while (all.hasMoreElements()) {
        ZipArchiveEntry entry = all.nextElement();
        budget.entry();
        if (!entry.isDirectory()) {
          files.add(entry);
          entries.entry(
              new Entry(
                  files.size() - 1,
                  entry.getName(),
                  entry.getSize(),
                  entry.getCompressedSize(),
                  problem(opened, entry)));
        }
      }
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      throw Damage.of(e);
    }
  }

  private ZipFile opened() throws IOException {
    ZipFile opened = zip;
    if (opened != null) {
      return opened;
    }
    Table channel = new Table(Files.newByteChannel(path));
    try {
      opened =
          ZipFile.builder()
              .setSeekableByteChannel(channel)
              .setIgnoreLocalFileHeader(true)
              .setUseUnicodeExtraFields(true)
              .get();
    } finally {
      if (opened == null) {
        channel.close();
      }
    }
    channel.left = Long.MAX_VALUE;
    zip = opened;
    return opened;
  }

  private static @Nullable String problem(ZipFile zip, ZipArchiveEntry entry) {
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      return "is encrypted: decrypt it first";
    }
    if (entry.isUnixSymlink()) {
      return "is a link, which is not followed";
    }
    if (!zip.canReadEntryData(entry)) {
      ZipMethod method = ZipMethod.getMethodByCode(entry.getMethod());
      return "is compressed in a way that is not supported ("
          + (method == null ? "method " + entry.getMethod() : method)
          + ")";
    }
    return entry.getSize() < 0 ? "is damaged: its size is not known" : null;
  }

  @Override
  public synchronized InputStream open(Entry entry) throws IOException {
    ZipArchiveEntry file = files.get(entry.index());
    try {
      InputStream in = new Lent(opened().getInputStream(file));
      lent++;
      return Damage.told(new ClaimedInput(in, file.getSize(), file.getCrc()));
    } catch (IOException | RuntimeException e) {
      throw Damage.of(e);
    }
  }

  @Override
  public synchronized void release() throws IOException {
    if (lent == 0) {
      close();
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (zip != null) {
      zip.close();
      zip = null;
    }
  }

  private synchronized void giveBack() {
    lent--;
  }

  private final class Lent extends FilterInputStream {
    private boolean closed;

    Lent(InputStream in) {
      super(in);
    }

    @Override
    public void close() throws IOException {
      if (!closed) {
        closed = true;
        giveBack();
        super.close();
      }
    }
  }

  /** Bounds what the library reads into memory before anybody can ask it how much that is. */
  private static final class Table implements SeekableByteChannel {
    private static final long LARGEST = 32 << 20;

    private final SeekableByteChannel file;
    private long left = LARGEST;

    Table(SeekableByteChannel file) {
      this.file = file;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      int n = file.read(target);
      left -= Math.max(n, 0);
      if (left < 0) {
        throw new SourceException("has a table of contents larger than 32 MiB, which is the limit");
      }
      return n;
    }

    @Override
    public int write(ByteBuffer source) {
      throw new NonWritableChannelException();
    }

    @Override
    public long position() throws IOException {
      return file.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
      file.position(position);
      return this;
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
      throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
      return file.isOpen();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
