package dev.assay.internal.archive;

import dev.assay.source.SourceException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * An archive that is read from its beginning. Who opens its entries in their order reads it once:
 * where one was left, the next goes on.
 */
final class SequentialArchive implements Archive {
  /** Begins anew. */
  interface Begin {
    Cursor cursor() throws IOException;
  }

  private final Begin begin;
  private @Nullable Place idle;

  private record Place(Cursor cursor, int index) {}

  SequentialArchive(Begin begin) {
    this.begin = begin;
  }

  @Override
  public void list(Entries entries, Budget budget) throws IOException {
    try (Cursor cursor = begin.cursor()) {
      for (Entry entry = cursor.next(); entry != null; entry = cursor.next()) {
        entries.entry(entry);
      }
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      throw Damage.of(e);
    }
  }

  @Override
  public InputStream open(Entry entry) throws IOException {
    Place place = take(entry.index());
    Cursor cursor = place == null ? begin.cursor() : place.cursor();
    try {
      Entry found = cursor.next();
      while (found != null && found.index() < entry.index()) {
        found = cursor.next();
      }
      if (found == null || found.index() != entry.index() || !found.name().equals(entry.name())) {
        throw new SourceException("is not there any more: its archive changed");
      }
      return new Lent(Damage.told(cursor.bytes()), new Place(cursor, entry.index()));
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      cursor.close();
      throw Damage.of(e);
    }
  }

  /** The place to go on from, if it lies before the entry. */
  private synchronized @Nullable Place take(int index) throws IOException {
    Place place = idle;
    idle = null;
    if (place != null && place.index() >= index) {
      place.cursor().close();
      return null;
    }
    return place;
  }

  private synchronized void giveBack(Place place) throws IOException {
    if (idle == null) {
      idle = place;
    } else {
      place.cursor().close();
    }
  }

  @Override
  public void release() throws IOException {
    close();
  }

  @Override
  public synchronized void close() throws IOException {
    if (idle != null) {
      idle.cursor().close();
      idle = null;
    }
  }

  private final class Lent extends FilterInputStream {
    private final Place place;
    private boolean closed;

    Lent(InputStream in, Place place) {
      super(in);
      this.place = place;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return in.read(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      if (!closed) {
        closed = true;
        giveBack(place);
      }
    }
  }
}
