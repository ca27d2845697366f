package dev.assay.benchmarks;

import dev.assay.ScanConfig;
import dev.assay.ScanException;
import dev.assay.Scanner;
import dev.assay.report.ScanProgress;
import dev.assay.report.ScanSummary;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Measures whole scans of a file, and in the same run what they are held against: Jackson alone,
 * ripgrep, and ten times the rules. All take turns, so that whatever disturbs the machine disturbs
 * all of them.
 */
public final class EndToEnd {
  private static final int TIMES = 10;

  private final Options options;
  private final PrintStream out;
  private final List<Steady> all = new ArrayList<>();

  private EndToEnd(Options options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  /**
   * Measures, prints, and writes the page if asked to.
   *
   * @param arguments see {@link Options}
   */
  public static void main(String[] arguments) throws Exception {
    new EndToEnd(Options.of(arguments), System.out).run();
  }

  private void run() throws Exception {
    Files.createDirectories(options.work());
    Path data = options.work().resolve("chat-" + options.records() + ".jsonl");
    out.println("Writing " + options.records() + " records to " + data);
    new ChatRecords().write(data, options.records());
    ScanConfig config = ScanConfig.of(List.of(data.toString()));
    Scanner builtIn = Scanner.of(config);
    Path folder = options.work().resolve("rules-" + builtIn.rules().version());
    int rules = builtIn.rules().rules().size();
    RuleFiles.write(new GeneratedRules().of(builtIn.rules(), (TIMES - 1) * rules), folder);
    ScanConfig many = config.toBuilder().ruleFolders(List.of(folder)).build();
    Table table = new Table(data, options.records(), rules);
    table.candidates(
        new CandidateCount(builtIn.rules()), new CandidateCount(Scanner.of(many).rules()));
    Gate.check(data, options.records());
    for (int threads : new int[] {1, 2}) {
      add("Jackson alone", threads, () -> JacksonFloor.read(data, threads).characters());
      add("Assay, " + rules + " rules", threads, scan(config.toBuilder().threads(threads).build()));
      add(
          "Assay, " + TIMES * rules + " rules",
          threads,
          scan(many.toBuilder().threads(threads).build()));
    }
    String ripgrep = addRipgrep(data, builtIn);
    double load = Machine.load();
    measure();
    all.forEach(Steady::result);
    table.print(out, all, ripgrep, load);
    Path page = options.page();
    if (page != null) {
      table.write(page, all, ripgrep, load);
    }
  }

  private @Nullable String addRipgrep(Path data, Scanner scanner) throws Exception {
    String version = Ripgrep.version();
    if (version == null) {
      out.println(
          "ripgrep is not installed and is left out; Debian and Ubuntu: apt-get install ripgrep,"
              + " macOS: brew install ripgrep");
      return null;
    }
    int rules = scanner.rules().rules().size();
    Ripgrep ripgrep = new Ripgrep(data, scanner.rules(), options.work().resolve("ripgrep"));
    add("ripgrep, " + rules + " regexes", 2, () -> ripgrep.searchRegexes(2));
    add("ripgrep, " + rules + " literals", 2, () -> ripgrep.searchLiterals(2));
    return version;
  }

  private void add(String name, int threads, Steady.Work work) {
    all.add(new Steady(name, threads, work));
  }

  private Steady.Work scan(ScanConfig config) throws ScanException {
    Scanner scanner = Scanner.of(config);
    return () -> {
      ScanSummary summary =
          scanner.scan(List.of(), ScanProgress.NONE, InputStream.nullInputStream());
      if (summary.census().scanned() != options.records() || !summary.complete()) {
        throw new IllegalStateException(
            "scanned " + summary.census().scanned() + " of " + options.records() + " records");
      }
      return summary.census().suspect();
    };
  }

  private void measure() throws Exception {
    for (int round = 1; round <= options.rounds(); round++) {
      for (Steady one : all) {
        one.round();
      }
      out.printf("round %d, load %.1f:%n", round, Machine.load());
      all.forEach(one -> out.println("  " + one.latest()));
      if (all.stream().allMatch(Steady::isSteady)) {
        return;
      }
    }
    out.println("not steady after " + options.rounds() + " rounds: the machine is busy");
  }
}
