package dev.assay.internal.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks one folder for the files of a dataset. */
final class FolderWalk {
  static final String IGNORE_FILE = ".assayignore";

  private static final long LARGEST_IGNORE_FILE = 1 << 16;

  private final Path top;
  private final Path realTop;
  private final IgnoreRules include;
  private final IgnoreRules exclude;
  private final Found found;

  /** Who is told what the walk finds. */
  interface Found {
    void file(Path path, long size);

    void unreadable(Path path, String message);

    void ignored(Path path, boolean folder);

    void other(Path path);
  }

  /** The rules of one folder, and those of the folders around it. */
  private record Level(IgnoreRules rules, int depth, @Nullable Level outer) {}

  FolderWalk(Path top, IgnoreRules include, IgnoreRules exclude, Found found) throws IOException {
    this.top = top;
    this.realTop = top.toRealPath();
    this.include = include;
    this.exclude = exclude;
    this.found = found;
  }

  void walk() {
    folder(top, List.of(), null);
  }

  private void folder(Path folder, List<String> steps, @Nullable Level outer) {
    List<Path> entries;
    Level level;
    try {
      entries = entries(folder);
      level = level(folder, steps.size(), outer);
    } catch (IOException e) {
      found.unreadable(folder, IoMessages.of(e));
      return;
    }
    for (Path entry : entries) {
      List<String> inside = new ArrayList<>(steps);
      inside.add(String.valueOf(entry.getFileName()));
      try {
        entry(entry, inside, level);
      } catch (IOException e) {
        found.unreadable(entry, IoMessages.of(e));
      }
    }
  }

  private void entry(Path entry, List<String> steps, @Nullable Level level) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    boolean link = attributes.isSymbolicLink();
    boolean folder = link ? Files.isDirectory(entry) : attributes.isDirectory();
    if (isLeftOut(steps, folder, level)) {
      if (!steps.get(steps.size() - 1).equals(IGNORE_FILE)) {
        found.ignored(entry, folder);
      }
    } else if (link) {
      link(entry, steps, folder);
    } else if (folder) {
      folder(entry, steps, level);
    } else if (attributes.isRegularFile() && isWanted(steps)) {
      found.file(entry, attributes.size());
    } else {
      found.other(entry);
    }
  }

  /** A link to a folder inside the tree adds nothing: the folder is walked under its own name. */
  private void link(Path link, List<String> steps, boolean folder) throws IOException {
    if (!folder && !isWanted(steps)) {
      found.other(link);
      return;
    }
    if (!link.toRealPath().startsWith(realTop)) {
      found.unreadable(link, "is a link out of the scanned folder; name its target to scan it");
    } else if (!folder) {
      found.file(link, Files.size(link));
    }
  }

  private boolean isWanted(List<String> steps) {
    return include.isEmpty()
        ? DatasetNames.isDataset(steps.get(steps.size() - 1))
        : include.covers(steps);
  }

  private boolean isLeftOut(List<String> steps, boolean folder, @Nullable Level level) {
    if (steps.get(steps.size() - 1).startsWith(".")) {
      return true;
    }
    if (Boolean.TRUE.equals(exclude.decide(steps, folder))) {
      return true;
    }
    for (Level l = level; l != null; l = l.outer()) {
      Boolean decision = l.rules().decide(steps.subList(l.depth(), steps.size()), folder);
      if (decision != null) {
        return decision;
      }
    }
    return false;
  }

  private @Nullable Level level(Path folder, int depth, @Nullable Level outer) throws IOException {
    Path file = folder.resolve(IGNORE_FILE);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return outer;
    }
    if (Files.size(file) > LARGEST_IGNORE_FILE) {
      found.unreadable(file, "is larger than 64 KiB and was not applied");
      return outer;
    }
    // Bytes that are not UTF-8 match nothing; they must not stop the scan.
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    return new Level(IgnoreRules.parse(text.lines().toList()), depth, outer);
  }

  private static List<Path> entries(Path folder) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(entries::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    entries.sort(Comparator.comparing(path -> String.valueOf(path.getFileName())));
    return entries;
  }
}
