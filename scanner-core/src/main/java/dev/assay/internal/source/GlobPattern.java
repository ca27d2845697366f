package dev.assay.internal.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One pattern of an ignore file, as gitignore(5) describes them: {@code !} turns it round, a slash
 * at the end means folders alone, a slash elsewhere ties it to the folder of its file, {@code **}
 * spans folders, {@code * ? [a-z]} and backslashes work as in shells. Matching takes time
 * proportional to pattern times name: the patterns may be hostile.
 */
final class GlobPattern {
  private final String text;
  private final List<String> steps;
  private final boolean negated;
  private final boolean foldersOnly;

  private GlobPattern(String text, List<String> steps, boolean negated, boolean foldersOnly) {
    this.text = text;
    this.steps = steps;
    this.negated = negated;
    this.foldersOnly = foldersOnly;
  }

  /** Reads one line, or null where it is blank or a comment. */
  static @Nullable GlobPattern parse(String line) {
    String text = withoutTrailingBlanks(line);
    boolean negated = text.startsWith("!");
    if (text.startsWith("#")) {
      return null;
    }
    String body = negated ? text.substring(1) : text;
    boolean foldersOnly = body.endsWith("/");
    body = foldersOnly ? body.substring(0, body.length() - 1) : body;
    boolean tied = body.indexOf('/') >= 0;
    if (body.isEmpty()) {
      return null;
    }
    List<String> steps = new ArrayList<>();
    if (!tied) {
      steps.add("**");
    }
    for (String step : (body.startsWith("/") ? body.substring(1) : body).split("/", -1)) {
      if (!step.equals("**") || steps.isEmpty() || !steps.get(steps.size() - 1).equals("**")) {
        steps.add(step);
      }
    }
    return new GlobPattern(text, List.copyOf(steps), negated, foldersOnly);
  }

  /** As it was written. */
  String text() {
    return text;
  }

  boolean negated() {
    return negated;
  }

  /**
   * Whether the pattern names a file or folder.
   *
   * @param path the steps of its name, from the folder of the pattern's file
   */
  boolean matches(List<String> path, boolean folder) {
    if (foldersOnly && !folder) {
      return false;
    }
    int last = path.size();
    // reach[i]: the pattern's steps so far can use up the first i steps of the path.
    boolean[] reach = new boolean[last + 1];
    reach[0] = true;
    for (int s = 0; s < steps.size(); s++) {
      reach = advance(steps.get(s), reach, path, s == steps.size() - 1);
    }
    return reach[last];
  }

  private static boolean[] advance(
      String step, boolean[] reach, List<String> path, boolean isLast) {
    boolean[] next = new boolean[reach.length];
    if (step.equals("**")) {
      boolean any = false;
      for (int i = 0; i < reach.length; i++) {
        // At the end, "folder/**" is what is inside the folder, not the folder.
        next[i] = isLast ? any : any || reach[i];
        any |= reach[i];
      }
      return next;
    }
    for (int i = 0; i < path.size(); i++) {
      next[i + 1] = reach[i] && matchesStep(step, path.get(i));
    }
    return next;
  }

  private static boolean matchesStep(String glob, String name) {
    boolean[] reach = new boolean[name.length() + 1];
    reach[0] = true;
    int g = 0;
    while (g < glob.length()) {
      boolean[] next = new boolean[reach.length];
      int end = tokenEnd(glob, g);
      if (glob.charAt(g) == '*') {
        boolean any = false;
        for (int i = 0; i < reach.length; i++) {
          any |= reach[i];
          next[i] = any;
        }
      } else {
        for (int i = 0; i < name.length(); i++) {
          next[i + 1] = reach[i] && matchesOne(glob, g, end, name.charAt(i));
        }
      }
      reach = next;
      g = end;
    }
    return reach[name.length()];
  }

  private static int tokenEnd(String glob, int start) {
    char c = glob.charAt(start);
    if (c == '\\' && start + 1 < glob.length()) {
      return start + 2;
    }
    if (c == '[') {
      int close = classEnd(glob, start);
      return close < 0 ? start + 1 : close + 1;
    }
    return start + 1;
  }

  /** The bracket that closes a class, or -1: then the opening one stands for itself. */
  private static int classEnd(String glob, int start) {
    int i = start + 1;
    if (i < glob.length() && isNegation(glob.charAt(i))) {
      i++;
    }
    if (i < glob.length() && glob.charAt(i) == ']') {
      i++;
    }
    while (i < glob.length() && glob.charAt(i) != ']') {
      i += glob.charAt(i) == '\\' ? 2 : 1;
    }
    return i < glob.length() ? i : -1;
  }

  private static boolean matchesOne(String glob, int start, int end, char c) {
    char g = glob.charAt(start);
    if (end - start == 1) {
      return g == '?' || g == c;
    }
    if (g == '\\') {
      return glob.charAt(start + 1) == c;
    }
    int i = start + 1;
    boolean negatedClass = isNegation(glob.charAt(i));
    i += negatedClass ? 1 : 0;
    boolean found = false;
    while (i < end - 1) {
      i += glob.charAt(i) == '\\' && i + 1 < end - 1 ? 1 : 0;
      char low = glob.charAt(i);
      boolean range = i + 2 < end - 1 && glob.charAt(i + 1) == '-';
      char high = range ? glob.charAt(i + 2) : low;
      found |= low <= c && c <= high;
      i += range ? 3 : 1;
    }
    return found != negatedClass;
  }

  private static boolean isNegation(char c) {
    return c == '!' || c == '^';
  }

  private static String withoutTrailingBlanks(String line) {
    int end = line.length();
    while (end > 0 && isBlank(line.charAt(end - 1)) && !(end > 1 && line.charAt(end - 2) == '\\')) {
      end--;
    }
    return line.substring(0, end);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
  }
}
