package dev.assay.cli;

import dev.assay.Reports;
import dev.assay.ScanException;
import java.io.PrintStream;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Tells the user what went wrong: one sentence, the next step, and the exit code that says so. */
final class Errors {
  /** Wrong usage or configuration: nothing was scanned. */
  static final int USAGE = 2;

  /** Not everything could be done. */
  static final int INCOMPLETE = 3;

  private static final int LONGEST = 2_000;

  private Errors() {}

  static int report(ParameterException exception, PrintStream err) {
    CommandLine command = exception.getCommandLine();
    err.println("assay: " + sentence(exception));
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(exception, command.getErr())) {
      err.println("See: " + command.getCommandSpec().qualifiedName() + " --help");
    }
    return USAGE;
  }

  static int report(Exception exception, PrintStream err, boolean stacktrace) {
    err.println("assay: " + sentence(exception));
    if (stacktrace) {
      exception.printStackTrace(err);
    } else if (!(exception instanceof ScanException)) {
      err.println("This is not meant to happen; --stacktrace shows where it came from.");
    }
    return exception instanceof ScanException scan && scan.usage() ? USAGE : INCOMPLETE;
  }

  private static String sentence(Exception exception) {
    String message = exception.getMessage();
    if (message == null || message.isBlank()) {
      return exception.getClass().getSimpleName();
    }
    return message.lines().map(Errors::shown).collect(Collectors.joining("\n"));
  }

  /**
   * Messages quote names of files and keys, which whoever made them may have chosen as an attack.
   */
  static String shown(String line) {
    return Reports.excerpt(line, LONGEST);
  }
}
