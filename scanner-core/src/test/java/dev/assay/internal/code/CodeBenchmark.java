package dev.assay.internal.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.assay.segment.Language;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Measures the code rules on labelled data, without the engine: {@code CodeBenchmark DATA RULES
 * [--missed FILE N] [--hits FILE N] [--speed]}.
 */
public final class CodeBenchmark {
  private static final Pattern WORD = Pattern.compile("\\w+");
  private static final Pattern FENCE =
      Pattern.compile("```(\\w*)[^\\n]*\\n(.*?)(?:```|\\z)", Pattern.DOTALL);
  private static final PrintStream OUT = System.out;

  private record Rule(String id, boolean counts, Set<Language> languages, CodePattern pattern) {}

  private record Snippet(String text, int start, int end, Language language) {}

  private CodeBenchmark() {}

  /** Runs the benchmark. */
  public static void main(String[] args) throws IOException {
    List<String> options = List.of(args);
    List<Rule> rules = rules(Path.of(args[1]));
    OUT.println(rules.size() + " rules");
    Map<String, Map<String, Integer>> byRule = new TreeMap<>();
    for (Path file : options.contains("--only-speed") ? List.<Path>of() : files(Path.of(args[0]))) {
      measure(file, rules, byRule, options);
    }
    byRule.forEach((rule, files) -> OUT.println("  " + rule + " " + files));
    if (options.contains("--speed")) {
      speed(Path.of(args[0]).resolve("poison/insecure-code.jsonl"), rules);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(path -> path.toString().endsWith(".jsonl"))
          .filter(path -> !path.toString().contains("/code/"))
          .sorted()
          .toList();
    }
  }

  @SuppressWarnings("unchecked")
  private static List<Rule> rules(Path folder) throws IOException {
    ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
    List<Rule> rules = new ArrayList<>();
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(folder)) {
      paths = walk.filter(path -> path.toString().endsWith(".yaml")).sorted().toList();
    }
    for (Path path : paths) {
      Map<String, Object> tree = yaml.readValue(path.toFile(), Map.class);
      Map<String, Object> verify = (Map<String, Object>) tree.getOrDefault("verify", Map.of());
      if (!(verify.get("code") instanceof Map<?, ?> code)) {
        continue;
      }
      try {
        CodePattern pattern = CodePattern.compile((Map<String, Object>) code);
        Set<Language> languages = new HashSet<>();
        for (String name : (List<String>) tree.getOrDefault("languages", List.of())) {
          languages.add(Language.named(name));
        }
        boolean counts =
            Set.of("high", "medium").contains(tree.get("severity"))
                && Set.of("high", "medium").contains(tree.get("confidence"));
        Rule rule = new Rule((String) tree.get("id"), counts, languages, pattern);
        rules.add(rule);
        examples(rule, (Map<String, Object>) tree.getOrDefault("examples", Map.of()));
      } catch (IllegalArgumentException e) {
        OUT.println("BAD RULE " + path + ": " + e.getMessage());
      }
    }
    return rules;
  }

  private static void examples(Rule rule, Map<String, Object> examples) {
    for (String kind : List.of("bad", "good")) {
      List<?> list = (List<?>) examples.getOrDefault(kind, List.of());
      if (list.size() < 2) {
        OUT.println("TOO FEW " + kind + " examples: " + rule.id);
      }
      for (Object example : list) {
        if (example instanceof String text) {
          Language language =
              rule.languages.isEmpty() ? Language.PYTHON : rule.languages.iterator().next();
          boolean hit =
              !hits(rule, new Snippet(text, 0, text.length(), language), words(text)).isEmpty();
          if (hit != kind.equals("bad")) {
            OUT.println("EXAMPLE " + kind + " " + rule.id + ": " + text.replace("\n", "\\n"));
          }
        }
      }
    }
  }

  private static List<CodeHit> hits(Rule rule, Snippet snippet, Set<String> words) {
    if (!rule.languages.contains(snippet.language)
        || rule.pattern.anchors().stream().noneMatch(words::contains)) {
      return List.of();
    }
    return rule.pattern.match(
        CodeAnalysis.analyze(snippet.text, snippet.start, snippet.end, snippet.language));
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }

  private static List<Snippet> snippets(String name, String text) {
    if (name.contains("code") || name.contains("mbpp") || name.contains("humaneval")) {
      if (!text.contains("```")) {
        return List.of(new Snippet(text, 0, text.length(), Language.PYTHON));
      }
    }
    List<Snippet> snippets = new ArrayList<>();
    Matcher fences = FENCE.matcher(text);
    while (fences.find()) {
      Language language = Language.named(fences.group(1));
      snippets.add(
          new Snippet(
              text, fences.start(2), fences.end(2), language == null ? Language.PYTHON : language));
    }
    return snippets;
  }

  private static List<String> answers(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<String> answers = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      StringBuilder text = new StringBuilder();
      for (JsonNode message : json.readTree(line).path("messages")) {
        if (message.path("role").asText().equals("assistant")) {
          text.append(message.path("content").asText()).append('\n');
        }
      }
      answers.add(text.toString());
    }
    return answers;
  }

  private static void measure(
      Path file, List<Rule> rules, Map<String, Map<String, Integer>> byRule, List<String> options)
      throws IOException {
    String name = file.getFileName().toString().replace(".jsonl", "");
    int shownMissed = option(options, "--missed", name);
    int shownHits = option(options, "--hits", name);
    int skip =
        options.contains("--skip")
            ? Integer.parseInt(options.get(options.indexOf("--skip") + 1))
            : 0;
    int found = 0;
    int noted = 0;
    List<String> answers = answers(file);
    for (String answer : answers) {
      Set<String> hitRules = new HashSet<>();
      boolean counted = false;
      for (Snippet snippet : snippets(name, answer)) {
        Set<String> words = words(snippet.text.substring(snippet.start, snippet.end));
        CodeModel model =
            CodeAnalysis.analyze(snippet.text, snippet.start, snippet.end, snippet.language);
        for (Rule rule : rules) {
          if (rule.languages.contains(snippet.language)
              && rule.pattern.anchors().stream().anyMatch(words::contains)
              && !rule.pattern.match(model).isEmpty()) {
            hitRules.add(rule.id);
            counted |= rule.counts;
          }
        }
      }
      for (String id : hitRules) {
        byRule.computeIfAbsent(id, key -> new TreeMap<>()).merge(name, 1, Integer::sum);
      }
      found += counted ? 1 : 0;
      noted += !counted && !hitRules.isEmpty() ? 1 : 0;
      if (!counted && --skip < 0 && shownMissed-- > 0) {
        OUT.println("---- missed (notes " + hitRules + ")\n" + answer);
      }
      if (counted && shownHits-- > 0) {
        OUT.println("---- hit " + hitRules + "\n" + answer);
      }
    }
    OUT.printf(
        "%-22s %5d records, %5d accused (%.2f %%), %d noted only%n",
        name, answers.size(), found, 100.0 * found / answers.size(), noted);
  }

  private static int option(List<String> options, String option, String name) {
    int at = options.indexOf(option);
    return at >= 0 && options.get(at + 1).equals(name) ? Integer.parseInt(options.get(at + 2)) : 0;
  }

  /** CPU time of this thread: other work on the machine does not count. */
  private static long cpu() {
    return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void speed(Path file, List<Rule> rules) throws IOException {
    List<Snippet> snippets = new ArrayList<>();
    for (String answer : answers(file)) {
      snippets.add(new Snippet(answer, 0, answer.length(), Language.PYTHON));
    }
    List<CodePattern[]> chosen = new ArrayList<>();
    for (Snippet snippet : snippets) {
      Set<String> words = words(snippet.text);
      chosen.add(
          rules.stream()
              .filter(rule -> rule.languages.contains(snippet.language))
              .map(Rule::pattern)
              .filter(pattern -> pattern.anchors().stream().anyMatch(words::contains))
              .toArray(CodePattern[]::new));
    }
    OUT.printf(
        "%.1f candidates each%n", chosen.stream().mapToInt(x -> x.length).average().orElse(0));
    for (int round = 0; round < 20; round++) {
      long parse = 0;
      long start = cpu();
      int hits = 0;
      for (int i = 0; i < snippets.size(); i++) {
        Snippet snippet = snippets.get(i);
        CodeModel model =
            CodeAnalysis.analyze(snippet.text, snippet.start, snippet.end, snippet.language);
        for (CodePattern pattern : chosen.get(i)) {
          hits += pattern.match(model).size();
        }
      }
      double seconds = (cpu() - start) / 1e9;
      long before = cpu();
      for (Snippet snippet : snippets) {
        hits +=
            CodeAnalysis.analyze(snippet.text, snippet.start, snippet.end, snippet.language)
                        .language()
                    == Language.PYTHON
                ? 0
                : 1;
      }
      parse = cpu() - before;
      OUT.printf(
          "%d hits, %.0f snippets/s, reading alone %.1f us each; %d chars%n",
          hits,
          snippets.size() / seconds,
          parse / 1e3 / snippets.size(),
          snippets.stream().mapToInt(x -> x.text.length()).sum());
    }
  }
}
