package dev.assay.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The figures of a run, for people and for the page. */
final class Table {
  private final int records;
  private final long bytes;
  private final int rules;
  private final List<String> notes = new ArrayList<>();

  Table(Path data, int records, int rules) throws IOException {
    this.records = records;
    this.bytes = Files.size(data);
    this.rules = rules;
  }

  void candidates(CandidateCount... counts) {
    for (CandidateCount count : counts) {
      notes.add(count.describe());
    }
  }

  void print(PrintStream out, List<Steady> all, @Nullable String ripgrep, double load) {
    out.println();
    lines(all, ripgrep, load).forEach(out::println);
  }

  void write(Path page, List<Steady> all, @Nullable String ripgrep, double load)
      throws IOException {
    Page.replace(page, "end-to-end", lines(all, ripgrep, load));
  }

  private List<String> lines(List<Steady> all, @Nullable String ripgrep, double load) {
    List<String> lines = new ArrayList<>();
    lines.add("| what | threads | records/s | MB/s | of Jackson | processor us/record |");
    lines.add("|---|--:|--:|--:|--:|--:|");
    for (Steady one : all) {
      lines.add(row(one, all));
    }
    lines.add("");
    lines.addAll(ratios(all));
    lines.add("");
    lines.add(
        format(
            "%,d records of %,d bytes on average, one file in the page cache; medians of the last three"
                + " rounds; %d built-in rules, all on.",
            records, bytes / records, rules));
    notes.forEach(note -> lines.add("- " + note));
    Machine.describe().forEach(line -> lines.add("- " + line));
    if (ripgrep != null) {
      lines.add("- " + ripgrep);
    }
    lines.add(format("- load average %.1f before and %.1f after", load, Machine.load()));
    return lines;
  }

  private String row(Steady one, List<Steady> all) {
    return format(
        "| %s | %d | %,.0f | %.0f | %.0f %% | %.1f |",
        one.name(),
        one.threads(),
        records / one.seconds(),
        bytes / 1e6 / one.seconds(),
        100 * find(all, "Jackson", one.threads()).seconds() / one.seconds(),
        1e6 * one.processorSeconds() / records);
  }

  private List<String> ratios(List<Steady> all) {
    List<String> lines = new ArrayList<>();
    String builtIn = "Assay, " + rules + " ";
    String many = "Assay, " + 10 * rules + " ";
    Steady two = find(all, builtIn, 2);
    lines.add(
        format(
            "- two threads are %.2f times as fast as one",
            find(all, builtIn, 1).seconds() / two.seconds()));
    for (int threads = 1; threads <= 2; threads++) {
      lines.add(
          format(
              "- ten times the rules take %.2f times as long on %d thread%s",
              find(all, many, threads).seconds() / find(all, builtIn, threads).seconds(),
              threads,
              threads == 1 ? "" : "s"));
    }
    for (Steady one : all) {
      if (one.name().startsWith("ripgrep")) {
        lines.add(
            format(
                "- %.2f times as fast as %s on 2 threads; it takes %.2f times the processor time of Assay",
                one.seconds() / two.seconds(),
                one.name(),
                one.processorSeconds() / two.processorSeconds()));
      }
    }
    return lines;
  }

  private static Steady find(List<Steady> all, String name, int threads) {
    return all.stream()
        .filter(one -> one.name().startsWith(name) && one.threads() == threads)
        .findFirst()
        .orElseThrow();
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
