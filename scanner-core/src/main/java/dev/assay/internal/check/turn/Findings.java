package dev.assay.internal.check.turn;

/** Takes what a check finds in the turn at hand. */
public interface Findings {
  /**
   * A finding in the turn that is being checked.
   *
   * @param name one of the check's names
   * @param start first UTF-16 unit of the evidence
   * @param end one past the last
   */
  void found(String name, int start, int end);

  /** Whether any rule asks for that name, so that dear work can be left out. */
  boolean wants(String name);
}
