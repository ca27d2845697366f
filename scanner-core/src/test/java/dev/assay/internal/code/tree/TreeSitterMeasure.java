package dev.assay.internal.code.tree;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.segment.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How far the parser agrees with tree-sitter on labelled code: {@code TreeSitterMeasure [DATA
 * [LANGUAGE N]]} prints the figure by language and N places where they differ. Without DATA they
 * are looked for beside the project.
 */
public final class TreeSitterMeasure {
  static final List<Language> LANGUAGES =
      List.of(Language.PYTHON, Language.JAVASCRIPT, Language.JAVA, Language.C);
  private static final Pattern FENCE =
      Pattern.compile("```(\\w*)[^\\n]*\\n(.*?)(?:```|\\z)", Pattern.DOTALL);
  private static final PrintStream OUT = System.out;

  /** Where the labelled data may stand beside the project, seen from its folder or a module's. */
  private static final List<Path> BESIDE =
      List.of(
          Path.of("../shared/data"), Path.of("../../shared/data"), Path.of("../../../shared/data"));

  /** Items in both readings and in either, over the code without errors. */
  static final class Agreement {
    int files;
    int broken;
    long both;
    long either;

    double share() {
      return either == 0 ? 1 : (double) both / either;
    }

    /** Adds a text; returns the items in one reading alone, marked by which. */
    List<String> add(String code, Language language) {
      Set<String> theirs = SitterItems.of(code, language);
      if (theirs == null) {
        broken++;
        return List.of();
      }
      files++;
      Set<String> ours = OwnItems.of(code, language);
      List<String> differences = new ArrayList<>();
      for (String item : theirs) {
        if (!ours.contains(item)) {
          differences.add("missed " + item);
        }
      }
      Set<String> common = new HashSet<>(ours);
      common.retainAll(theirs);
      for (String item : ours) {
        if (!theirs.contains(item)) {
          differences.add("extra " + item);
        }
      }
      both += common.size();
      either += common.size() + differences.size();
      return differences;
    }
  }

  private TreeSitterMeasure() {}

  /** Measures and prints. */
  public static void main(String[] args) throws IOException {
    Path data = args.length > 0 ? Path.of(args[0]) : labelled();
    if (data == null) {
      OUT.println(absent());
      return;
    }
    Map<Language, Agreement> all = new EnumMap<>(Language.class);
    Language shown = args.length > 1 ? Language.named(args[1]) : null;
    int left = args.length > 2 ? Integer.parseInt(args[2]) : 0;
    for (Map.Entry<String, Language> snippet : snippets(data)) {
      Language language = snippet.getValue();
      List<String> differences =
          all.computeIfAbsent(language, key -> new Agreement()).add(snippet.getKey(), language);
      if (language == shown && !differences.isEmpty() && left-- > 0) {
        OUT.println("----\n" + snippet.getKey() + "\n" + differences);
      }
    }
    all.forEach(
        (language, agreement) ->
            OUT.printf(
                "%-10s %5d texts, %5d that tree-sitter does not parse; %d of %d items: %.2f %%%n",
                language.id(),
                agreement.files,
                agreement.broken,
                agreement.both,
                agreement.either,
                100 * agreement.share()));
  }

  /** The folder of labelled data beside the project, or null if there is none. */
  static @Nullable Path labelled() {
    for (Path folder : BESIDE) {
      if (Files.isRegularFile(folder.resolve("code/cyberseceval.jsonl"))) {
        return folder;
      }
    }
    return null;
  }

  /** Why nothing is measured. */
  static String absent() {
    return "no labelled data in " + BESIDE + ", seen from " + Path.of("").toAbsolutePath();
  }

  /** The labelled code in the four languages. */
  static List<Map.Entry<String, Language>> snippets(Path data) throws IOException {
    List<Map.Entry<String, Language>> all = new ArrayList<>();
    for (String file :
        List.of("poison/insecure-code", "clean/secure-code", "clean/mbpp", "clean/humaneval")) {
      for (JsonNode row : rows(data.resolve(file + ".jsonl"))) {
        for (JsonNode message : row.path("messages")) {
          if (message.path("role").asText().equals("assistant")) {
            fences(message.path("content").asText(), all);
          }
        }
      }
    }
    for (JsonNode row : rows(data.resolve("code/sven-pairs.jsonl"))) {
      String file = row.path("file").asText();
      add(row.path("before").asText(), file.substring(file.lastIndexOf('.') + 1), all);
      add(row.path("after").asText(), file.substring(file.lastIndexOf('.') + 1), all);
    }
    for (JsonNode row : rows(data.resolve("code/cyberseceval.jsonl"))) {
      add(row.path("origin_code").asText(), row.path("language").asText(), all);
    }
    return all;
  }

  private static void fences(String text, List<Map.Entry<String, Language>> all) {
    Matcher fence = FENCE.matcher(text);
    boolean found = false;
    while (fence.find()) {
      found = true;
      add(fence.group(2), fence.group(1).isEmpty() ? "python" : fence.group(1), all);
    }
    if (!found) {
      add(text, "python", all);
    }
  }

  private static void add(String code, String name, List<Map.Entry<String, Language>> all) {
    Language language = Language.named(name.toLowerCase(java.util.Locale.ROOT));
    if (language != null && LANGUAGES.contains(language)) {
      all.add(Map.entry(code, language));
    }
  }

  private static List<JsonNode> rows(Path file) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    ObjectMapper json = new ObjectMapper();
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        rows.add(json.readTree(line));
      }
    }
    return rows;
  }
}
