package dev.assay.internal.source;

import java.io.IOException;
import java.nio.file.Path;

/** Passes on the files of chosen parts of a dataset; the others are left out. */
final class PartOfFolder implements FolderWalk.Found {
  private final Path folder;
  private final ChosenParts.Chosen part;
  private final FolderWalk.Found found;
  private boolean empty = true;

  PartOfFolder(Path folder, ChosenParts.Chosen part, FolderWalk.Found found) {
    this.folder = folder;
    this.part = part;
    this.found = found;
  }

  /** Whether no file was of them. */
  boolean isEmpty() {
    return empty;
  }

  private boolean isChosen(Path path) {
    String separator = path.getFileSystem().getSeparator();
    return part.has(folder.relativize(path).toString().replace(separator, "/"));
  }

  @Override
  public void file(Path path, long size) {
    if (isChosen(path)) {
      empty = false;
      found.file(path, size);
    } else {
      found.ignored(path, false);
    }
  }

  @Override
  public void unreadable(Path path, String message) {
    found.unreadable(path, message);
  }

  @Override
  public void ignored(Path path, boolean isFolder) {
    found.ignored(path, isFolder);
  }

  @Override
  public void other(Path path) {
    found.other(path);
  }

  @Override
  public boolean manifest(Path path) throws IOException {
    return found.manifest(path);
  }
}
