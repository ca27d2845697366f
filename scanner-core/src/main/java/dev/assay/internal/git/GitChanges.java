package dev.assay.internal.git;

import dev.assay.internal.git.ChangeScopes.Scope;
import dev.assay.internal.source.BaseFiles;
import dev.assay.internal.source.FileLister;
import dev.assay.internal.source.LocalFile;
import dev.assay.internal.source.NameRules;
import dev.assay.internal.source.OpenDataset;
import dev.assay.internal.source.OpenedArchives;
import dev.assay.source.Changes;
import dev.assay.source.DataFile;
import dev.assay.source.DatasetFiles;
import dev.assay.source.DatasetFiles.Request;
import dev.assay.source.SourceProvider.Context;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * The files of a dataset that changed since a base revision, and what to compare them with. Files
 * whose content the base has under any name are read on neither side.
 */
public final class GitChanges {
  private final Changes changes;
  private final Request request;
  private final NameRules rules;
  private final BaseTree base = new BaseTree();
  private long unchangedFiles;
  private long unchangedBytes;

  private GitChanges(Changes changes, Request request) {
    this.changes = changes;
    this.request = request;
    this.rules = NameRules.of(request.include(), request.exclude(), request.documents());
  }

  /**
   * Finds the files.
   *
   * @throws IllegalArgumentException if the sources cannot be compared so; a sentence for the user
   * @throws IOException if a repository cannot be read
   */
  public static OpenDataset open(Changes changes, Request request) throws IOException {
    ChangeScopes scopes =
        new ChangeScopes(
            changes, new Context(request.root(), request.options(), request.environment()));
    List<Closeable> holders = new ArrayList<>(List.of(scopes));
    try {
      return new GitChanges(changes, request).open(scopes, holders);
    } catch (IOException | RuntimeException e) {
      OpenDataset.closeAll(holders);
      throw e;
    }
  }

  private OpenDataset open(ChangeScopes opened, List<Closeable> holders) throws IOException {
    List<Scope> scopes = opened.of(request.arguments());
    for (Scope scope : scopes) {
      if (scope.head() != null && !request.manifests().isEmpty()) {
        throw new IllegalArgumentException(
            "A manifest lists files on disk, and "
                + scope.source()
                + " is read from Git: leave out --manifest, or scan the work tree with --since.");
      }
      readBase(scope);
    }
    boolean nothing = base.isEmpty();
    List<String> unmatched = rules.unused();
    HeadFiles.Listed head = new HeadFiles(rules).of(scopes);
    OpenDataset onDisk = FileLister.open(onDisk(scopes));
    holders.add(onDisk);
    if (head.blobs().isEmpty()) {
      unmatched = unmatched.stream().filter(onDisk.unmatched()::contains).toList();
    } else {
      unmatched = rules.unused();
    }
    OpenedArchives scanned = new OpenedArchives(request);
    holders.add(scanned);
    OpenedArchives compare = new OpenedArchives(request);
    holders.add(compare);
    DatasetFiles files =
        both(changed(onDisk.files()), opened(changed(head), scanned), onDisk.files().chosen());
    List<DataFile> left = compare.in(base.left());
    String commits =
        scopes.stream()
            .map(scope -> scope.base().name())
            .distinct()
            .collect(Collectors.joining(","));
    BaseFiles compared =
        new BaseFiles(
            changes.base(),
            commits,
            head(),
            left,
            joined(
                base.unreadable(),
                compare.unreadable(),
                Comparator.comparing(DatasetFiles.Unreadable::uri)),
            unchangedFiles,
            unchangedBytes,
            nothing && files.files().isEmpty() && unchangedFiles == 0);
    return new OpenDataset(files, holders, unmatched, compared);
  }

  private String head() {
    String head = changes.head();
    if (head != null) {
      return head;
    }
    boolean fetched = request.arguments().stream().allMatch(GitAddress::isOne);
    return fetched ? "the revision of each address" : BaseFiles.WORK_TREE;
  }

  /** What is to be read from disk. */
  private Request onDisk(List<Scope> scopes) {
    return new Request(
        scopes.stream().filter(scope -> scope.head() == null).map(Scope::source).toList(),
        request.root(),
        request.include(),
        request.exclude(),
        null,
        request.options(),
        request.environment(),
        request.manifests(),
        request.documents());
  }

  /** What is in the archives of a revision, as folders on disk give it. */
  private static DatasetFiles opened(DatasetFiles files, OpenedArchives archives) {
    List<DataFile> inside = archives.in(files.files());
    return new DatasetFiles(
        inside,
        joined(
            files.unreadable(),
            archives.unreadable(),
            Comparator.comparing(DatasetFiles.Unreadable::uri)),
        joined(files.ignored(), archives.ignored(), Comparator.naturalOrder()),
        files.otherFiles() + archives.otherFiles());
  }

  private static DatasetFiles both(DatasetFiles one, DatasetFiles other, List<String> chosen) {
    return new DatasetFiles(
        joined(one.files(), other.files(), Comparator.comparing(DataFile::uri)),
        joined(
            one.unreadable(),
            other.unreadable(),
            Comparator.comparing(DatasetFiles.Unreadable::uri)),
        joined(one.ignored(), other.ignored(), Comparator.naturalOrder()),
        one.otherFiles() + other.otherFiles(),
        chosen);
  }

  private static <T> List<T> joined(List<T> one, List<T> other, Comparator<T> order) {
    return Stream.concat(one.stream(), other.stream()).sorted(order).toList();
  }

  private void readBase(Scope scope) throws IOException {
    String prefix = scope.base().abbreviate(12).name() + ":";
    try (ObjectReader reader = scope.repository().git().newObjectReader()) {
      TreeFiles.Found found =
          new TreeFiles.Found() {
            @Override
            public void file(String path, ObjectId blob) throws IOException {
              String uri = prefix + TreeFiles.join(scope.path(), path);
              base.add(scope.repository(), reader, uri, blob);
            }

            @Override
            public void unreadable(String path, String message) {
              // What the base does not give hides nothing.
            }

            @Override
            public void ignored(String path) {
              // Nor does what was not part of the dataset.
            }

            @Override
            public void other(String path) {
              // As above.
            }
          };
      TreeFiles.walk(reader, scope.base().getTree(), scope.path(), rules, found);
    }
  }

  private DatasetFiles changed(DatasetFiles onDisk) throws IOException {
    List<DataFile> changed = new ArrayList<>();
    Map<String, Boolean> archives = new HashMap<>();
    for (DataFile file : onDisk.files()) {
      String outer = OpenedArchives.outermost(file.uri());
      if (outer.equals(file.uri())) {
        keepIfChanged(file, isKnown(file), changed);
      } else if (!archives.computeIfAbsent(outer, this::isKnownArchive)) {
        changed.add(file);
      }
    }
    return with(onDisk, changed);
  }

  /** An archive that did not change is one file, whatever is in it. */
  private boolean isKnownArchive(String uri) {
    Path path = request.root().toAbsolutePath().normalize().resolve(uri);
    try {
      DataFile archive = new LocalFile(uri, path, Files.size(path));
      boolean known = isKnown(archive);
      if (known) {
        keepIfChanged(archive, true, List.of());
      }
      return known;
    } catch (IOException e) {
      // its entries are scanned then, which says what cannot be read
      return false;
    }
  }

  /** A file that cannot be read now is told of when it is scanned. */
  private boolean isKnown(DataFile file) {
    try {
      return file.size() >= 0 && base.take(file);
    } catch (IOException e) {
      return false;
    }
  }

  private DatasetFiles changed(HeadFiles.Listed head) {
    List<DataFile> changed = new ArrayList<>();
    for (Map.Entry<DataFile, ObjectId> file : head.blobs().entrySet()) {
      keepIfChanged(file.getKey(), base.take(file.getValue()), changed);
    }
    return with(head.files(), changed);
  }

  private void keepIfChanged(DataFile file, boolean known, List<DataFile> changed) {
    if (known) {
      unchangedFiles++;
      unchangedBytes += Math.max(0, file.size());
    } else {
      changed.add(file);
    }
  }

  private static DatasetFiles with(DatasetFiles all, List<DataFile> changed) {
    return new DatasetFiles(changed, all.unreadable(), all.ignored(), all.otherFiles());
  }
}
