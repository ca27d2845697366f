package dev.assay.internal.archive;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names of entries. */
final class EntryPath {
  private EntryPath() {}

  /** The path inside the archive, without empty steps; null if it leads out of it. */
  static @Nullable String inside(String name) {
    String path = name.replace('\\', '/');
    if (path.startsWith("/") || path.matches("[A-Za-z]:.*")) {
      return null;
    }
    List<String> steps = new ArrayList<>();
    for (String step : path.split("/")) {
      if (step.equals("..")) {
        return null;
      }
      if (!step.isEmpty() && !step.equals(".")) {
        steps.add(step);
      }
    }
    return String.join("/", steps);
  }

  /** Names that hold nothing for whoever unpacks the archive: hidden, or macOS's own. */
  static boolean isHidden(String path) {
    for (String step : path.split("/")) {
      if (step.startsWith(".") || step.equals("__MACOSX")) {
        return true;
      }
    }
    return false;
  }
}
