package dev.assay.internal.cache;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The files of a cache: each was written by one scan and is never changed again. */
final class CacheFolder {
  private static final String END = ".verdicts";
  private static final String BEGUN = ".begun";

  /** A scan that began so long ago and has not ended never will. */
  private static final Duration ABANDONED = Duration.ofDays(2);

  private final Path folder;

  CacheFolder(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  private record Stored(Path path, long size, FileTime modified) {}

  /** Complete files whose names begin so, newest first. */
  List<Path> files(String prefix) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Stored stored : stored("*" + END)) {
      if (String.valueOf(stored.path.getFileName()).startsWith(prefix)) {
        files.add(0, stored.path);
      }
    }
    return files;
  }

  /** A file to be written, which nobody reads before it is complete. */
  Path begin(String prefix) throws IOException {
    return Files.createTempFile(folder, prefix + "-", BEGUN);
  }

  /** Makes a file complete. */
  void complete(Path begun) throws IOException {
    String name = String.valueOf(begun.getFileName());
    Path whole = folder.resolve(name.substring(0, name.length() - BEGUN.length()) + END);
    Files.move(begun, whole, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Removes the oldest files until the rest is no larger than this; returns its size. */
  long prune(long maxBytes) throws IOException {
    for (Stored begun : stored("*" + BEGUN)) {
      if (begun.modified.toInstant().isBefore(Instant.now().minus(ABANDONED))) {
        Files.deleteIfExists(begun.path);
      }
    }
    List<Stored> files = stored("*" + END);
    long total = files.stream().mapToLong(Stored::size).sum();
    for (Stored file : files) {
      if (total <= maxBytes) {
        break;
      }
      Files.deleteIfExists(file.path);
      total -= file.size;
    }
    return total;
  }

  /** Oldest first; links and what is no file are left alone. */
  private List<Stored> stored(String glob) throws IOException {
    List<Stored> found = new ArrayList<>();
    try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder, glob)) {
      for (Path path : paths) {
        BasicFileAttributes is =
            Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (is.isRegularFile()) {
          found.add(new Stored(path, is.size(), is.lastModifiedTime()));
        }
      }
    } catch (java.nio.file.DirectoryIteratorException e) {
      throw e.getCause();
    }
    found.sort(Comparator.comparing(Stored::modified).thenComparing(Stored::path));
    return found;
  }
}
