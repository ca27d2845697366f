package dev.assay.internal.git;

import dev.assay.source.Changes;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;

/** Finds for each source its repository, its folder in it, and the revisions to compare. */
final class ChangeScopes implements Closeable {
  private final Changes changes;
  private final Path root;
  private final Map<Path, Opened> opened = new HashMap<>();

  /**
   * A part of a repository that is compared.
   *
   * @param top the source, as an absolute path
   * @param path the same within the repository; empty for all of it
   * @param head what is scanned, or null for the work tree
   */
  record Scope(
      LocalRepository repository,
      Path top,
      String path,
      RevCommit base,
      @Nullable RevCommit head) {}

  private record Opened(LocalRepository repository, RevCommit base, @Nullable RevCommit head) {}

  ChangeScopes(Changes changes, Path root) {
    this.changes = changes;
    this.root = root.toAbsolutePath().normalize();
  }

  /**
   * The scopes of some sources.
   *
   * @throws IllegalArgumentException if a source lies in no repository, or a revision is missing; a
   *     sentence for the user
   */
  List<Scope> of(List<String> sources) throws IOException {
    List<Scope> scopes = new ArrayList<>();
    for (String source : sources) {
      scopes.add(scope(source));
    }
    return scopes;
  }

  private Scope scope(String source) throws IOException {
    if (source.equals("-")) {
      throw new IllegalArgumentException(
          "Standard input has no revision to be compared with: name a file or folder.");
    }
    Path top = root.resolve(source).normalize();
    Path real = real(top);
    LocalRepository found = LocalRepository.around(existing(real));
    if (found == null) {
      throw new IllegalArgumentException(
          source + " lies in no Git work tree, so there is no revision to compare it with.");
    }
    Opened here = opened(found);
    Path tree = here.repository().workTree();
    if (!real.startsWith(tree)) {
      throw new IllegalArgumentException(source + " lies outside its Git work tree " + tree + ".");
    }
    String path =
        tree.relativize(real).toString().replace(tree.getFileSystem().getSeparator(), "/");
    return new Scope(here.repository(), top, path, here.base(), here.head());
  }

  private Opened opened(LocalRepository found) throws IOException {
    Path key = found.git().getDirectory().toPath().toRealPath();
    Opened known = opened.get(key);
    if (known != null) {
      found.close();
      return known;
    }
    try {
      Opened here = resolve(found);
      opened.put(key, here);
      return here;
    } catch (IOException | RuntimeException e) {
      found.close();
      throw e;
    }
  }

  private Opened resolve(LocalRepository found) throws IOException {
    String where = "the repository " + found.name();
    RevCommit base = Commits.named(found.git(), where, changes.base());
    String headName = changes.head();
    if (headName == null) {
      return new Opened(found, base, null);
    }
    RevCommit head = Commits.named(found.git(), where, headName);
    String names = changes.base() + " and " + headName;
    return new Opened(found, Commits.mergeBase(found.git(), where, base, head, names), head);
  }

  /** The path with its links resolved, as far as it exists: it may be there in a revision only. */
  private static Path real(Path path) throws IOException {
    Path there = existing(path);
    Path real = there.toRealPath();
    return there.equals(path) ? real : real.resolve(there.relativize(path));
  }

  private static Path existing(Path path) {
    Path there = path;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return there;
  }

  @Override
  public void close() {
    opened.values().forEach(one -> one.repository().close());
  }
}
