package dev.assay.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The entry point of the command line. */
@Command(
    name = "assay",
    description = "Tells how much of a training set is poisoned, before anyone trains on it.",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay scan data/train.jsonl",
      "  assay scan data/ --fail-above 1%% --sarif assay.sarif",
      "  assay explain data/train.jsonl:17",
      "  assay rules search \"sql injection\"",
      "",
      "Exit codes: 0 scanned whole and passed; 1 the gate failed; 2 wrong usage, nothing was"
          + " scanned; 3 not everything could be scanned."
    })
public final class Main implements Runnable {
  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "On an error, print where in Assay it came from.")
  private boolean stacktrace;

  @Spec private CommandSpec spec;

  private Main() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command? See the list below.");
  }

  /**
   * Runs one command and returns its exit code: 0 passed, 1 the gate failed, 2 wrong usage, 3 not
   * everything could be scanned. Apart from {@link #main} so that tests can assert the code and the
   * output without ending the JVM.
   */
  static int run(Terminal terminal, String... args) {
    Main main = new Main();
    CommandLine commandLine = new CommandLine(main);
    Commands.addTo(commandLine, terminal);
    commandLine.setOut(writer(terminal.out()));
    commandLine.setErr(writer(terminal.err()));
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setUsageHelpAutoWidth(false);
    commandLine.setExecutionExceptionHandler(
        (exception, command, parsed) -> Errors.report(exception, terminal.err(), main.stacktrace));
    commandLine.setParameterExceptionHandler(
        (exception, unparsed) -> Errors.report(exception, terminal.err()));
    return commandLine.execute(args);
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  public static void main(String[] args) {
    System.exit(run(Terminal.ofProcess(), args));
  }
}
