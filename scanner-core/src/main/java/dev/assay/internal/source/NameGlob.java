package dev.assay.internal.source;

import java.util.Arrays;
import java.util.List;

/** A pattern for names of files, as ignore files and options have them. Immutable. */
public final class NameGlob {
  private final IgnoreRules rules;

  private NameGlob(IgnoreRules rules) {
    this.rules = rules;
  }

  /**
   * The pattern.
   *
   * @throws IllegalArgumentException if it names nothing, or turns itself round with {@code !}
   */
  public static NameGlob of(String pattern) {
    GlobPattern parsed = GlobPattern.parse(pattern);
    if (parsed == null || parsed.negated()) {
      throw new IllegalArgumentException("'" + pattern + "' names no file");
    }
    return new NameGlob(IgnoreRules.parse(List.of(pattern)));
  }

  /** Whether the pattern names the file, or a folder around it. */
  public boolean matches(String uri) {
    return rules.covers(
        Arrays.stream(uri.split("/", -1)).filter(s -> !s.isEmpty() && !s.equals(".")).toList());
  }
}
