package dev.assay.internal.cache;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values by key, kept from scan to scan. Each scan writes a file of its own, so that scans at the
 * same time do not disturb each other. Whatever is damaged, cut off, or of another fingerprint is
 * not there; nothing that goes wrong with the files makes a scan fail. May be used by several
 * threads.
 */
public final class CacheStore implements Closeable {
  private static final int BUFFER = 1 << 20;
  private static final int FIRST_READ = 1 << 10;
  private static final int MAX_ENTRIES = 4_000_000;
  private static final int OFFSET_BITS = 40;

  private final CacheFolder folder;
  private final byte[] fingerprint;
  private final String prefix;
  private final long maxBytes;
  private final LongIndex index = new LongIndex();
  private final List<FileChannel> files = new ArrayList<>();
  private final ByteBuffer tail = ByteBuffer.allocate(BUFFER);
  private @Nullable Path begun;
  private @Nullable FileChannel own;
  private int ownNumber;
  private long bytes;
  private long flushed;
  private boolean writable = true;

  private CacheStore(CacheFolder folder, byte[] fingerprint, long maxBytes) {
    this.folder = folder;
    this.fingerprint = fingerprint.clone();
    this.prefix = HexFormat.of().formatHex(fingerprint).substring(0, 16);
    this.maxBytes = maxBytes;
  }

  /**
   * Opens a cache.
   *
   * @param path its folder, made if it is not there
   * @param fingerprint of all that values depend on besides their key; at least 8 bytes
   * @param maxBytes of all its files together
   * @throws UnusableCacheException if the folder cannot be used
   */
  public static CacheStore open(Path path, byte[] fingerprint, long maxBytes)
      throws UnusableCacheException {
    try {
      return begin(path, fingerprint, maxBytes);
    } catch (IOException e) {
      throw new UnusableCacheException(
          "The cache " + path + " cannot be used (" + e + "): name a folder that can be written.",
          e);
    }
  }

  private static CacheStore begin(Path path, byte[] fingerprint, long maxBytes) throws IOException {
    CacheFolder folder = new CacheFolder(path);
    CacheStore store = new CacheStore(folder, fingerprint, maxBytes);
    // Room for what this scan will add.
    store.bytes = folder.prune(maxBytes / 2);
    Path begun = folder.begin(store.prefix);
    store.begun = begun;
    store.load();
    store.ownNumber = store.files.size();
    store.own = FileChannel.open(begun, StandardOpenOption.READ, StandardOpenOption.WRITE);
    store.files.add(store.own);
    return store;
  }

  private void load() throws IOException {
    for (Path path : folder.files(prefix)) {
      FileChannel file;
      try {
        file = FileChannel.open(path, StandardOpenOption.READ);
      } catch (IOException e) {
        // Pruned by another scan a moment ago.
        continue;
      }
      files.add(file);
      note(file, files.size() - 1);
    }
  }

  /** Notes where entries lie; what they hold is looked at when it is asked for. */
  private void note(FileChannel file, int number) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER).limit(0);
    long start = 0;
    while (index.size() < MAX_ENTRIES) {
      int length = Entry.valueLength(buffer);
      if (length < 0 || buffer.remaining() < Entry.size(length)) {
        if (length > Entry.MAX_VALUE || !refill(file, buffer, start)) {
          return;
        }
        length = Entry.valueLength(buffer);
        if (length < 0 || buffer.remaining() < Entry.size(length)) {
          return;
        }
      }
      if (length > Entry.MAX_VALUE) {
        return;
      }
      index.put(buffer.getLong(buffer.position()), (long) number << OFFSET_BITS | start);
      buffer.position(buffer.position() + Entry.size(length));
      start += Entry.size(length);
    }
  }

  private static boolean refill(FileChannel file, ByteBuffer buffer, long from) throws IOException {
    buffer.clear();
    int n = file.read(buffer, from);
    buffer.flip();
    return n > 0;
  }

  /**
   * The value of a key, or null.
   *
   * @param key 32 bytes, evenly distributed
   */
  public byte @Nullable [] get(byte[] key) {
    long place;
    synchronized (this) {
      place = index.get(first(key));
      if (place < 0) {
        return null;
      }
      if (place >>> OFFSET_BITS == ownNumber && offset(place) >= flushed) {
        int at = (int) (offset(place) - flushed);
        ByteBuffer written = tail.duplicate().flip();
        return Entry.read(written.position(at), fingerprint, key);
      }
    }
    try {
      return read(files.get((int) (place >>> OFFSET_BITS)), offset(place), key);
    } catch (IOException e) {
      // As good as not there.
      return null;
    }
  }

  private byte @Nullable [] read(FileChannel file, long offset, byte[] key) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(FIRST_READ);
    file.read(buffer, offset);
    buffer.flip();
    int length = Entry.valueLength(buffer);
    if (length > Entry.MAX_VALUE) {
      return null;
    }
    if (length >= 0 && Entry.size(length) > FIRST_READ) {
      buffer = ByteBuffer.allocate(Entry.size(length));
      file.read(buffer, offset);
      buffer.flip();
    }
    return Entry.read(buffer, fingerprint, key);
  }

  /** Keeps a value, if there is room. */
  public synchronized void put(byte[] key, byte[] value) {
    int size = Entry.size(value.length);
    if (!writable
        || value.length > Entry.MAX_VALUE
        || bytes + size > maxBytes
        || index.size() >= MAX_ENTRIES) {
      return;
    }
    if (tail.remaining() < size) {
      flush();
    }
    long offset = flushed + tail.position();
    Entry.write(tail, fingerprint, key, value);
    index.put(first(key), (long) ownNumber << OFFSET_BITS | offset);
    bytes += size;
  }

  private void flush() {
    FileChannel file = own;
    tail.flip();
    int length = tail.remaining();
    try {
      while (file != null && tail.hasRemaining()) {
        file.write(tail, flushed + tail.position());
      }
    } catch (IOException e) {
      // A full disk, say: the scan goes on without writing more.
      writable = false;
    }
    tail.clear();
    flushed += length;
  }

  private static long offset(long place) {
    return place & (1L << OFFSET_BITS) - 1;
  }

  private static long first(byte[] key) {
    return ByteBuffer.wrap(key).getLong();
  }

  /** Completes what was written, for the next scan. */
  @Override
  public synchronized void close() throws IOException {
    if (tail.position() > 0) {
      flush();
    }
    for (FileChannel file : files) {
      file.close();
    }
    Path path = begun;
    begun = null;
    if (path != null && flushed > 0) {
      folder.complete(path);
    } else if (path != null) {
      Files.deleteIfExists(path);
    }
  }
}
