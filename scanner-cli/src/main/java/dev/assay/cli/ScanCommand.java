package dev.assay.cli;

import dev.assay.Scanner;
import dev.assay.report.ReportWriter;
import dev.assay.report.ScanSummary;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code assay scan}. */
@Command(
    name = "scan",
    description =
        "Scan datasets: what is in them, how much of it is poisoned, and does the gate pass.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay scan data/train.jsonl",
      "  assay scan data/ --include 'train/**' --fail-above 1%% --sarif assay.sarif",
      "  zcat train.jsonl.gz | assay scan - --map user=question,assistant=answer",
      "",
      "Exit codes: 0 scanned whole and passed; 1 the gate failed; 2 wrong usage; 3 not everything"
          + " could be scanned."
    })
final class ScanCommand implements Callable<Integer> {
  @Mixin private ScanOptions scan;
  @Mixin private ReportOptions reports;
  private final Terminal terminal;

  ScanCommand(Terminal terminal) {
    this.terminal = terminal;
    this.scan = new ScanOptions();
    this.reports = new ReportOptions();
  }

  /** On Ctrl-C, what was begun is removed; a report is written whole or not at all. */
  private static void discard(List<ReportWriter> writers) {
    for (ReportWriter writer : writers) {
      try {
        writer.close();
      } catch (IOException e) {
        // The process ends; what cannot be removed now stays behind as a hidden .part file.
        continue;
      }
    }
  }

  @Override
  public Integer call() throws Exception {
    Scanner scanner = Scanner.of(scan.toScanConfig());
    try (ProgressLine progress = ProgressLine.on(terminal)) {
      List<ReportWriter> writers = reports.open(terminal);
      Thread discard = new Thread(() -> discard(writers));
      Runtime.getRuntime().addShutdownHook(discard);
      ScanSummary summary = scanner.scan(writers, progress, terminal.in());
      Runtime.getRuntime().removeShutdownHook(discard);
      return summary.exitCode();
    }
  }
}
