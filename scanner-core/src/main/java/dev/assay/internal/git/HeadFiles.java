package dev.assay.internal.git;

import dev.assay.internal.git.ChangeScopes.Scope;
import dev.assay.internal.source.NameRules;
import dev.assay.source.DataFile;
import dev.assay.source.DatasetFiles;
import dev.assay.source.DatasetFiles.Unreadable;
import dev.assay.source.SourceException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;

/** The files of revisions; those of a work tree's repository have the names they have on disk. */
final class HeadFiles {
  private final NameRules rules;
  private final Map<String, DataFile> files = new TreeMap<>();
  private final Map<String, ObjectId> blobs = new TreeMap<>();
  private final Map<String, Unreadable> unreadable = new TreeMap<>();
  private final List<String> ignored = new ArrayList<>();
  private long otherFiles;

  /**
   * What was found.
   *
   * @param blobs of the files, in their order
   */
  record Listed(DatasetFiles files, Map<DataFile, ObjectId> blobs) {}

  HeadFiles(NameRules rules) {
    this.rules = rules;
  }

  Listed of(List<Scope> scopes) throws IOException {
    for (Scope scope : scopes) {
      RevCommit head = scope.head();
      if (head != null) {
        list(scope, head);
      }
    }
    ignored.sort(Comparator.naturalOrder());
    Map<DataFile, ObjectId> inOrder = new LinkedHashMap<>();
    files.forEach((uri, file) -> inOrder.put(file, blobs.get(uri)));
    return new Listed(
        new DatasetFiles(
            List.copyOf(files.values()), List.copyOf(unreadable.values()), ignored, otherFiles),
        inOrder);
  }

  private void list(Scope scope, RevCommit head) throws IOException {
    try (ObjectReader reader = scope.repository().git().newObjectReader()) {
      boolean there =
          TreeFiles.walk(reader, head.getTree(), scope.path(), rules, new Listing(scope, reader));
      if (!there && !isIn(reader, scope.base(), scope.path())) {
        unreadable(scope.names().apply(""), "is in neither revision");
      }
    }
  }

  private static boolean isIn(ObjectReader reader, RevCommit commit, String path)
      throws IOException {
    return TreeFiles.has(reader, commit.getTree(), path);
  }

  private void unreadable(String uri, String message) {
    unreadable.putIfAbsent(uri, new Unreadable(uri, message));
  }

  private final class Listing implements TreeFiles.Found {
    private final Scope scope;
    private final ObjectReader reader;

    Listing(Scope scope, ObjectReader reader) {
      this.scope = scope;
      this.reader = reader;
    }

    @Override
    public void file(String path, ObjectId blob) throws IOException {
      String uri = scope.names().apply(path);
      try {
        files.put(uri, scope.repository().file(reader, uri, blob));
        blobs.put(uri, blob);
      } catch (SourceException e) {
        HeadFiles.this.unreadable(uri, String.valueOf(e.getMessage()));
      }
    }

    @Override
    public void unreadable(String path, String message) {
      HeadFiles.this.unreadable(scope.names().apply(path), message);
    }

    @Override
    public void ignored(String path) {
      ignored.add(scope.names().apply(path));
    }

    @Override
    public void other(String path) {
      otherFiles++;
    }
  }
}
