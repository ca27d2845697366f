package dev.assay.benchmarks;

import dev.assay.Rules;
import dev.assay.ScanConfig;
import dev.assay.Scanner;
import dev.assay.internal.check.Checks;
import dev.assay.internal.engine.CompiledRules;
import dev.assay.internal.engine.RuleEngine;
import dev.assay.internal.segment.Segmenter;
import dev.assay.record.DataRecord;
import dev.assay.report.ScanProgress;
import dev.assay.report.ScanSummary;
import dev.assay.rule.RuleSet;
import dev.assay.segment.SegmentedRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Measures scans of records that are code, Bandit over the same answers in the same run, and the
 * slowest record of all labelled code.
 */
public final class CodeSpeed {
  /** So many copies of the file make one scan, so that its beginning and end weigh little. */
  private static final int COPIES = 20;

  private static final int RUNS = 5;
  private final Options options;
  private final List<Path> sets;
  private final List<String> lines = new ArrayList<>();

  private CodeSpeed(Options options, List<Path> sets) {
    this.options = options;
    this.sets = sets;
  }

  /**
   * Measures, prints, and writes the page if asked to.
   *
   * @param arguments files of records (JSONL), the first of which is scanned for speed, then {@code
   *     --} and {@link Options}
   */
  public static void main(String[] arguments) throws Exception {
    List<String> given = List.of(arguments);
    int cut = given.indexOf("--");
    List<Path> sets = given.subList(0, cut).stream().map(Path::of).toList();
    Options options = Options.of(given.subList(cut + 1, given.size()).toArray(new String[0]));
    new CodeSpeed(options, sets).run();
  }

  private void run() throws Exception {
    Path work = Files.createDirectories(options.work().resolve("code"));
    double load = Machine.load();
    List<DataRecord> records = CodeRecords.read(sets.get(0));
    Path data = copies(work.resolve("code-records.jsonl"));
    int count = records.size() * COPIES;
    Steady assay = new Steady("Assay", 1, scan(data, count));
    Steady bandit = bandit(records, work.resolve("answers"));
    for (int round = 1; round <= options.rounds() && !assay.isSteady(); round++) {
      assay.round();
      System.out.println("  " + assay.latest());
    }
    assay.result();
    lines.add("| what | code records/s | processor us/record |");
    lines.add("|---|--:|--:|");
    lines.add(row("Assay, all rules, one thread", count, assay));
    if (bandit != null) {
      for (int round = 0; round < 3; round++) {
        bandit.round();
        System.out.println("  " + bandit.latest());
      }
      lines.add(row("Bandit, all its tests", records.size(), bandit));
      lines.add("");
      lines.add(
          format(
              "- Assay reads %.1f times as many records a second as Bandit; it takes 1/%.1f of the processor's time",
              count / assay.seconds() / (records.size() / bandit.seconds()),
              bandit.processorSeconds() / records.size() / (assay.processorSeconds() / count)));
    } else {
      lines.add("");
      lines.add("- Bandit is not installed and was left out (`apt-get install bandit`)");
    }
    slowest();
    lines.add(
        format(
            "- %,d records of `%s`, %d times over",
            records.size(), sets.get(0).getFileName(), COPIES));
    Machine.describe().forEach(line -> lines.add("- " + line));
    lines.add(format("- load average %.1f before and %.1f after", load, Machine.load()));
    lines.forEach(System.out::println);
    Path page = options.page();
    if (page != null) {
      Page.replace(page, "code", lines);
    }
  }

  private static String row(String name, int records, Steady one) {
    return format(
        "| %s | %,.0f | %.1f |",
        name, records / one.seconds(), 1e6 * one.processorSeconds() / records);
  }

  private Path copies(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int i = 0; i < COPIES; i++) {
        Files.copy(sets.get(0), out);
      }
    }
    return file;
  }

  private static Steady.Work scan(Path data, int count) throws Exception {
    Scanner scanner = Scanner.of(ScanConfig.of(List.of(data.toString())));
    return () -> {
      ScanSummary summary =
          scanner.scan(List.of(), ScanProgress.NONE, InputStream.nullInputStream());
      if (summary.census().scanned() != count || !summary.complete()) {
        throw new IllegalStateException("scanned " + summary.census().scanned() + " of " + count);
      }
      return summary.census().suspect();
    };
  }

  /** Bandit over the answers as files; null where it is not installed. */
  private static @Nullable Steady bandit(List<DataRecord> records, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (int i = 0; i < records.size(); i++) {
      Files.writeString(folder.resolve(i + ".py"), CodeRecords.answer(records.get(i)));
    }
    try {
      new ProcessBuilder("bandit", "--version")
          .redirectErrorStream(true)
          .start()
          .getInputStream()
          .readAllBytes();
    } catch (IOException e) {
      return null;
    }
    return new Steady(
        "Bandit",
        1,
        () -> {
          Process process =
              new ProcessBuilder("bandit", "-q", "-r", folder.toString(), "-f", "csv")
                  .redirectError(ProcessBuilder.Redirect.DISCARD)
                  .start();
          long lines = process.inputReader().lines().count();
          if (process.waitFor() > 1) {
            throw new IOException("bandit failed");
          }
          return lines;
        });
  }

  /**
   * The record of all sets that takes longest; each is judged some times and its best time counts.
   */
  private void slowest() throws IOException {
    RuleSet rules = Rules.builtIn();
    RuleEngine engine = new RuleEngine(CompiledRules.of(rules));
    var checks = Checks.detector(rules.rules());
    Segmenter segmenter = new Segmenter();
    double worst = 0;
    String where = "";
    for (Path set : sets) {
      List<DataRecord> records = CodeRecords.read(set);
      for (int i = 0; i < records.size(); i++) {
        long best = Long.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
          long start = System.nanoTime();
          SegmentedRecord segmented = segmenter.segment(records.get(i));
          engine.detect(segmented, signal -> {});
          checks.detect(segmented, signal -> {});
          best = Math.min(best, System.nanoTime() - start);
        }
        if (best > worst * 1e6) {
          worst = best / 1e6;
          where =
              format(
                  "%s, record %d, %,d characters",
                  set.getFileName(),
                  i + 1,
                  records.get(i).turns().stream().mapToInt(turn -> turn.text().length()).sum());
        }
      }
    }
    lines.add(format("- the slowest record of all labelled code takes %.1f ms (%s)", worst, where));
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
