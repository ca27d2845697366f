package dev.assay.internal.code.pattern;

import dev.assay.internal.code.flow.PathSet;
import dev.assay.internal.code.flow.WordLists;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sets of paths that several rules share, named with a dollar sign in patterns. */
final class NamedSets {
  private static final Map<String, List<String>> SETS = load();

  /** What makes a function answer requests: one set, so that answers are shared. */
  static final PathSet HANDLERS = paths("handlers", List.of("$handlers"));

  private NamedSets() {}

  /** The paths of a list in which {@code $name} stands for a set. */
  static PathSet paths(String where, List<String> written) {
    return new PathSet(expand(where, written));
  }

  static List<String> expand(String where, List<String> written) {
    List<String> paths = new ArrayList<>();
    for (String item : written) {
      if (isName(item)) {
        paths.addAll(set(where, item.substring(1)));
      } else {
        paths.add(item);
      }
    }
    return paths;
  }

  /** {@code $name} is a set; {@code $_GET} is a variable of PHP. */
  private static boolean isName(String item) {
    return item.startsWith("$") && !item.startsWith("$_");
  }

  private static List<String> set(String where, String name) {
    @Nullable List<String> found = SETS.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          where
              + ": no set is named \"$"
              + name
              + "\"; did you mean \"$"
              + Spec.nearest(name, SETS.keySet())
              + "\"?");
    }
    return found;
  }

  private static Map<String, List<String>> load() {
    Map<String, List<String>> sets = new TreeMap<>();
    for (String file : WordLists.FILES) {
      WordLists.read("sets", file).forEach((name, items) -> add(sets, file, name, items));
    }
    return sets;
  }

  private static void add(
      Map<String, List<String>> sets, String file, String name, List<String> items) {
    List<String> paths = new ArrayList<>();
    for (String item : items) {
      if (!isName(item)) {
        paths.add(item);
        continue;
      }
      List<String> other = sets.get(item.substring(1));
      if (other == null) {
        throw new IllegalStateException(
            "sets/"
                + file
                + ".txt: ["
                + name
                + "] takes in "
                + item
                + ", which stands nowhere above");
      }
      paths.addAll(other);
    }
    if (sets.put(name, List.copyOf(paths)) != null) {
      throw new IllegalStateException("sets/" + file + ".txt: [" + name + "] stands twice");
    }
  }
}
