package dev.assay.segment;

/**
 * A typed part of one turn. The segments of a turn lie in order, do not overlap and cover it.
 *
 * <p>All offsets are UTF-16 units of the turn's text.
 */
public sealed interface Segment permits Prose, Code {
  /** Index of the turn in its record. */
  int turn();

  /** First unit. */
  int start();

  /** One past the last unit. */
  int end();
}
