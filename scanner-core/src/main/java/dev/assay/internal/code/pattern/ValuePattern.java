package dev.assay.internal.code.pattern;

/** What an expression must be. Immutable. */
interface ValuePattern {
  /** Whether the expression is that. */
  boolean test(Match match, int node);
}
