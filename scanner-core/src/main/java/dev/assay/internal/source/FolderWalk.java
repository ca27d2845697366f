package dev.assay.internal.source;

import dev.assay.internal.manifest.Manifest;
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

/** Walks one folder for the files of a dataset. */
final class FolderWalk {
  private final Path top;
  private final Path realTop;
  private final NameRules rules;
  private final Found found;

  /** Who is told what the walk finds. */
  interface Found {
    void file(Path path, long size);

    void unreadable(Path path, String message);

    void ignored(Path path, boolean folder);

    void other(Path path);

    /** A file with a manifest's name; whether it is one. */
    boolean manifest(Path path) throws IOException;
  }

  FolderWalk(Path top, NameRules rules, Found found) throws IOException {
    this.top = top;
    this.realTop = top.toRealPath();
    this.rules = rules;
    this.found = found;
  }

  void walk() {
    folder(top, List.of(), rules);
  }

  private void folder(Path folder, List<String> steps, NameRules outer) {
    List<Path> entries;
    NameRules inside;
    try {
      entries = entries(folder);
      inside = within(folder, steps.size(), outer);
    } catch (IOException e) {
      found.unreadable(folder, IoMessages.of(e));
      return;
    }
    for (Path entry : entries) {
      List<String> below = new ArrayList<>(steps);
      below.add(String.valueOf(entry.getFileName()));
      try {
        entry(entry, below, inside);
      } catch (IOException e) {
        found.unreadable(entry, IoMessages.of(e));
      }
    }
  }

  private void entry(Path entry, List<String> steps, NameRules here) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    boolean link = attributes.isSymbolicLink();
    boolean folder = link ? Files.isDirectory(entry) : attributes.isDirectory();
    if (here.leavesOut(steps, folder)) {
      if (!steps.get(steps.size() - 1).equals(NameRules.IGNORE_FILE)) {
        found.ignored(entry, folder);
      }
    } else if (link) {
      link(entry, steps, folder);
    } else if (folder) {
      folder(entry, steps, here);
    } else if (attributes.isRegularFile() && isManifest(entry)) {
      found.other(entry);
    } else if (attributes.isRegularFile() && rules.wants(steps)) {
      found.file(entry, attributes.size());
    } else {
      found.other(entry);
    }
  }

  /** A link to a folder inside the tree adds nothing: the folder is walked under its own name. */
  private void link(Path link, List<String> steps, boolean folder) throws IOException {
    if (!folder && !rules.wants(steps)) {
      found.other(link);
      return;
    }
    if (!link.toRealPath().startsWith(realTop)) {
      found.unreadable(link, "is a link out of the scanned folder; name its target to scan it");
    } else if (!folder) {
      found.file(link, Files.size(link));
    }
  }

  private boolean isManifest(Path entry) throws IOException {
    return Manifest.isName(String.valueOf(entry.getFileName())) && found.manifest(entry);
  }

  private NameRules within(Path folder, int depth, NameRules outer) throws IOException {
    Path file = folder.resolve(NameRules.IGNORE_FILE);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return outer;
    }
    if (Files.size(file) > NameRules.LARGEST_IGNORE_FILE) {
      found.unreadable(file, "is larger than 64 KiB and was not applied");
      return outer;
    }
    // Bytes that are not UTF-8 match nothing; they must not stop the scan.
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    return outer.within(depth, text);
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
