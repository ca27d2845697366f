package dev.assay.cli;

import dev.assay.Baselines;
import dev.assay.Baselines.Change;
import dev.assay.Baselines.Outcome;
import dev.assay.ScanConfig;
import dev.assay.policy.Settings;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code assay baseline}. */
@Command(
    name = "baseline",
    description = "Keep the findings that were there before, so that the gate judges what is new.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "write|update|prune",
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay baseline write data/",
      "  assay scan data/ --baseline .assay/baseline.jsonl",
      "  assay baseline update data/",
      "  assay baseline prune data/"
    })
final class BaselineCommand implements Runnable {
  /** Where a team keeps it. */
  static final Path STANDARD = Path.of(".assay", "baseline.jsonl");

  @Spec private @Nullable CommandSpec spec;

  private BaselineCommand() {}

  static CommandLine withSubcommands(Terminal terminal) {
    CommandLine command = new CommandLine(new BaselineCommand());
    for (Change change : Change.values()) {
      CommandLine changing = new CommandLine(new Changing(terminal, change));
      changing.getCommandSpec().usageMessage().description(description(change));
      command.addSubcommand(change.name().toLowerCase(Locale.ROOT), changing);
    }
    return command;
  }

  private static String description(Change change) {
    return switch (change) {
      case WRITE -> "Make a baseline of all findings; an existing one is not replaced.";
      case UPDATE -> "Add the findings that are new: look at them before you do.";
      case PRUNE -> "Take out the findings that are not there any more.";
    };
  }

  @Override
  public void run() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(), "Say write, update or prune.");
  }

  /** Scans and changes the file. */
  @Command(mixinStandardHelpOptions = true, sortOptions = false)
  private static final class Changing implements Callable<Integer> {
    @Mixin private ScanOptions scan = new ScanOptions();
    @Mixin private PolicyOptions policy = new PolicyOptions();

    private final Terminal terminal;
    private final Change change;

    Changing(Terminal terminal, Change change) {
      this.terminal = terminal;
      this.change = change;
    }

    @Override
    public Integer call() throws Exception {
      Settings settings = scan.settings(policy.load());
      if (policy.printsConfig()) {
        PolicyOptions.print(settings, terminal);
        return 0;
      }
      ScanConfig config = scan.config(settings);
      Path named = config.baseline();
      Path file = named == null ? STANDARD : named;
      Outcome outcome;
      try (ProgressLine progress = ProgressLine.on(terminal)) {
        outcome = Baselines.change(change, config, file, progress, terminal.in());
      }
      if (!outcome.written()) {
        terminal
            .err()
            .println(
                "assay: Not everything could be scanned, so "
                    + file
                    + " was left as it was: assay scan shows what is missing.");
        return Errors.INCOMPLETE;
      }
      terminal
          .out()
          .printf(
              Locale.ROOT,
              "%s holds %,d findings: %,d came in, %,d went out.%n",
              file,
              outcome.size(),
              outcome.added(),
              outcome.removed());
      return 0;
    }
  }
}
