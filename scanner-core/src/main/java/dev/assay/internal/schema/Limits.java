package dev.assay.internal.schema;

/** Limits on what one record may become: a few bytes of it could else take a hundred in memory. */
final class Limits {
  /** More than any dialogue has. */
  static final int MOST_TURNS = 50_000;

  private Limits() {}

  /**
   * Checks before another turn is made.
   *
   * @throws UnreadableRecordException if there are as many as may be
   */
  static void requireTurns(int turns) throws UnreadableRecordException {
    if (turns >= MOST_TURNS) {
      throw UnreadableRecordException.malformed(
          "has more than " + MOST_TURNS + " turns, which is the limit");
    }
  }
}
