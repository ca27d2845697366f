package dev.assay.internal.git;

import dev.assay.source.DataFile;
import dev.assay.source.DatasetFiles.Unreadable;
import dev.assay.source.SourceException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.jspecify.annotations.Nullable;

/**
 * The files of the base revision. Files of the scanned side take out those that have the same
 * content, whatever they are called: each takes one.
 */
final class BaseTree {
  private final Map<String, Entry> entries = new TreeMap<>();
  private final List<Unreadable> unreadable = new ArrayList<>();
  private final Map<ObjectId, Deque<Entry>> byBlob = new HashMap<>();
  private final Map<String, Deque<Entry>> byLfsObject = new HashMap<>();
  private final Set<Long> sizes = new HashSet<>();
  private boolean indexed;

  private record Entry(DataFile file, ObjectId blob) {}

  /** Adds a file, once whatever the number of sources that it lies in. */
  void add(GitRepository repository, ObjectReader reader, String uri, ObjectId blob)
      throws IOException {
    try {
      entries.put(uri, new Entry(repository.file(reader, uri, blob), blob));
    } catch (SourceException e) {
      unreadable.add(new Unreadable(uri, String.valueOf(e.getMessage())));
    }
  }

  boolean isEmpty() {
    return entries.isEmpty() && unreadable.isEmpty();
  }

  /** Takes out a file with this blob; false if there is none (any more). */
  boolean take(ObjectId blob) {
    index();
    return take(byBlob.get(blob));
  }

  /** Takes out a file with the content of a file on disk; false if there is none (any more). */
  boolean take(DataFile file) throws IOException {
    index();
    long size = file.size();
    if (!sizes.contains(size)) {
      return false;
    }
    if (take(byBlob.get(Digests.blob(file, size)))) {
      return true;
    }
    // In the work tree stands the file itself, in the revision its pointer.
    boolean kept = byLfsObject.values().stream().anyMatch(same -> holds(same, size));
    return kept && take(byLfsObject.get(Digests.sha256(file)));
  }

  private static boolean holds(Deque<Entry> same, long size) {
    Entry one = same.peekFirst();
    return one != null && one.file().size() == size;
  }

  private boolean take(@Nullable Collection<Entry> same) {
    if (same == null || same.isEmpty()) {
      return false;
    }
    Entry taken = same.iterator().next();
    same.remove(taken);
    entries.remove(taken.file().uri());
    return true;
  }

  private void index() {
    if (indexed) {
      return;
    }
    indexed = true;
    for (Entry entry : entries.values()) {
      sizes.add(entry.file().size());
      byBlob.computeIfAbsent(entry.blob(), blob -> new ArrayDeque<>()).add(entry);
      if (entry.file() instanceof LfsObject object) {
        byLfsObject.computeIfAbsent(object.pointer().oid(), oid -> new ArrayDeque<>()).add(entry);
      }
    }
  }

  /** The files that nothing took out, in the order of their names. */
  List<DataFile> left() {
    return entries.values().stream()
        .map(Entry::file)
        .sorted(Comparator.comparing(DataFile::uri))
        .toList();
  }

  List<Unreadable> unreadable() {
    return unreadable;
  }
}
