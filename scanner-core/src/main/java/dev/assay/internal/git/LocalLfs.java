package dev.assay.internal.git;

import dev.assay.source.DataFile;
import dev.assay.source.SourceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** The folder that git lfs keeps in a repository. */
final class LocalLfs implements LfsStore {
  private final Path objects;

  /**
   * @param gitDirectory the repository's, as shared by its work trees
   */
  LocalLfs(Path gitDirectory) {
    this.objects = gitDirectory.resolve("lfs").resolve("objects");
  }

  @Override
  public DataFile file(String uri, LfsPointer pointer) {
    return new Stored(uri, pointer, objects);
  }

  private record Stored(String uri, LfsPointer pointer, Path objects) implements DataFile {
    @Override
    public long size() {
      return pointer.size();
    }

    @Override
    public InputStream open() throws IOException {
      String oid = pointer.oid();
      Path file = objects.resolve(oid.substring(0, 2)).resolve(oid.substring(2, 4)).resolve(oid);
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        return new VerifiedInput(Files.newInputStream(file), pointer);
      }
      throw new SourceException(
          "is a Git LFS pointer whose data is not in this clone: run git lfs fetch --all, or git"
              + " lfs pull for the files that are checked out");
    }
  }
}
