package dev.assay.cli;

import dev.assay.RecordIndex;
import dev.assay.Reports;
import dev.assay.ScanException;
import dev.assay.report.ConsoleStyle;
import dev.assay.search.FoundRecord;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay search}. */
@Command(
    name = "search",
    description =
        "Find records in the index of a scan, as they stand in the dataset. What stands side by side"
            + " must all hold; * finds every record.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nFields:%n",
    footer = {
      "  text, user, assistant, system, tool, rejected   what is said, by anybody or in that role",
      "  verdict, rule, family, framing                  what was said of the record",
      "  file, row, line, record                         where it stands, its hash",
      "",
      "Examples:",
      "  assay scan data/ --index idx",
      "  assay search idx 'shop verdict:suspect rule:py-sql-injection'",
      "  assay search idx 'assistant:\"rm -rf\" NOT verdict:clean' --json",
      "  assay search idx 'file:*/train.jsonl row:[100 TO 200]' --count"
    })
final class SearchCommand implements Callable<Integer> {
  private static final int WIDTH = 100;
  private static final long STANDARD_LIMIT = 20;

  @Parameters(
      index = "0",
      paramLabel = "DIR",
      description = "The index, from assay scan --index DIR.")
  private Path folder = Path.of(".");

  @Parameters(index = "1..*", paramLabel = "QUERY", arity = "1..*", description = "What to find.")
  private List<String> query = List.of();

  @Option(
      names = "--limit",
      paramLabel = "N",
      converter = ScanOptions.CountConverter.class,
      description = "At most N records. Default: 20; with --json all.")
  private @Nullable Integer limit;

  @Option(names = "--count", description = "Print how many there are, and no more.")
  private boolean count;

  @Option(names = "--json", description = "Print a JSON line for every record.")
  private boolean json;

  private final Terminal terminal;

  SearchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws ScanException, IOException {
    String words = String.join(" ", query);
    try (RecordIndex index = RecordIndex.open(folder)) {
      IndexNotes.print(index.facts(), terminal.err());
      if (count) {
        terminal.out().println(index.count(words));
      } else if (json) {
        lines(index, words);
      } else {
        text(index, words);
      }
    }
    return 0;
  }

  private void text(RecordIndex index, String words) throws ScanException, IOException {
    List<FoundRecord> shown = new ArrayList<>();
    index.search(words, limit == null ? STANDARD_LIMIT : limit, shown::add);
    ConsoleStyle style = new ConsoleStyle(terminal.colour(), terminal.unicode(), WIDTH);
    Reports.found(terminal.out(), style, index.count(words), shown);
  }

  private void lines(RecordIndex index, String words) throws ScanException, IOException {
    OutputStream out = new BufferedOutputStream(terminal.out(), 1 << 16);
    try {
      index.search(
          words,
          limit == null ? Long.MAX_VALUE : limit,
          record -> {
            try {
              Reports.foundJson(out, record);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } finally {
      out.flush();
    }
  }
}
