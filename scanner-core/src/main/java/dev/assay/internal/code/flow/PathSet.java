package dev.assay.internal.code.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Dotted paths with wildcards: {@code os.system}, {@code *.execute} (any object), {@code
 * subprocess.*}, {@code render_*}. A star at the start stands for one part or more, elsewhere for
 * characters inside a part.
 */
public final class PathSet {
  private final Map<String, List<String>> byLastPart = new HashMap<>();
  private final List<String> wild = new ArrayList<>();

  /** What the last part of each wild pattern begins with. */
  private final List<String> wildStarts = new ArrayList<>();

  /** A bit for the hash of each last part: most names are told apart from all of them by it. */
  private final long[] hashes;

  /** What is fixed at the start of each wild pattern, behind {@code *.} if it begins so. */
  private final List<String> wildLiterals = new ArrayList<>();

  /** A bit for the first character of each wild pattern that does not begin with a star. */
  private long wildFirsts;

  /** Whether some wild pattern begins with a star. */
  private boolean wildAnywhere;

  private final List<String> patterns;

  /** A set of these patterns. */
  public PathSet(Collection<String> patterns) {
    this.patterns = List.copyOf(patterns);
    for (String pattern : patterns) {
      String last = pattern.substring(pattern.lastIndexOf('.') + 1);
      if (last.indexOf('*') >= 0) {
        wild.add(pattern);
        wildStarts.add(last.substring(0, last.indexOf('*')));
        wildLiterals.add(literal(pattern));
        wildAnywhere |= pattern.startsWith("*");
        wildFirsts |= 1L << pattern.charAt(0);
      } else {
        byLastPart.computeIfAbsent(last, key -> new ArrayList<>()).add(pattern);
      }
    }
    hashes = new long[Integer.highestOneBit(Math.max(1, byLastPart.size() / 4)) * 2];
    for (String last : byLastPart.keySet()) {
      int hash = spread(last.hashCode());
      hashes[slot(hash)] |= 1L << hash;
    }
  }

  private static String literal(String pattern) {
    int from = pattern.startsWith("*.") ? 1 : 0;
    int star = pattern.indexOf('*', from);
    return pattern.substring(from, star < 0 ? pattern.length() : star);
  }

  private static int spread(int hash) {
    return hash ^ hash >>> 11 ^ hash >>> 21;
  }

  private int slot(int spreadHash) {
    return spreadHash >>> 6 & hashes.length - 1;
  }

  /** Whether some pattern's last part has a star. */
  boolean hasWild() {
    return !wild.isEmpty();
  }

  /**
   * Whether a last part without a star may have this hash: false is certain. Of no use where some
   * have stars.
   */
  boolean mayEnd(int hashOfLastPart) {
    int hash = spread(hashOfLastPart);
    return (hashes[slot(hash)] & 1L << hash) != 0;
  }

  /** Whether nothing matches. */
  public boolean isEmpty() {
    return byLastPart.isEmpty() && wild.isEmpty();
  }

  /** The patterns as given. */
  public List<String> patterns() {
    return patterns;
  }

  /** Whether some path with that last part could match: a cheap test before the path is built. */
  boolean mayEnd(String lastPart) {
    if (mayEnd(lastPart.hashCode())) {
      return true;
    }
    for (int i = 0; i < wildStarts.size(); i++) {
      if (lastPart.startsWith(wildStarts.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the path matches. */
  public boolean matches(String path) {
    int last = path.lastIndexOf('.') + 1;
    if (mayEnd(hash(path, last))) {
      for (String candidate : byLastPart.getOrDefault(path.substring(last), List.of())) {
        if (matches(candidate, path)) {
          return true;
        }
      }
    }
    boolean may = wildAnywhere || !path.isEmpty() && (wildFirsts & 1L << path.charAt(0)) != 0;
    return may && matchesWild(path);
  }

  /** Hash of the end of a path, as that of a string of its own. */
  private static int hash(String path, int from) {
    int hash = 0;
    for (int i = from; i < path.length(); i++) {
      hash = 31 * hash + path.charAt(i);
    }
    return hash;
  }

  private boolean matchesWild(String path) {
    for (int i = 0; i < wild.size(); i++) {
      String candidate = wild.get(i);
      String literal = wildLiterals.get(i);
      boolean may = candidate.startsWith("*.") ? path.contains(literal) : path.startsWith(literal);
      if (may && matches(candidate, path)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(String pattern, String path) {
    if (pattern.equals("*")) {
      return true;
    }
    if (pattern.startsWith("*.")) {
      String tail = pattern.substring(1);
      if (tail.indexOf('*') < 0) {
        return path.length() > tail.length() && path.endsWith(tail);
      }
      for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
        if (glob(tail, path, dot)) {
          return true;
        }
      }
      return false;
    }
    return pattern.indexOf('*') < 0 ? pattern.equals(path) : glob(pattern, path, 0);
  }

  /** A star stands for any characters but a dot; the two are walked once with one way back. */
  private static boolean glob(String pattern, String path, int from) {
    int p = 0;
    int s = from;
    int star = -1;
    int back = 0;
    while (s < path.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        back = s;
      } else if (p < pattern.length() && pattern.charAt(p) == path.charAt(s)) {
        p++;
        s++;
      } else if (star >= 0 && path.charAt(back) != '.') {
        p = star + 1;
        s = ++back;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  /** A set of these patterns. */
  public static PathSet of(String... patterns) {
    return new PathSet(Arrays.asList(patterns));
  }
}
