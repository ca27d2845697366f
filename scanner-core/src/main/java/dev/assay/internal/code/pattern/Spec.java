package dev.assay.internal.code.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map of a pattern as written, with errors that say where and what was meant. */
final class Spec {
  private final String where;
  private final Map<?, ?> map;

  Spec(String where, Map<?, ?> map, String... known) {
    this.where = where;
    this.map = map;
    List<String> keys = Arrays.asList(known);
    for (Object key : map.keySet()) {
      String name = String.valueOf(key);
      if (!keys.contains(name)) {
        throw new IllegalArgumentException(
            where
                + ": unknown key \""
                + name
                + "\"; did you mean \""
                + nearest(name, keys)
                + "\"?");
      }
    }
  }

  String where(String key) {
    return where + "." + key;
  }

  boolean has(String key) {
    return map.containsKey(key);
  }

  @Nullable Object get(String key) {
    return map.get(key);
  }

  boolean flag(String key) {
    Object value = map.get(key);
    if (value == null || value instanceof Boolean) {
      return Boolean.TRUE.equals(value);
    }
    throw new IllegalArgumentException(where(key) + ": must be true or false");
  }

  List<String> strings(String key) {
    return strings(where(key), map.get(key));
  }

  static List<String> strings(String where, @Nullable Object value) {
    List<String> strings = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (Object item : list) {
        strings.add(scalar(where, item));
      }
    } else if (value != null) {
      strings.add(scalar(where, value));
    }
    return strings;
  }

  private static String scalar(String where, @Nullable Object value) {
    if (value instanceof String || value instanceof Number || value instanceof Boolean) {
      return value.toString();
    }
    throw new IllegalArgumentException(where + ": must be a word or a list of words");
  }

  List<Object> list(String key) {
    Object value = map.get(key);
    if (value instanceof List<?> list && !list.isEmpty()) {
      return new ArrayList<>(list);
    }
    throw new IllegalArgumentException(where(key) + ": must be a list that is not empty");
  }

  Map<?, ?> map(String key) {
    return map(where(key), map.get(key));
  }

  static Map<?, ?> map(String where, @Nullable Object value) {
    if (value instanceof Map<?, ?> inner) {
      return inner;
    }
    throw new IllegalArgumentException(where + ": must be a map");
  }

  static String nearest(String name, Iterable<String> known) {
    String best = "";
    int least = Integer.MAX_VALUE;
    for (String candidate : known) {
      int distance = distance(name, candidate);
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    return best;
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int change = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
        corner = above;
      }
    }
    return row[b.length()];
  }
}
