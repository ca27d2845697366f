package dev.assay.internal.git;

import dev.assay.source.DataFile;
import dev.assay.source.SourceException;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A repository, read only: no hook, no filter and no command of its configuration is run. What was
 * fetched lies in a temporary folder until this is closed.
 */
final class GitRepository implements Closeable {
  private final Repository repository;
  private final LfsStore lfs;
  private final String name;
  private final Map<String, String> fetched;
  private final @Nullable Path temporary;

  private GitRepository(
      Repository repository,
      LfsStore lfs,
      String name,
      Map<String, String> fetched,
      @Nullable Path temporary) {
    this.repository = repository;
    this.lfs = lfs;
    this.name = name;
    this.fetched = fetched;
    this.temporary = temporary;
  }

  private static GitRepository local(Repository repository) {
    File shown = repository.isBare() ? repository.getDirectory() : repository.getWorkTree();
    LfsStore lfs = new LocalLfs(repository.getCommonDirectory().toPath());
    return new GitRepository(repository, lfs, shown.getPath(), Map.of(), null);
  }

  /**
   * What was fetched.
   *
   * @param refs where revisions stand now, by the names that users gave them
   * @param temporary deleted when this is closed
   */
  static GitRepository fetched(
      Repository repository, LfsStore lfs, String name, Map<String, String> refs, Path temporary) {
    return new GitRepository(repository, lfs, name, Map.copyOf(refs), temporary);
  }

  /** The repository whose work tree holds a path; null if there is none. */
  static @Nullable GitRepository around(Path path) throws IOException {
    Path folder = Files.isDirectory(path) ? path : path.getParent();
    FileRepositoryBuilder builder = new FileRepositoryBuilder().setMustExist(true);
    builder.findGitDir(folder == null ? new File(".") : folder.toFile());
    if (builder.getGitDir() == null) {
      return null;
    }
    Repository repository = builder.build();
    if (repository.isBare()) {
      repository.close();
      return null;
    }
    return local(repository);
  }

  /**
   * A work tree or a bare repository at exactly this place.
   *
   * @throws SourceException if there is none
   */
  static GitRepository at(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      throw new SourceException("is not there: no folder has this name");
    }
    FileRepositoryBuilder builder = new FileRepositoryBuilder().setMustExist(true);
    if (path.getParent() != null) {
      builder.addCeilingDirectory(path.getParent().toFile());
    }
    builder.findGitDir(path.toFile());
    if (builder.getGitDir() == null) {
      throw new SourceException("is no Git repository: neither a work tree nor a bare one");
    }
    return local(builder.build());
  }

  Repository git() {
    return repository;
  }

  /**
   * The commit of a revision.
   *
   * @throws IllegalArgumentException if there is none; a sentence for the user
   */
  RevCommit commit(String revision) throws IOException {
    return Commits.named(repository, where(), revision, fetched.getOrDefault(revision, revision));
  }

  /** The repository, as sentences name it. */
  String where() {
    return "the repository " + name;
  }

  Path workTree() throws IOException {
    return repository.getWorkTree().toPath().toRealPath();
  }

  /**
   * A file of a revision; one that Git LFS keeps elsewhere is looked up there when it is read.
   *
   * @throws SourceException if the repository lacks what the revision names, or holds it damaged
   */
  DataFile file(ObjectReader reader, String uri, ObjectId blob) throws IOException {
    try {
      return blob(reader, uri, blob);
    } catch (MissingObjectException | CorruptObjectException e) {
      throw Damage.of(e);
    }
  }

  private DataFile blob(ObjectReader reader, String uri, ObjectId blob) throws IOException {
    long size = reader.getObjectSize(blob, Constants.OBJ_BLOB);
    LfsPointer pointer = size > LfsPointer.MAX_BYTES ? null : pointer(reader, blob);
    return pointer == null
        ? new GitBlob(uri, repository, blob, size)
        : new LfsObject(lfs.file(uri, pointer), pointer);
  }

  private static @Nullable LfsPointer pointer(ObjectReader reader, ObjectId blob)
      throws IOException {
    return LfsPointer.parse(reader.open(blob, Constants.OBJ_BLOB).getBytes());
  }

  @Override
  public void close() throws IOException {
    repository.close();
    if (temporary != null) {
      TemporaryFolder.delete(temporary);
    }
  }
}
