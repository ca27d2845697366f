package dev.assay.cli;

import dev.assay.Reports;
import dev.assay.ScanException;
import dev.assay.report.ConsoleStyle;
import dev.assay.report.ReportWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
      names = {"-q", "--quiet"},
      description = "Print nothing on standard output.")
  private boolean quiet;

  /**
   * Starts the reports.
   *
   * @throws ScanException if one cannot be written where it should go
   */
  List<ReportWriter> open(Terminal terminal) throws ScanException {
    List<ReportWriter> writers = new ArrayList<>();
    try {
      open(sarif, Reports::sarif, writers);
      open(json, Reports::json, writers);
      open(records, Reports::records, writers);
      open(markdown, Reports::markdown, writers);
    } catch (IOException e) {
      throw ScanException.usage(String.valueOf(e.getMessage()), e);
    }
    if (!quiet) {
      ConsoleStyle style = new ConsoleStyle(terminal.colour(), terminal.unicode(), WIDTH);
      writers.add(Reports.console(terminal.out(), style, List.copyOf(writers)));
    }
    return writers;
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
