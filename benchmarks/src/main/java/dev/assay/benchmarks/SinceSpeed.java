package dev.assay.benchmarks;

import dev.assay.ScanConfig;
import dev.assay.Scanner;
import dev.assay.report.ScanProgress;
import dev.assay.report.ScanSummary;
import dev.assay.source.Changes;
import java.io.BufferedOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures a scan of what changed since a revision beside a scan of all, in a repository of a
 * hundred files of which one changed: 1 % of the records.
 */
public final class SinceSpeed {
  private static final int FILES = 100;

  private SinceSpeed() {}

  /**
   * Measures, prints, and writes the page if asked to.
   *
   * @param arguments see {@link Options}; {@code --records} are those of all files together
   */
  public static void main(String[] arguments) throws Exception {
    Options options = Options.of(arguments);
    int each = options.records() / FILES;
    Path folder = options.work().resolve("since-" + options.records());
    if (!Files.exists(folder.resolve(".git"))) {
      Repository.init(folder);
      for (int file = 0; file < FILES; file++) {
        write(folder, file, 1 + file * each, each);
      }
      Repository.commit(folder);
      // Rows that none of the files has.
      write(folder, FILES / 2, 1 + FILES * each, each);
      Repository.commit(folder);
    }
    ScanConfig config = ScanConfig.of(List.of(folder.toString())).toBuilder().threads(2).build();
    Steady whole = new Steady("all", 2, scan(config, FILES * each));
    Steady since =
        new Steady(
            "--since", 2, scan(config.toBuilder().changes(Changes.since("HEAD~1")).build(), each));
    for (int round = 1; round <= options.rounds(); round++) {
      whole.round();
      since.round();
      System.out.printf("load %.1f: %s; %s%n", Machine.load(), whole.latest(), since.latest());
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "`--since` over %,.0f MB in %d files, one of them changed: %.1f s in place of %.1f s,"
                + " %.1f times as fast (wanted: 20); of the processor %.1f s in place of %.1f s, %.1f"
                + " times less. Load average %.1f.",
            size(folder) / 1e6,
            FILES,
            since.seconds(),
            whole.seconds(),
            whole.seconds() / since.seconds(),
            since.processorSeconds(),
            whole.processorSeconds(),
            whole.processorSeconds() / since.processorSeconds(),
            Machine.load()));
    lines.forEach(System.out::println);
    if (options.page() != null) {
      Page.replace(options.page(), "since", lines);
    }
  }

  private static void write(Path folder, int file, int first, int count) throws Exception {
    Path path = folder.resolve(String.format(Locale.ROOT, "part-%03d.jsonl", file));
    ChatRecords records = new ChatRecords();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
      for (int row = first; row < first + count; row++) {
        out.write(records.line(row));
      }
    }
  }

  private static long size(Path folder) throws Exception {
    long size = 0;
    for (int file = 0; file < FILES; file++) {
      size += Files.size(folder.resolve(String.format(Locale.ROOT, "part-%03d.jsonl", file)));
    }
    return size;
  }

  private static Steady.Work scan(ScanConfig config, int expected) throws Exception {
    Scanner scanner = Scanner.of(config);
    return () -> {
      ScanSummary summary =
          scanner.scan(List.of(), ScanProgress.NONE, InputStream.nullInputStream());
      if (summary.census().scanned() != expected || !summary.complete()) {
        throw new IllegalStateException(summary.census().scanned() + " of " + expected);
      }
      return summary.census().suspect();
    };
  }
}
