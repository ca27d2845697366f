package dev.assay.internal.rule;

import dev.assay.internal.yaml.Mark;
import dev.assay.internal.yaml.Problems;
import dev.assay.internal.yaml.YamlFile;
import dev.assay.rule.InvalidRulesException;
import dev.assay.rule.RuleProblem;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads all rule files under a folder. */
public final class RuleFolder {
  private static final int MAX_FILES = 50_000;
  private static final Set<String> NOT_RULES = Set.of("target", "src");

  private RuleFolder() {}

  /**
   * The rules of a folder, in order of file.
   *
   * @param folder holds {@code <family>/[.../]<rule-id>.yaml}; a file right in it may be of any
   *     family; other files, hidden folders and those of a build are passed over
   * @param compiler says what else is wrong with a rule that reads well, such as an expression that
   *     does not compile
   * @throws InvalidRulesException with everything that is wrong
   * @throws IOException if the folder or a file cannot be read
   */
  public static List<RuleSource> read(Path folder, Function<RuleSource, List<RuleProblem>> compiler)
      throws IOException {
    if (!Files.isDirectory(folder)) {
      String message = "there is no such folder of rules; check its name";
      throw new InvalidRulesException(List.of(new RuleProblem(folder.toString(), 0, 0, message)));
    }
    List<RuleSource> sources = new ArrayList<>();
    List<RuleProblem> all = new ArrayList<>();
    for (Map.Entry<String, Path> file : files(folder).entrySet()) {
      Problems problems = new Problems(file.getKey());
      RuleSource source = readFile(file.getKey(), file.getValue(), problems);
      all.addAll(problems.sorted());
      if (source != null && problems.none()) {
        all.addAll(compiler.apply(source));
        sources.add(source);
      }
    }
    all.addAll(shared(sources));
    if (sources.isEmpty() && all.isEmpty()) {
      String message = "no rule file (*.yaml) lies in this folder";
      all.add(new RuleProblem(folder.toString(), 0, 0, message));
    }
    if (!all.isEmpty()) {
      throw new InvalidRulesException(all);
    }
    return sources;
  }

  private static @org.jspecify.annotations.Nullable RuleSource readFile(
      String name, Path path, Problems problems) throws IOException {
    if (name.endsWith(".yml")) {
      problems.add(Mark.WHOLE, "rule files end with .yaml; rename it");
      return null;
    }
    String text = YamlFile.text(path, problems);
    return text == null ? null : RuleReader.read(name, text, problems);
  }

  private static Map<String, Path> files(Path folder) throws IOException {
    Map<String, Path> files = new TreeMap<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            String name = String.valueOf(dir.getFileName());
            boolean skip =
                !dir.equals(folder) && (name.startsWith(".") || NOT_RULES.contains(name));
            return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            String name = folder.relativize(file).toString().replace('\\', '/');
            String last = name.substring(name.lastIndexOf('/') + 1);
            if (!last.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml"))) {
              files.put(name, file);
            }
            if (files.size() > MAX_FILES) {
              throw new IOException(
                  folder
                      + " holds more than "
                      + MAX_FILES
                      + " rule files; is it the right folder?");
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  private static List<RuleProblem> shared(List<RuleSource> sources) {
    Map<String, RuleSource> byName = new HashMap<>();
    List<RuleProblem> problems = new ArrayList<>();
    for (RuleSource source : sources) {
      List<String> names = new ArrayList<>(source.rule().aliases());
      names.add(0, source.rule().id());
      for (String name : names) {
        RuleSource other = byName.putIfAbsent(name, source);
        if (other != null) {
          String key = name.equals(source.rule().id()) ? "id" : "aliases";
          problems.add(
              source.problem(
                  key,
                  "the name "
                      + name
                      + " is taken by "
                      + other.file()
                      + "; ids and aliases are unique and never reused"));
        }
      }
    }
    return problems;
  }
}
