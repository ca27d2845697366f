package dev.assay.internal.yaml;

/**
 * A place in a rule file.
 *
 * @param line from 1
 * @param column from 1
 */
public record Mark(int line, int column) {
  /** The file as a whole. */
  public static final Mark WHOLE = new Mark(0, 0);
}
