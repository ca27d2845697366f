package dev.assay.docs;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the links of Markdown pages that lead nowhere. */
final class MarkdownLinks {
  private static final Pattern INLINE =
      Pattern.compile("\\]\\(<?([^)\\s>]+)>?(?:\\s+\"[^\"]*\")?\\)");
  private static final Pattern DEFINITION =
      Pattern.compile("^\\s{0,3}\\[[^\\]]+\\]:\\s*<?([^\\s>]+)>?");
  private static final Pattern CODE_SPAN = Pattern.compile("`[^`]*`");
  private static final Pattern ABSOLUTE = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:.*");
  private static final Pattern HEADING = Pattern.compile("#{1,6}\\s+(.*?)\\s*#*");
  private static final Pattern LINK_TEXT = Pattern.compile("\\[([^\\]]*)\\]\\([^)]*\\)");

  private MarkdownLinks() {}

  /** The pages under a folder, those of builds and hidden folders left out. */
  static List<Path> pages(Path root) throws IOException {
    List<Path> pages = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = String.valueOf(folder.getFileName());
            boolean skipped =
                !folder.equals(root) && (name.startsWith(".") || name.equals("target"));
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".md")
                && !file.toString().contains("/src/test/resources/")) {
              pages.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    Collections.sort(pages);
    return pages;
  }

  /** The dead links as {@code page:line: target}, in order. */
  static List<String> dead(List<Path> pages) throws IOException {
    List<String> dead = new ArrayList<>();
    Map<Path, Set<String>> anchors = new HashMap<>();
    for (Path page : pages) {
      List<String> lines = Files.readAllLines(page);
      boolean fenced = false;
      for (int i = 0; i < lines.size(); i++) {
        fenced ^= isFence(lines.get(i));
        if (fenced) {
          continue;
        }
        for (String target : targets(lines.get(i))) {
          if (!leadsSomewhere(page, target, anchors)) {
            dead.add(page + ":" + (i + 1) + ": " + target);
          }
        }
      }
    }
    return dead;
  }

  /** The names under which the headings of a page can be linked to, as GitHub makes them. */
  static Set<String> anchors(List<String> lines) {
    Set<String> anchors = new HashSet<>();
    Map<String, Integer> seen = new HashMap<>();
    boolean fenced = false;
    for (String line : lines) {
      fenced ^= isFence(line);
      Matcher heading = HEADING.matcher(line);
      if (!fenced && heading.matches()) {
        String slug = slug(heading.group(1));
        int before = seen.merge(slug, 1, Integer::sum) - 1;
        anchors.add(before == 0 ? slug : slug + "-" + before);
      }
    }
    return anchors;
  }

  private static boolean isFence(String line) {
    return line.stripLeading().startsWith("```") || line.stripLeading().startsWith("~~~");
  }

  private static List<String> targets(String line) {
    String text = CODE_SPAN.matcher(line).replaceAll("");
    List<String> targets = new ArrayList<>();
    for (Pattern pattern : List.of(INLINE, DEFINITION)) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        if (!ABSOLUTE.matcher(matcher.group(1)).matches()) {
          targets.add(matcher.group(1));
        }
      }
    }
    return targets;
  }

  private static boolean leadsSomewhere(Path page, String target, Map<Path, Set<String>> anchors)
      throws IOException {
    int hash = target.indexOf('#');
    String file = hash < 0 ? target : target.substring(0, hash);
    Path goal = file.isEmpty() ? page : page.resolveSibling(file).normalize();
    if (!Files.exists(goal)) {
      return false;
    }
    if (hash < 0 || !goal.toString().endsWith(".md")) {
      return true;
    }
    Set<String> known = anchors.get(goal);
    if (known == null) {
      known = anchors(Files.readAllLines(goal));
      anchors.put(goal, known);
    }
    return known.contains(target.substring(hash + 1));
  }

  private static String slug(String heading) {
    String text = LINK_TEXT.matcher(heading).replaceAll("$1");
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}_\\- ]", "").replace(' ', '-');
  }
}
