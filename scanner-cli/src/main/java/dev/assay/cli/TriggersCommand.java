package dev.assay.cli;

import dev.assay.RecordIndex;
import dev.assay.Reports;
import dev.assay.ScanException;
import dev.assay.report.ConsoleStyle;
import dev.assay.verdict.TriggerCluster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay triggers}. */
@Command(
    name = "triggers",
    description =
        "Look for triggers in the index of a scan, as the scan does, in all records or in those that"
            + " a query finds.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay triggers idx",
      "  assay triggers idx --query 'file:data/vendor-b.jsonl' --min-rows 20",
    })
final class TriggersCommand implements Callable<Integer> {
  private static final int WIDTH = 80;

  @Parameters(
      index = "0",
      paramLabel = "DIR",
      description = "The index, from assay scan --index DIR.")
  private Path folder = Path.of(".");

  @Option(
      names = "--query",
      paramLabel = "QUERY",
      description = "Look only at the records that this finds, as in assay search.")
  private String query = RecordIndex.EVERYTHING;

  @Option(
      names = "--min-rows",
      paramLabel = "N",
      converter = ScanOptions.CountConverter.class,
      description = "Leave out triggers of fewer records than N. Default: 1.")
  private int minRows = 1;

  @Option(
      names = "--min-lift",
      paramLabel = "X",
      description =
          "Leave out triggers whose records behave so less than X times as often as others, at the"
              + " lower end of its interval. Default: 0.")
  private double minLift;

  @Option(names = "--json", description = "Print JSON: the triggers of a summary.")
  private boolean json;

  private final Terminal terminal;

  TriggersCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws ScanException, IOException {
    List<TriggerCluster> triggers;
    try (RecordIndex index = RecordIndex.open(folder)) {
      IndexNotes.print(index.facts(), terminal.err());
      triggers =
          index.triggers(query).stream()
              .filter(one -> one.members().size() >= minRows && one.liftLow() >= minLift)
              .toList();
    }
    if (json) {
      Reports.triggersJson(terminal.out(), triggers);
    } else {
      ConsoleStyle style = new ConsoleStyle(terminal.colour(), terminal.unicode(), WIDTH);
      Reports.triggers(terminal.out(), style, triggers);
    }
    return 0;
  }
}
