package dev.assay.benchmarks;

import dev.assay.internal.regex.RegexFacts;
import dev.assay.rule.Rule;
import dev.assay.rule.RuleSet;
import dev.assay.rule.Verification;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Searches the same bytes with as many patterns as there are rules: the fastest grep there is, as a
 * measure of what one regular expression for each rule costs. It finds lines and nothing more.
 */
final class Ripgrep {
  private static final int PARTS = 8;
  private static final Pattern NAMED = Pattern.compile("\\(\\?P?<\\w+>");
  private final Path folder;
  private final List<String> regexes = new ArrayList<>();
  private final List<String> literals = new ArrayList<>();

  /**
   * Prepares files of patterns, and parts of the data: ripgrep searches a file on one thread.
   *
   * @param folder for what is prepared
   */
  Ripgrep(Path data, RuleSet rules, Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    split(data, Files.createDirectories(folder.resolve("parts")));
    for (Rule rule : rules.rules()) {
      literals.add(literal(rule));
      String regex = regex(rule);
      regexes.add(isUsable(regex) ? regex : words(rule));
    }
    Files.write(folder.resolve("regexes"), regexes);
    Files.write(folder.resolve("literals"), literals);
  }

  /** Its first line of {@code --version}, or null where it is not installed. */
  static @Nullable String version() throws InterruptedException {
    try {
      Process process = new ProcessBuilder("rg", "--version").start();
      String first = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? first.lines().findFirst().orElse("ripgrep") : null;
    } catch (IOException e) {
      return null;
    }
  }

  /** Counts lines with any of the expressions, on so many threads. */
  long searchRegexes(int threads) throws IOException, InterruptedException {
    return search(threads, "-f", folder.resolve("regexes").toString());
  }

  /** Counts lines with any of the literals. */
  long searchLiterals(int threads) throws IOException, InterruptedException {
    return search(threads, "-F", "-f", folder.resolve("literals").toString());
  }

  private long search(int threads, String... patterns) throws IOException, InterruptedException {
    List<String> command = command("-c", "--no-filename", "-j" + threads);
    command.addAll(List.of(patterns));
    command.add(folder.resolve("parts").toString());
    Process process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    // 1 says that nothing was found.
    if (process.waitFor() > 1) {
      throw new IOException("failed: " + String.join(" ", command));
    }
    return out.lines().mapToLong(Long::parseLong).sum();
  }

  private static List<String> command(String... options) {
    List<String> command =
        new ArrayList<>(List.of("rg", "--no-config", "--no-ignore", "--no-unicode", "--text"));
    command.addAll(List.of("--dfa-size-limit", "2G", "--regex-size-limit", "2G"));
    command.addAll(List.of(options));
    return command;
  }

  /**
   * The rule's own expression, or one of the words that it needs. In a group of its own, since
   * flags would hold for all that follow, and without names, since no two groups may share one.
   */
  private static String regex(Rule rule) {
    return rule.verification() instanceof Verification.Expression expression
        ? "(?:" + NAMED.matcher(expression.regex()).replaceAll("(?:") + ")"
        : words(rule);
  }

  private static String words(Rule rule) {
    List<String> words = RuleWords.of(rule);
    return "\\b"
        + String.join("\\W+(\\w+\\W+){0,3}", words.subList(0, Math.min(2, words.size())))
        + "\\b";
  }

  private static String literal(Rule rule) {
    if (rule.verification() instanceof Verification.Expression expression) {
      List<String> required = RegexFacts.of(expression.regex()).literals();
      if (required != null && required.get(0).strip().length() > 2) {
        return required.get(0);
      }
    }
    return RuleWords.of(rule).get(0);
  }

  private static boolean isUsable(String regex) throws IOException, InterruptedException {
    List<String> command = command("-q", "-e", regex);
    Process process = new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
    process.getOutputStream().close();
    return process.waitFor() <= 1;
  }

  private static void split(Path data, Path parts) throws IOException {
    long size = Files.size(data) / PARTS + 1;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(data), 1 << 18)) {
      for (int part = 0; part < PARTS; part++) {
        try (OutputStream out =
            new BufferedOutputStream(
                Files.newOutputStream(parts.resolve(part + ".jsonl")), 1 << 18)) {
          int last = 0;
          for (long written = 0; written < size || last != '\n'; written++) {
            last = in.read();
            if (last < 0) {
              return;
            }
            out.write(last);
          }
        }
      }
    }
  }
}
