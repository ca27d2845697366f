package dev.assay.cli;

import dev.assay.ScanConfig;
import dev.assay.ScanException;
import dev.assay.Scanner;
import dev.assay.estimate.Census;
import dev.assay.policy.Settings;
import dev.assay.report.ReportWriter;
import dev.assay.report.ScanSummary;
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
  @Mixin private PolicyOptions policy;
  @Mixin private ReportOptions reports;
  private final Terminal terminal;

  ScanCommand(Terminal terminal) {
    this.terminal = terminal;
    this.scan = new ScanOptions();
    this.policy = new PolicyOptions();
    this.reports = new ReportOptions();
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = scan.settings(policy.load());
    if (policy.printsConfig()) {
      PolicyOptions.print(settings, terminal);
      return 0;
    }
    try {
      return scan(scan.config(settings));
    } catch (ScanException e) {
      throw settings.located(e);
    }
  }

  private int scan(ScanConfig config) throws ScanException {
    Scanner scanner = Scanner.of(config);
    try (ProgressLine progress = ProgressLine.on(terminal)) {
      List<ReportWriter> writers = reports.open(terminal, scanner);
      Discard onInterrupt = Discard.onInterrupt(writers);
      try {
        ScanSummary summary = scanner.scan(writers, progress, terminal.in());
        sayIfQuiet(summary);
        return summary.exitCode();
      } finally {
        onInterrupt.forget();
      }
    }
  }

  /** Quiet is for a scan that went well: a hole in it is said in any case. */
  private void sayIfQuiet(ScanSummary summary) {
    if (reports.quiet() && !summary.complete()) {
      Census census = summary.census();
      terminal
          .err()
          .printf(
              "assay: Not everything could be scanned: %d files, %d malformed and %d skipped"
                  + " records, %d failed rules. Scan again without --quiet, or read --json FILE, to"
                  + " see which.%n",
              summary.unscannedFiles(), census.malformed(), census.skipped(), summary.failures());
    }
  }

  /** Ctrl-C leaves no half report behind. */
  private static final class Discard {
    private final Thread hook;

    private Discard(Thread hook) {
      this.hook = hook;
    }

    static Discard onInterrupt(List<ReportWriter> writers) {
      Thread hook = new Thread(() -> ReportOptions.discard(writers), "assay-discard");
      Runtime.getRuntime().addShutdownHook(hook);
      return new Discard(hook);
    }

    void forget() {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The process is ending and the hook at work: nothing is left to be forgotten.
        return;
      }
    }
  }
}
