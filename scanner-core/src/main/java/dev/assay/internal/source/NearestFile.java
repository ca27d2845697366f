package dev.assay.internal.source;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds what a team keeps beside its data. Stateless. */
public final class NearestFile {
  private NearestFile() {}

  /**
   * The nearest file of a name, going up to the root of the Git repository. In no repository only
   * one in the folder itself holds: what lies above belongs to somebody else.
   *
   * @param name relative to a folder
   * @return the file, or null if there is none
   */
  public static @Nullable Path find(Path folder, Path name) {
    Path start = folder.toAbsolutePath().normalize();
    Path top = start;
    for (Path at = start; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        top = at;
        break;
      }
    }
    for (Path at = start; at != null && at.startsWith(top); at = at.getParent()) {
      Path file = at.resolve(name);
      if (Files.isRegularFile(file)) {
        return file;
      }
    }
    return null;
  }
}
