package dev.assay.cli;

import dev.assay.ScanException;
import java.io.PrintStream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Tells the user what went wrong: one sentence, the next step, and the exit code that says so. */
final class Errors {
  /** Wrong usage or configuration: nothing was scanned. */
  static final int USAGE = 2;

  /** Not everything could be done. */
  static final int INCOMPLETE = 3;

  private Errors() {}

  static int report(ParameterException exception, PrintStream err) {
    CommandLine command = exception.getCommandLine();
    err.println("assay: " + exception.getMessage());
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
    return message == null || message.isBlank() ? exception.getClass().getSimpleName() : message;
  }
}
