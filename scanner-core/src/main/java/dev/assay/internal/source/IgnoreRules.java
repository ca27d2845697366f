package dev.assay.internal.source;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The patterns of one ignore file, or of an option: the last that names a file decides. Remembers
 * which of them named a file that was {@linkplain #covers asked for}; for one thread.
 */
final class IgnoreRules {
  private final List<GlobPattern> patterns;
  private final BitSet used = new BitSet();

  private IgnoreRules(List<GlobPattern> patterns) {
    this.patterns = List.copyOf(patterns);
  }

  static IgnoreRules parse(List<String> lines) {
    List<GlobPattern> patterns = new ArrayList<>();
    for (String line : lines) {
      GlobPattern pattern = GlobPattern.parse(line);
      if (pattern != null) {
        patterns.add(pattern);
      }
    }
    return new IgnoreRules(patterns);
  }

  boolean isEmpty() {
    return patterns.isEmpty();
  }

  /**
   * What the rules say of a name.
   *
   * @param path its steps, from the folder of the rules
   * @return true to ignore it, false to keep it, null if no pattern names it
   */
  @Nullable Boolean decide(List<String> path, boolean folder) {
    for (int i = patterns.size() - 1; i >= 0; i--) {
      GlobPattern pattern = patterns.get(i);
      if (pattern.matches(path, folder)) {
        return !pattern.negated();
      }
    }
    return null;
  }

  /** The patterns that named no file so far, those that take files back aside. */
  List<String> unused() {
    return IntStream.range(0, patterns.size())
        .filter(i -> !used.get(i) && !patterns.get(i).negated())
        .mapToObj(i -> patterns.get(i).text())
        .toList();
  }

  /** Whether the rules name a file, or a folder around it. */
  boolean covers(List<String> path) {
    use(path);
    for (int length = 1; length <= path.size(); length++) {
      Boolean decision = decide(path.subList(0, length), length < path.size());
      if (decision != null && (decision || length == path.size())) {
        return decision;
      }
    }
    return false;
  }

  private void use(List<String> path) {
    for (int i = used.nextClearBit(0); i < patterns.size(); i = used.nextClearBit(i + 1)) {
      for (int length = 1; length <= path.size() && !used.get(i); length++) {
        if (patterns.get(i).matches(path.subList(0, length), length < path.size())) {
          used.set(i);
        }
      }
    }
  }
}
