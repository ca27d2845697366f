package dev.assay.internal.git;

import dev.assay.internal.source.NameRules;
import dev.assay.source.SourceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/**
 * Walks a folder of a commit for the files of a dataset, by the same rules as a folder on disk. The
 * tree may be an attack: its size and depth are bounded, and links lead to nothing outside it.
 */
final class TreeFiles {
  private static final int MOST_ENTRIES = 2_000_000;
  private static final int DEEPEST = 100;
  private static final int LONGEST_LINK = 4096;

  private final ObjectReader reader;
  private final ObjectId root;
  private final String top;
  private final Found found;
  private final Deque<Folder> folders = new ArrayDeque<>();
  private final List<Link> links = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();
  private int entries;

  /** Who is told what the walk finds; paths are relative to the folder that is walked. */
  interface Found {
    void file(String path, ObjectId blob) throws IOException;

    void unreadable(String path, String message);

    void ignored(String path);

    void other(String path);
  }

  private record Folder(ObjectId tree, List<String> steps, NameRules rules) {}

  private record Link(List<String> steps, ObjectId blob) {}

  private TreeFiles(ObjectReader reader, ObjectId root, String top, Found found) {
    this.reader = reader;
    this.root = root;
    this.top = top;
    this.found = found;
  }

  /**
   * Walks.
   *
   * @param root the commit's tree
   * @param top the folder or file to look at, from the root; empty for all
   * @return false if there is nothing of that name
   */
  static boolean walk(ObjectReader reader, ObjectId root, String top, NameRules rules, Found found)
      throws IOException {
    TreeFiles files = new TreeFiles(reader, root, top, found);
    if (top.isEmpty()) {
      files.folders.add(new Folder(root, List.of(), rules));
    } else {
      try (TreeWalk at = TreeWalk.forPath(reader, top, root)) {
        if (at == null) {
          return false;
        }
        files.top(at, rules);
      }
    }
    files.walk();
    return true;
  }

  /** Whether a tree has something of this name; the empty name is the tree. */
  static boolean has(ObjectReader reader, ObjectId root, String path) throws IOException {
    if (path.isEmpty()) {
      return true;
    }
    try (TreeWalk at = TreeWalk.forPath(reader, path, root)) {
      return at != null;
    }
  }

  /** A path below a folder; either may be empty. */
  static String join(String folder, String path) {
    return folder.isEmpty() ? path : path.isEmpty() ? folder : folder + "/" + path;
  }

  private void top(TreeWalk at, NameRules rules) throws IOException {
    FileMode mode = at.getFileMode(0);
    if (mode == FileMode.TREE) {
      folders.add(new Folder(at.getObjectId(0), List.of(), rules));
    } else if (isFile(mode)) {
      found.file("", at.getObjectId(0));
    } else {
      found.unreadable(
          "", mode == FileMode.GITLINK ? SUBMODULE : "is a link; name its target to scan it");
    }
  }

  private void walk() throws IOException {
    while (!folders.isEmpty()) {
      Folder folder = folders.removeLast();
      if (folder.steps().size() > DEEPEST) {
        found.unreadable(String.join("/", folder.steps()), "lies too deep: over 100 folders");
      } else {
        readable(folder);
      }
    }
    for (Link link : links) {
      link(link);
    }
  }

  /** A folder that the repository lacks is named, and the others are read. */
  private void readable(Folder folder) throws IOException {
    try {
      folder(folder);
    } catch (MissingObjectException | CorruptObjectException e) {
      if (folder.steps().isEmpty()) {
        throw Damage.of(e);
      }
      found.unreadable(String.join("/", folder.steps()), String.valueOf(Damage.of(e).getMessage()));
    }
  }

  private void folder(Folder folder) throws IOException {
    NameRules rules = within(folder);
    CanonicalTreeParser tree = new CanonicalTreeParser(null, reader, folder.tree());
    for (; !tree.eof(); tree.next()) {
      if (++entries > MOST_ENTRIES) {
        throw new SourceException("holds over " + MOST_ENTRIES + " entries; name a folder in it");
      }
      String name = tree.getEntryPathString();
      List<String> steps = new ArrayList<>(folder.steps());
      steps.add(name);
      if (isHostile(name)) {
        found.unreadable(String.join("/", steps), "has a name that no file may have");
      } else {
        entry(steps, tree.getEntryFileMode(), tree.getEntryObjectId(), rules);
      }
    }
  }

  private static boolean isHostile(String name) {
    return name.isEmpty()
        || name.equals(".")
        || name.equals("..")
        || name.equalsIgnoreCase(".git")
        || name.indexOf('/') >= 0
        || name.indexOf('\\') >= 0
        || name.indexOf('\0') >= 0;
  }

  private static final String SUBMODULE =
      "is a submodule, which is not scanned; name its own repository to scan it";

  private void entry(List<String> steps, FileMode mode, ObjectId id, NameRules rules)
      throws IOException {
    String path = String.join("/", steps);
    boolean folder = mode == FileMode.TREE || mode == FileMode.GITLINK;
    if (rules.leavesOut(steps, folder)) {
      if (!steps.get(steps.size() - 1).equals(NameRules.IGNORE_FILE)) {
        found.ignored(path + (folder ? "/" : ""));
      }
    } else if (mode == FileMode.TREE) {
      folders.add(new Folder(id, steps, rules));
    } else if (mode == FileMode.GITLINK) {
      found.unreadable(path, SUBMODULE);
    } else if (mode == FileMode.SYMLINK) {
      links.add(new Link(steps, id));
    } else if (isFile(mode) && rules.wants(steps)) {
      taken.add(path);
      found.file(path, id);
    } else {
      found.other(path);
    }
  }

  private static boolean isFile(FileMode mode) {
    return mode == FileMode.REGULAR_FILE || mode == FileMode.EXECUTABLE_FILE;
  }

  private NameRules within(Folder folder) throws IOException {
    try (TreeWalk at = TreeWalk.forPath(reader, NameRules.IGNORE_FILE, folder.tree())) {
      if (at == null || !isFile(at.getFileMode(0))) {
        return folder.rules();
      }
      ObjectId blob = at.getObjectId(0);
      if (reader.getObjectSize(blob, Constants.OBJ_BLOB) > NameRules.LARGEST_IGNORE_FILE) {
        List<String> steps = new ArrayList<>(folder.steps());
        steps.add(NameRules.IGNORE_FILE);
        found.unreadable(String.join("/", steps), "is larger than 64 KiB and was not applied");
        return folder.rules();
      }
      byte[] text = reader.open(blob, Constants.OBJ_BLOB).getBytes();
      return folder.rules().within(folder.steps().size(), new String(text, StandardCharsets.UTF_8));
    }
  }

  /** A link to a file that is found under its own name adds nothing. */
  private void link(Link link) throws IOException {
    String path = String.join("/", link.steps());
    String target = target(link);
    if (target == null) {
      found.unreadable(path, "is a link out of the scanned folder; name its target to scan it");
      return;
    }
    String whole = join(top, target);
    try (TreeWalk at = whole.isEmpty() ? null : TreeWalk.forPath(reader, whole, root)) {
      if (at == null || !isFile(at.getFileMode(0)) || taken.contains(target)) {
        boolean nowhere = at == null && !whole.isEmpty();
        if (nowhere || (at != null && at.getFileMode(0) == FileMode.SYMLINK)) {
          found.unreadable(path, nowhere ? "is a link that leads nowhere" : "is a link to a link");
        } else {
          found.other(path);
        }
      } else {
        found.file(path, at.getObjectId(0));
      }
    }
  }

  /** Where a link leads, from the folder that is walked; null if out of it. */
  private @Nullable String target(Link link) throws IOException {
    if (reader.getObjectSize(link.blob(), Constants.OBJ_BLOB) > LONGEST_LINK) {
      return null;
    }
    byte[] bytes = reader.open(link.blob(), Constants.OBJ_BLOB).getBytes();
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.startsWith("/")) {
      return null;
    }
    Deque<String> steps = new ArrayDeque<>(link.steps().subList(0, link.steps().size() - 1));
    for (String step : text.split("/", -1)) {
      if (step.equals("..")) {
        if (steps.pollLast() == null) {
          return null;
        }
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.addLast(step);
      }
    }
    return String.join("/", steps);
  }
}
