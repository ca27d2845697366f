package dev.assay.internal.code.pattern;

import dev.assay.internal.code.flow.PathSet;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sets of paths that several rules share, named with a dollar sign in patterns. */
final class NamedSets {
  private static final Map<String, List<String>> SETS = load();

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
    try (InputStream in =
        NamedSets.class.getResourceAsStream("/dev/assay/internal/code/sets.txt")) {
      if (in == null) {
        throw new IllegalStateException("sets.txt is missing from the jar");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      List<String> current = new ArrayList<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String text = line.strip();
        if (text.isEmpty() || text.startsWith("#")) {
          continue;
        }
        if (text.startsWith("[")) {
          current = new ArrayList<>();
          sets.put(text.substring(1, text.length() - 1), current);
          continue;
        }
        for (String item : text.split("\\s+")) {
          if (isName(item)) {
            current.addAll(sets.getOrDefault(item.substring(1), List.of()));
          } else {
            current.add(item);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sets;
  }
}
