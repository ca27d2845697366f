package dev.assay.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * What a command talks to.
 *
 * @param in standard input
 * @param out what was asked for
 * @param err progress and errors
 * @param colour whether {@code out} may be coloured
 * @param unicode whether {@code out} shows more than ASCII
 * @param interactive whether somebody watches {@code err}, so that a progress bar makes sense
 */
record Terminal(
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean colour,
    boolean unicode,
    boolean interactive) {

  /**
   * The process's own. The launcher says what is a terminal, since Java 17 cannot tell for each
   * stream; without the launcher nothing is taken for one.
   */
  static Terminal ofProcess() {
    String noColor = System.getenv("NO_COLOR");
    boolean plain = noColor != null && !noColor.isEmpty();
    return new Terminal(
        System.in,
        System.out,
        System.err,
        Boolean.getBoolean("assay.stdout.tty") && !plain,
        Charset.defaultCharset().equals(StandardCharsets.UTF_8),
        Boolean.getBoolean("assay.stderr.tty"));
  }
}
