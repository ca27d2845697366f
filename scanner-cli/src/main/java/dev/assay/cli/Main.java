package dev.assay.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point of the command line. */
@Command(
    name = "assay",
    description = "Tells how much of a training set is poisoned, before anyone trains on it.",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class)
public final class Main {
  private Main() {}

  /**
   * Runs one command and returns its exit code: 0 passed, 1 the gate failed, 2 wrong usage, 3 not
   * everything could be scanned. Apart from {@link #main} so that tests can assert the code and the
   * output without ending the JVM.
   */
  public static int run(String[] args, PrintStream out, PrintStream err) {
    CommandLine commandLine = new CommandLine(new Main());
    commandLine.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    commandLine.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    return commandLine.execute(args);
  }

  public static void main(String[] args) {
    System.exit(run(args, System.out, System.err));
  }
}
