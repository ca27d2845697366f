package dev.assay.internal.rule;

/**
 * A place in a rule file.
 *
 * @param line from 1
 * @param column from 1
 */
public record Mark(int line, int column) {
  /** The file as a whole. */
  static final Mark WHOLE = new Mark(0, 0);
}
