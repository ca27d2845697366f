package dev.assay.internal.git;

import dev.assay.source.DataFile;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A repository on disk, read only: no hook, no filter and no command of its configuration is run.
 */
final class LocalRepository implements Closeable {
  private final Repository repository;
  private final LfsStore lfs;

  private LocalRepository(Repository repository) {
    this.repository = repository;
    this.lfs = new LfsStore(repository.getCommonDirectory().toPath());
  }

  /** The repository whose work tree holds a path; null if there is none. */
  static @Nullable LocalRepository around(Path path) throws IOException {
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
    return new LocalRepository(repository);
  }

  /** A work tree or a bare repository at exactly this place; null if there is none. */
  static @Nullable LocalRepository at(Path path) throws IOException {
    File ceiling = path.getParent() == null ? null : path.getParent().toFile();
    FileRepositoryBuilder builder = new FileRepositoryBuilder().setMustExist(true);
    if (ceiling != null) {
      builder.addCeilingDirectory(ceiling);
    }
    builder.findGitDir(path.toFile());
    return builder.getGitDir() == null ? null : new LocalRepository(builder.build());
  }

  Repository git() {
    return repository;
  }

  Path workTree() throws IOException {
    return repository.getWorkTree().toPath().toRealPath();
  }

  /** The repository's place, as messages show it. */
  String name() {
    return repository.isBare()
        ? repository.getDirectory().getPath()
        : repository.getWorkTree().getPath();
  }

  /** A file of a revision; one that Git LFS keeps elsewhere is looked up there when it is read. */
  DataFile file(ObjectReader reader, String uri, ObjectId blob) throws IOException {
    long size = reader.getObjectSize(blob, Constants.OBJ_BLOB);
    LfsPointer pointer = size > LfsPointer.MAX_BYTES ? null : pointer(reader, blob);
    return pointer == null
        ? new GitBlob(uri, repository, blob, size)
        : new LfsObject(uri, pointer, lfs);
  }

  private static @Nullable LfsPointer pointer(ObjectReader reader, ObjectId blob)
      throws IOException {
    return LfsPointer.parse(reader.open(blob, Constants.OBJ_BLOB).getBytes());
  }

  @Override
  public void close() {
    repository.close();
  }
}
