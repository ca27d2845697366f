package dev.assay.internal.check.turn;

import java.util.Set;

/**
 * One kind of looking, shared by all rules that name one of its findings.
 *
 * <p>An instance is used by one thread and may keep scratch memory. Time is linear in the turn.
 */
public interface Check {
  /** What a rule may name in {@code check:}. */
  Set<String> names();

  /** Whether the rest of the turn matters, from what one pass over its characters saw. */
  boolean concerns(TurnView turn);

  /** Reports what it finds in the turn, under one of its names. */
  void check(TurnView turn, Findings out);
}
