package dev.assay.internal.git;

import dev.assay.source.SourceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Where the bytes of Git LFS objects lie: in the folder that git lfs keeps. */
final class LfsStore {
  private final Path objects;

  /**
   * @param gitDirectory the repository's, as shared by its work trees
   */
  LfsStore(Path gitDirectory) {
    this.objects = gitDirectory.resolve("lfs").resolve("objects");
  }

  /**
   * The object's bytes, not yet verified.
   *
   * @throws SourceException if it is nowhere
   */
  InputStream open(LfsPointer pointer) throws IOException {
    String oid = pointer.oid();
    Path file = objects.resolve(oid.substring(0, 2)).resolve(oid.substring(2, 4)).resolve(oid);
    if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Files.newInputStream(file);
    }
    throw new SourceException(
        "is a Git LFS pointer whose data is not in this clone: run git lfs fetch --all, or git lfs"
            + " pull for the files that are checked out");
  }
}
