package dev.assay.internal.source;

import dev.assay.internal.archive.ArchiveKind;
import dev.assay.internal.archive.ArchiveLimits;
import dev.assay.internal.archive.ArchiveListing;
import dev.assay.internal.archive.Archives;
import dev.assay.source.DataFile;
import dev.assay.source.DatasetFiles.Request;
import dev.assay.source.DatasetFiles.Unreadable;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Archives among files that are listed already, in place of which stands what is in them. For one
 * thread; what is in them can be read until this is closed.
 */
public final class OpenedArchives implements Closeable {
  private final Archives archives;
  private final NameRules rules;
  private final List<Unreadable> unreadable = new ArrayList<>();
  private final List<String> ignored = new ArrayList<>();
  private long otherFiles;

  public OpenedArchives(Request request) {
    this.archives = new Archives(ArchiveLimits.of(request.options()), DecompressedInput::of);
    this.rules = NameRules.of(request.include(), request.exclude(), request.documents());
  }

  /** The archive that an entry lies in, or the name itself. */
  public static String outermost(String uri) {
    int inside = uri.indexOf(Archives.INSIDE);
    return inside < 0 ? uri : uri.substring(0, inside);
  }

  /** The files, what is in archives in place of these. */
  public List<DataFile> in(List<DataFile> files) {
    List<DataFile> all = new ArrayList<>();
    for (DataFile file : files) {
      ArchiveKind kind = ArchiveKind.ofName(file.uri());
      if (kind == null || !outermost(file.uri()).equals(file.uri())) {
        all.add(file);
      } else {
        archives.list(file, kind, new Entries(all));
      }
    }
    return all;
  }

  /** What could not be read. */
  public List<Unreadable> unreadable() {
    return unreadable;
  }

  /** What patterns and hidden names left out. */
  public List<String> ignored() {
    return ignored;
  }

  /** How many entries have no dataset's name. */
  public long otherFiles() {
    return otherFiles;
  }

  @Override
  public void close() throws IOException {
    archives.close();
  }

  private final class Entries implements ArchiveListing {
    private final List<DataFile> found;

    Entries(List<DataFile> found) {
      this.found = found;
    }

    @Override
    public boolean wants(String path, String uri) {
      List<String> steps = List.of(path.split("/", -1));
      if (rules.excludes(steps)) {
        ignored.add(uri);
        return false;
      }
      boolean wanted = rules.wantsEntry(steps);
      if (!wanted) {
        otherFiles++;
      }
      return wanted;
    }

    @Override
    public void hidden(String uri) {
      ignored.add(uri);
    }

    @Override
    public void file(DataFile file) {
      found.add(file);
    }

    @Override
    public void unreadable(String uri, String message) {
      unreadable.add(new Unreadable(uri, message));
    }
  }
}
