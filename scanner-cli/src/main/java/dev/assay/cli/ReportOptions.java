package dev.assay.cli;

import dev.assay.Reports;
import dev.assay.ScanException;
import dev.assay.Scanner;
import dev.assay.report.ConsoleStyle;
import dev.assay.report.ReportWriter;
import dev.assay.report.SarifOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the reports go. */
final class ReportOptions {
  private static final int WIDTH = 80;

  @Option(
      names = "--sarif",
      paramLabel = "FILE",
      description = "Write SARIF 2.1.0: findings with their exact places, for code scanning.")
  private @Nullable Path sarif;

  @Option(
      names = "--sarif-profile",
      paramLabel = "PROFILE",
      defaultValue = "full",
      description =
          "For whom the SARIF is: full, or github, which shows suppressed findings as open: they are"
              + " left out. Default: full.")
  private SarifOptions.Profile sarifProfile = SarifOptions.Profile.FULL;

  @Option(
      names = "--sarif-category",
      paramLabel = "NAME",
      defaultValue = "dataset",
      description =
          "What tells this scan's alerts from those of other scans of the repository. Default:"
              + " dataset.")
  private String sarifCategory = "dataset";

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the summary as JSON (docs/reference/summary.schema.json).")
  private @Nullable Path json;

  @Option(
      names = "--records",
      paramLabel = "FILE",
      description = "Write a JSON line for every record: its place, hash, verdict and families.")
  private @Nullable Path records;

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      description = "Write a summary for a pull-request comment.")
  private @Nullable Path markdown;

  @Option(
      names = "--code-quality",
      paramLabel = "FILE",
      description = "Write GitLab's Code Quality report.")
  private @Nullable Path codeQuality;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print nothing on standard output.")
  private boolean quiet;

  boolean quiet() {
    return quiet;
  }

  /**
   * Starts the reports, or none of them.
   *
   * @throws ScanException if one cannot be written where it should go
   */
  List<ReportWriter> open(Terminal terminal, Scanner scanner) throws ScanException {
    targetsAreFree(scanner);
    List<ReportWriter> writers = new ArrayList<>();
    try {
      open(sarif, this::sarif, writers);
      open(json, Reports::json, writers);
      open(records, Reports::records, writers);
      open(markdown, Reports::markdown, writers);
      open(codeQuality, Reports::codeQuality, writers);
    } catch (IOException e) {
      discard(writers);
      throw ScanException.usage(String.valueOf(e.getMessage()), e);
    }
    if (!quiet) {
      ConsoleStyle style = new ConsoleStyle(terminal.colour(), terminal.unicode(), WIDTH);
      writers.add(Reports.console(terminal.out(), style, List.copyOf(writers)));
    }
    return writers;
  }

  private ReportWriter sarif(Path file) throws IOException {
    return Reports.sarif(
        file, new SarifOptions(sarifCategory, SarifOptions.MOST_RESULTS, sarifProfile));
  }

  /** What was begun is removed: a report is written whole or not at all. */
  static void discard(List<ReportWriter> writers) {
    for (ReportWriter writer : writers) {
      try {
        writer.close();
      } catch (IOException e) {
        // Nothing more can be done; what cannot be removed stays behind as a hidden .part file.
        continue;
      }
    }
  }

  /** A report would replace what is there: neither another report nor the data themselves. */
  private void targetsAreFree(Scanner scanner) throws ScanException {
    Set<Path> targets = new HashSet<>();
    for (Path report : Arrays.asList(sarif, json, records, markdown, codeQuality)) {
      if (report != null && !Files.isDirectory(report) && isFile(report)) {
        Path target = report.toAbsolutePath().normalize();
        if (!targets.add(target)) {
          throw ScanException.usage(
              "Two reports would be written to " + report + ": give each a name of its own.", null);
        }
        if (Files.exists(target) && isScanned(target, scanner)) {
          throw ScanException.usage(
              "The report "
                  + report
                  + " would replace a file that is scanned: name another place, or leave the file"
                  + " out with --exclude.",
              null);
        }
      }
    }
  }

  /** Pipes and devices take several reports, one after the other. */
  private static boolean isFile(Path report) {
    return Files.isRegularFile(report) || !Files.exists(report);
  }

  private static boolean isScanned(Path target, Scanner scanner) throws ScanException {
    for (String file : scanner.files()) {
      try {
        if (!file.equals("-") && Files.isSameFile(target, Path.of(file))) {
          return true;
        }
      } catch (IOException e) {
        // A file that vanished meanwhile is not replaced; the scan reports it.
        continue;
      }
    }
    return false;
  }

  private interface Start {
    ReportWriter at(Path file) throws IOException;
  }

  private static void open(@Nullable Path file, Start start, List<ReportWriter> writers)
      throws IOException {
    if (file != null) {
      writers.add(start.at(file));
    }
  }
}
