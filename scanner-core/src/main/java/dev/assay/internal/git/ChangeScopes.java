package dev.assay.internal.git;

import dev.assay.internal.source.FileLister;
import dev.assay.internal.source.OpenDataset;
import dev.assay.internal.source.SourceProviders;
import dev.assay.source.Changes;
import dev.assay.source.SourceProvider.Context;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;

/** Finds for each source its repository, its folder in it, and the revisions to compare. */
final class ChangeScopes implements Closeable {
  private final Changes changes;
  private final Context context;
  private final Path root;
  private final List<GitRepository> fetched = new ArrayList<>();
  private final Map<Path, Opened> opened = new HashMap<>();

  /**
   * A part of a repository that is compared.
   *
   * @param source as it was named
   * @param names of files in reports, by their path below the source
   * @param path the source within the repository; empty for all of it
   * @param head what is scanned, or null for the work tree
   */
  record Scope(
      GitRepository repository,
      String source,
      UnaryOperator<String> names,
      String path,
      RevCommit base,
      @Nullable RevCommit head) {}

  private record Opened(GitRepository repository, RevCommit base, @Nullable RevCommit head) {}

  ChangeScopes(Changes changes, Context context) {
    this.changes = changes;
    this.context = context;
    this.root = context.root().toAbsolutePath().normalize();
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
    if (GitAddress.isOne(source)) {
      return scope(source, GitAddress.parse(source));
    }
    if (SourceProviders.isAddress(source)) {
      throw new IllegalArgumentException(
          SourceProviders.shown(source)
              + " is not in Git, so there is no revision to compare it with.");
    }
    Path top = root.resolve(source).normalize();
    Path real = real(top);
    GitRepository found = GitRepository.around(existing(real));
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
    return new Scope(
        here.repository(), source, file -> name(top, file), path, here.base(), here.head());
  }

  private String name(Path top, String file) {
    return FileLister.uri(root, file.isEmpty() ? top : top.resolve(file));
  }

  private Scope scope(String source, GitAddress address) throws IOException {
    String named = address.revision();
    String asked = changes.head();
    if (named != null && asked != null) {
      throw new IllegalArgumentException(
          address + " names a revision, and so does --merge: leave out the one in the address.");
    }
    String head = asked != null ? asked : named != null ? named : GitSource.HEAD;
    GitRepository repository =
        GitSources.open(address, List.of(changes.base(), head), changes.fromMergeBase(), context);
    fetched.add(repository);
    RevCommit scanned = repository.commit(head);
    RevCommit base = repository.commit(changes.base());
    if (changes.fromMergeBase()) {
      String names = changes.base() + " and " + head;
      base = Commits.mergeBase(repository.git(), repository.where(), base, scanned, names);
    }
    return new Scope(
        repository,
        source,
        file -> address.shown(head, TreeFiles.join(address.path(), file)),
        address.path(),
        base,
        scanned);
  }

  private Opened opened(GitRepository found) throws IOException {
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

  private Opened resolve(GitRepository found) throws IOException {
    RevCommit base = found.commit(changes.base());
    String headName = changes.head();
    if (headName == null) {
      return new Opened(found, base, null);
    }
    RevCommit head = found.commit(headName);
    String names = changes.base() + " and " + headName;
    return new Opened(
        found, Commits.mergeBase(found.git(), found.where(), base, head, names), head);
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
  public void close() throws IOException {
    List<GitRepository> all = new ArrayList<>(fetched);
    opened.values().forEach(one -> all.add(one.repository()));
    OpenDataset.closeAll(all);
  }
}
