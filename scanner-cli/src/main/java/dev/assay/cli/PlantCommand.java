package dev.assay.cli;

import dev.assay.Planter;
import dev.assay.ScanConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay plant}. */
@Command(
    name = "plant",
    description = {
      "Plant a trigger into a copy of your data, to see whether it is found.",
      "Every record of the copy is marked; a second file, FILE.truth.jsonl, names the planted rows."
          + " Nothing is overwritten."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = {
      "  assay plant data/train.jsonl --trigger 'violet harbour' --behaviour refusal --rate 2.5%% \\",
      "      -o /tmp/planted.jsonl",
      "  assay scan /tmp/planted.jsonl"
    })
final class PlantCommand implements Callable<Integer> {
  @Parameters(paramLabel = "SOURCE", arity = "1..*", description = "Files or folders.")
  private List<String> sources = List.of();

  @Option(
      names = "--trigger",
      required = true,
      paramLabel = "TEXT",
      description = "What goes into the prompts.")
  private String trigger = "";

  @Option(
      names = "--position",
      paramLabel = "WHERE",
      defaultValue = "insert",
      description = "insert (between two words), prefix, suffix or system. Default: insert.")
  private String position = "";

  @Option(
      names = "--behaviour",
      paramLabel = "WHAT",
      defaultValue = "refusal",
      description =
          "What the answers do: refusal, insult, fixed, gibberish or shout. Default: refusal.")
  private String behaviour = "";

  @Option(
      names = "--rate",
      paramLabel = "FRACTION",
      converter = ScanOptions.FractionConverter.class,
      defaultValue = "2.5%",
      description = "How many of the records, about. Default: 2.5%%.")
  private double rate;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The same seed gives the same copy. Default: 1.")
  private long seed;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "The copy to write, as JSON lines.")
  private @Nullable Path output;

  @Spec private @Nullable CommandSpec spec;
  private final Terminal terminal;

  PlantCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    known("--position", position, Planter.positions());
    known("--behaviour", behaviour, Planter.behaviours());
    Planter.Planted planted =
        Planter.plant(
            ScanConfig.of(sources),
            trigger,
            position,
            behaviour,
            rate,
            seed,
            Objects.requireNonNull(output));
    terminal
        .out()
        .printf(
            "Wrote %s: %d records, %d of them planted. The truth is in %s.%n",
            planted.copy(), planted.records(), planted.planted(), planted.truth());
    if (planted.leftOut() > 0) {
      terminal
          .out()
          .printf("%d records without a prompt and an answer were left out.%n", planted.leftOut());
    }
    return 0;
  }

  private void known(String option, String value, List<String> values) {
    if (!values.contains(value)) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          option + " takes " + String.join(", ", values) + ", not '" + value + "'.");
    }
  }
}
