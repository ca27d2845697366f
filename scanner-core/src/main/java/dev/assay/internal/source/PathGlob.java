package dev.assay.internal.source;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pattern of a policy for names of files, relative to the policy's folder. For one thread. */
public final class PathGlob {
  private final IgnoreRules rules;
  private final Path folder;
  private final Path root;

  /**
   * @param pattern as in ignore files
   * @param folder what it is relative to
   * @param root what names in reports are relative to
   */
  public PathGlob(String pattern, Path folder, Path root) {
    this.rules = IgnoreRules.parse(List.of(pattern));
    this.folder = folder.toAbsolutePath().normalize();
    this.root = root.toAbsolutePath().normalize();
  }

  /** Why a text is no such pattern, as a sentence, or null if it is one. */
  public static @Nullable String problem(String pattern) {
    GlobPattern parsed = GlobPattern.parse(pattern);
    if (parsed == null) {
      return "the pattern '" + pattern + "' names no file; write one such as train/**";
    }
    return parsed.negated()
        ? "the pattern " + pattern + " takes files back; name those that it is for"
        : null;
  }

  /** Whether the pattern names the file of that name in reports, or a folder around it. */
  public boolean names(String uri) {
    return rules.covers(steps(uri));
  }

  private List<String> steps(String uri) {
    if (!uri.contains("://")) {
      try {
        Path file = root.resolve(uri).normalize();
        if (file.startsWith(folder)) {
          List<String> steps = new ArrayList<>();
          folder.relativize(file).forEach(step -> steps.add(step.toString()));
          return steps;
        }
      } catch (InvalidPathException e) {
        // A name from an archive or another system: its own steps are all there is.
        return split(uri);
      }
    }
    return split(uri);
  }

  private static List<String> split(String uri) {
    return Arrays.stream(uri.split("/", -1)).filter(step -> !step.isEmpty()).toList();
  }
}
