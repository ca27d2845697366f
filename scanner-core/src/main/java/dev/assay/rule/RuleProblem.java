package dev.assay.rule;

/**
 * Something wrong in a rule file, placed so that an editor can jump to it.
 *
 * @param file the file, relative to the folder that was loaded, {@code /} separated
 * @param line from 1, or 0 where the whole file is meant
 * @param column from 1, or 0 where the whole line is meant
 * @param message what is wrong and what to do
 */
public record RuleProblem(String file, int line, int column, String message) {
  @Override
  public String toString() {
    if (line == 0) {
      return file + ": " + message;
    }
    return file + ":" + line + ":" + Math.max(1, column) + ": " + message;
  }
}
