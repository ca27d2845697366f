package dev.assay.internal.match.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The folder of an index, which appears whole or not at all: written under a passing name beside
 * its place, and moved there at the end. It replaces an older index and nothing else.
 */
final class IndexFolder {
  /** Tells people what the folder is, and this class that it may be replaced. */
  static final String MARK = "README-assay-index.txt";

  private static final String SAID =
      """
      This folder is an index that "assay scan --index" made, to be read by "assay search" and
      "assay triggers". It holds the text of the dataset, and whatever is confidential in it:
      keep it as private as the dataset. It can be removed at any time.
      """;

  /** What Lucene calls its files. */
  private static final Pattern LUCENE =
      Pattern.compile("_[0-9a-z]+(_[0-9A-Za-z_]+)?\\.[0-9a-z]+|(pending_)?segments(_[0-9a-z]+)?");

  private final Path named;
  private final Path place;
  private final Path passing;

  private IndexFolder(Path named, Path place, Path passing) {
    this.named = named;
    this.place = place;
    this.passing = passing;
  }

  /**
   * Begins a folder.
   *
   * @throws IndexException if it cannot be written, or something else stands in its place
   */
  static IndexFolder begin(Path named) throws IndexException {
    try {
      Path place = Files.exists(named) ? named.toRealPath() : named.toAbsolutePath().normalize();
      String other = other(place);
      if (other != null) {
        throw IndexException.usage(
            "The index would replace "
                + named
                + ", which is no index of Assay's ("
                + other
                + "): name a folder that is not there, or an older index.");
      }
      Path parent = place.getParent();
      Path name = place.getFileName();
      if (parent == null || name == null) {
        throw IndexException.usage("The index needs a folder of its own, not " + named + ".");
      }
      Files.createDirectories(parent);
      Path passing = parent.resolve("." + name + "." + UUID.randomUUID() + ".part");
      Files.createDirectory(passing, ownerOnly(parent));
      return new IndexFolder(named, place, passing);
    } catch (IndexException e) {
      throw e;
    } catch (IOException e) {
      throw IndexException.usage(
          "The index " + named + " cannot be made there: " + reason(e) + ". Name another place.");
    }
  }

  /** Whether an index stands here, of whatever version. */
  static boolean holdsIndex(Path folder) {
    return Files.isRegularFile(folder.resolve(MARK));
  }

  /** Where the files go meanwhile. */
  Path passing() {
    return passing;
  }

  /** Puts the finished folder in its place. */
  void publish() throws IOException {
    Files.writeString(passing.resolve(MARK), SAID, StandardCharsets.UTF_8);
    Path old = place.resolveSibling(passing.getFileName() + ".old");
    String other = other(place);
    if (other != null) {
      throw new FileAlreadyExistsException(place.toString());
    }
    boolean replaces = Files.exists(place, LinkOption.NOFOLLOW_LINKS);
    if (replaces) {
      Files.move(place, old);
    }
    try {
      Files.move(passing, place);
    } catch (IOException e) {
      if (replaces) {
        Files.move(old, place);
      }
      throw e;
    }
    if (replaces) {
      removed(old);
    }
  }

  /** Removes what was begun. */
  void discard() {
    removed(passing);
  }

  private static void removed(Path folder) {
    try {
      remove(folder);
    } catch (IOException e) {
      // What cannot be removed stays: a hidden folder that nobody takes for an index.
      return;
    }
  }

  IndexException failed(IOException cause) {
    return IndexException.broken(
        "Cannot write the index "
            + named
            + ": "
            + reason(cause)
            + ". Nothing was left there. Free some space or name another place, and scan again.",
        cause);
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    for (Path file : files(folder)) {
      Files.deleteIfExists(file);
    }
    Files.deleteIfExists(folder);
  }

  /**
   * What keeps a place from being replaced: a file in it that is not an index's; null if nothing.
   */
  private static @Nullable String other(Path place) throws IOException {
    if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      return null;
    }
    if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
      return "it is a file";
    }
    List<Path> files = files(place);
    for (Path file : files) {
      String name = String.valueOf(file.getFileName());
      boolean known = name.equals(MARK) || LUCENE.matcher(name).matches();
      if (!known || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        return name + " stands in it";
      }
    }
    return files.isEmpty() || holdsIndex(place) ? null : MARK + " is missing in it";
  }

  private static List<Path> files(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder)) {
      paths.forEach(files::add);
    } catch (java.nio.file.DirectoryIteratorException e) {
      throw e.getCause();
    }
    files.sort(null);
    return files;
  }

  private static FileAttribute<?>[] ownerOnly(Path parent) {
    boolean posix = parent.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "something else stands there";
    }
    if (e instanceof NoSuchFileException) {
      return "the folder is gone";
    }
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
