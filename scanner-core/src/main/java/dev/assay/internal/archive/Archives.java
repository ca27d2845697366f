package dev.assay.internal.archive;

import dev.assay.source.DataFile;
import dev.assay.source.SourceException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is in archives, and in archives inside them. Entries can be read, any number of times,
 * until this is closed. An archive that lies on no disk is copied to a temporary file that only its
 * owner may read. Listed by one thread.
 */
public final class Archives implements Closeable {
  /** Between an archive's name and the path inside it. */
  public static final String INSIDE = "!/";

  /** A process may have a thousand files open, and a dataset many more archives. */
  private static final int MOST_OPEN = 32;

  private final ArchiveLimits limits;
  private final Decompressor decompressor;
  private final List<Archive> open = new ArrayList<>();
  private final List<Path> copies = new ArrayList<>();
  private final Set<Archive> recent = new LinkedHashSet<>();

  /** Decompresses a stream as its first bytes ask for. */
  public interface Decompressor {
    InputStream plain(InputStream stored) throws IOException;
  }

  public Archives(ArchiveLimits limits, Decompressor decompressor) {
    this.limits = limits;
    this.decompressor = decompressor;
  }

  /** Lists what is in an archive; what fails is told as unreadable, never thrown. */
  public void list(DataFile file, ArchiveKind kind, ArchiveListing listing) {
    Budget budget = new Budget(limits);
    list(file, kind, listing, budget, 1);
  }

  private void list(
      DataFile file, ArchiveKind kind, ArchiveListing listing, Budget budget, int depth) {
    try {
      Path path = onDisk(file, budget);
      Archive archive = archive(path, kind, budget);
      open.add(archive);
      used(archive);
      Set<String> names = new HashSet<>();
      List<Entry> nested = new ArrayList<>();
      archive.list(
          entry -> {
            if (entry(file, archive, entry, listing, budget, names)) {
              nested.add(entry);
            }
          },
          budget);
      for (Entry entry : nested) {
        nested(new ArchivedFile(file, this, archive, entry), listing, budget, depth);
      }
    } catch (IOException | RuntimeException e) {
      listing.unreadable(file.uri(), String.valueOf(Damage.of(e).getMessage()));
    }
  }

  /** Tells of an entry; true if it is an archive. */
  private boolean entry(
      DataFile file,
      Archive archive,
      Entry entry,
      ArchiveListing listing,
      Budget budget,
      Set<String> names)
      throws IOException {
    String path = EntryPath.inside(entry.name());
    String shown = path == null ? entry.name() : path;
    String uri = file.uri() + INSIDE + shown;
    if (EntryPath.isHidden(shown) && path != null) {
      listing.hidden(uri);
      return false;
    }
    boolean nested = ArchiveKind.ofName(shown) != null;
    if (!nested && !listing.wants(shown, uri)) {
      return false;
    }
    String problem = problem(entry, path, names, budget);
    if (problem != null) {
      listing.unreadable(uri, problem);
    } else if (!nested) {
      listing.file(new ArchivedFile(file, this, archive, entry));
    }
    return nested && problem == null;
  }

  private static @Nullable String problem(
      Entry entry, @Nullable String path, Set<String> names, Budget budget) throws IOException {
    if (path == null) {
      return "has a name that leads out of its archive, and was not scanned";
    }
    if (!names.add(path)) {
      return "stands more than once in its archive, and readers differ on which one they take:"
          + " write the archive anew";
    }
    if (entry.problem() == null && entry.stored() >= 0) {
      budget.bytes(entry.size());
      try {
        budget.ratio(entry.stored(), entry.size());
      } catch (SourceException e) {
        return e.getMessage();
      }
    }
    return entry.problem();
  }

  private void nested(DataFile file, ArchiveListing listing, Budget budget, int depth) {
    ArchiveKind kind = ArchiveKind.ofName(file.uri());
    if (depth >= budget.depth()) {
      listing.unreadable(
          file.uri(),
          "lies in "
              + depth
              + " archives, and no deeper one is unpacked (archive.max-depth sets the limit)");
    } else if (kind != null) {
      list(file, kind, listing, budget, depth + 1);
    }
  }

  /** Lets those rest that were not used for the longest time. */
  private synchronized void used(Archive archive) throws IOException {
    recent.remove(archive);
    recent.add(archive);
    if (recent.size() > MOST_OPEN) {
      Archive eldest = recent.iterator().next();
      recent.remove(eldest);
      eldest.release();
    }
  }

  private Archive archive(Path path, ArchiveKind kind, Budget budget) throws IOException {
    long stored = Files.size(path);
    return switch (kind) {
      case ZIP -> new ZipArchive(path);
      case TAR -> new SequentialArchive(first(budget, b -> tar(path, stored, b)));
      case SEVEN_Z -> new SequentialArchive(first(budget, b -> new SevenZCursor(path, stored, b)));
    };
  }

  private interface Begin {
    Cursor cursor(@Nullable Budget budget) throws IOException;
  }

  /** The first pass, which lists, is held against the budget; later ones read the same again. */
  private static SequentialArchive.Begin first(Budget budget, Begin begin) {
    return new SequentialArchive.Begin() {
      private boolean listed;

      @Override
      public synchronized Cursor cursor() throws IOException {
        Budget held = listed ? null : budget;
        listed = true;
        return begin.cursor(held);
      }
    };
  }

  private Cursor tar(Path path, long stored, @Nullable Budget budget) throws IOException {
    InputStream in = Files.newInputStream(path);
    try {
      return new TarCursor(decompressor.plain(in), stored, budget);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private Path onDisk(DataFile file, Budget budget) throws IOException {
    Path path = file.path();
    if (path != null) {
      return path;
    }
    Path copy = Files.createTempFile("assay", ".archive");
    copies.add(copy);
    // A scan that is interrupted leaves nothing behind.
    copy.toFile().deleteOnExit();
    try (InputStream in = file.open();
        OutputStream out = Files.newOutputStream(copy)) {
      byte[] block = new byte[1 << 16];
      for (int n = in.read(block); n >= 0; n = in.read(block)) {
        budget.bytes(n);
        out.write(block, 0, n);
      }
    }
    return copy;
  }

  @Override
  public void close() throws IOException {
    IOException first = null;
    for (Archive archive : open) {
      try {
        archive.close();
      } catch (IOException e) {
        first = e;
      }
    }
    for (Path copy : copies) {
      Files.deleteIfExists(copy);
    }
    if (first != null) {
      throw first;
    }
  }

  /** An entry as a file of the dataset. */
  private record ArchivedFile(DataFile archiveFile, Archives archives, Archive archive, Entry entry)
      implements DataFile {
    @Override
    public String uri() {
      return archiveFile.uri() + INSIDE + EntryPath.inside(entry.name());
    }

    @Override
    public long size() {
      return entry.size();
    }

    @Override
    public InputStream open() throws IOException {
      archives.used(archive);
      return archive.open(entry);
    }
  }
}
