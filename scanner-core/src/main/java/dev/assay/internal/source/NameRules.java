package dev.assay.internal.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which names in a tree of folders belong to a dataset: those of datasets, or those that the
 * include patterns name, without hidden ones and those that the exclude patterns and ignore files
 * name. Remembers which include patterns named a file; for one thread.
 */
public final class NameRules {
  /** The name of a folder's ignore file. */
  public static final String IGNORE_FILE = ".assayignore";

  /** A larger ignore file is not applied, in bytes. */
  public static final long LARGEST_IGNORE_FILE = 1 << 16;

  private final IgnoreRules include;
  private final IgnoreRules exclude;
  private final boolean documents;
  private final @Nullable Level level;

  /** The rules of one folder, and those of the folders around it. */
  private record Level(IgnoreRules rules, int depth, @Nullable Level outer) {}

  private NameRules(
      IgnoreRules include, IgnoreRules exclude, boolean documents, @Nullable Level level) {
    this.documents = documents;
    this.include = include;
    this.exclude = exclude;
    this.level = level;
  }

  /** The rules at the top of a tree, from patterns as in {@code .gitignore}. */
  public static NameRules of(List<String> include, List<String> exclude) {
    return of(include, exclude, false);
  }

  /**
   * The rules at the top of a tree.
   *
   * @param documents whether documents are part of the dataset
   */
  public static NameRules of(List<String> include, List<String> exclude, boolean documents) {
    return new NameRules(IgnoreRules.parse(include), IgnoreRules.parse(exclude), documents, null);
  }

  /**
   * The rules inside a folder that has an ignore file.
   *
   * @param depth how many steps below the top the folder lies
   * @param ignoreFile the file's text
   */
  public NameRules within(int depth, String ignoreFile) {
    return new NameRules(
        include,
        exclude,
        documents,
        new Level(IgnoreRules.parse(ignoreFile.lines().toList()), depth, level));
  }

  /** The include patterns that named no file so far. */
  public List<String> unused() {
    return include.unused();
  }

  /** Whether a file's name makes it part of a dataset, or an archive, which may hold some. */
  public boolean wants(List<String> steps) {
    return wantsEntry(steps) || DatasetNames.isArchive(steps.get(steps.size() - 1));
  }

  /** Whether the name of a file in an archive makes it part of a dataset. */
  boolean wantsEntry(List<String> steps) {
    String name = steps.get(steps.size() - 1);
    return include.isEmpty()
        ? DatasetNames.isDataset(name) || (documents && DocumentNames.isDocument(name))
        : include.covers(steps);
  }

  /**
   * Whether a name is left out; asked of each folder on the way down.
   *
   * @param steps from the top of the tree
   */
  public boolean leavesOut(List<String> steps, boolean folder) {
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

  /** Whether an exclude pattern names a file or a folder around it. */
  boolean excludes(List<String> steps) {
    return exclude.covers(steps);
  }
}
