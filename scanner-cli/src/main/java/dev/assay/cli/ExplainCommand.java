package dev.assay.cli;

import dev.assay.ScanConfig;
import dev.assay.Scanner;
import dev.assay.record.SchemaMap;
import dev.assay.verdict.RecordExplanation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay explain}. */
@Command(
    name = "explain",
    description =
        "Show why the record at a line of a file got its verdict: its segments, the rules that came"
            + " into question and how far each came, framing and verdict.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  assay explain fixtures/demo/code-assistant.jsonl:3")
final class ExplainCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE:LINE", description = "The file and a line of the record in it.")
  private String place = "";

  @Option(
      names = "--map",
      paramLabel = "ROLE=COLUMN,...",
      converter = ScanOptions.MapConverter.class,
      description = "Where the turns are, as for scan.")
  private @Nullable SchemaMap map;

  @Option(names = "--rules", paramLabel = "DIR", description = "A folder of further rules.")
  private List<Path> rules = List.of();

  @Option(
      names = "--source-option",
      paramLabel = "NAME=VALUE",
      description = "A setting of a source that is no file of this machine, as for scan.")
  private Map<String, String> sourceOptions = Map.of();

  @Spec private @Nullable CommandSpec spec;
  private final Terminal terminal;

  ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    int colon = place.lastIndexOf(':');
    long line = colon < 0 ? -1 : line(place.substring(colon + 1));
    if (line < 1) {
      throw new ParameterException(
          java.util.Objects.requireNonNull(spec).commandLine(),
          "'" + place + "' names no line: write FILE:LINE, such as train.jsonl:17.");
    }
    String file = place.substring(0, colon);
    ScanConfig config =
        ScanConfig.builder(List.of(file))
            .ruleFolders(rules)
            .map(map)
            .sourceOptions(sourceOptions)
            .environment(System.getenv())
            .build();
    RecordExplanation explanation = Scanner.of(config).explain(file, line);
    new ExplanationText(terminal.out()).print(explanation);
    return 0;
  }

  private static long line(String digits) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
