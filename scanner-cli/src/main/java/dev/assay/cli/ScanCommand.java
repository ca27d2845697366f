package dev.assay.cli;

import dev.assay.Scanner;
import dev.assay.report.ScanSummary;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code assay scan}. */
@Command(
    name = "scan",
    description = "Scan datasets: what is in them, how much of it is poisoned, and does the gate pass.",
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

  @Override
  public Integer call() throws Exception {
    Scanner scanner = Scanner.of(scan.toScanConfig());
    try (ProgressLine progress = ProgressLine.on(terminal)) {
      ScanSummary summary = scanner.scan(reports.open(terminal), progress, terminal.in());
      return summary.exitCode();
    }
  }
}
