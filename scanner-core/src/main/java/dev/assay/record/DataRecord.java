package dev.assay.record;

import java.util.List;

/**
 * One training example.
 *
 * @param turns what was said, in order; never empty
 * @param origin where it lies in its file
 */
public record DataRecord(List<Turn> turns, Origin origin) {
  public DataRecord {
    turns = List.copyOf(turns);
    if (turns.isEmpty()) {
      throw new IllegalArgumentException("a record has at least one turn");
    }
  }

  /** Whether a model would learn anything from the record. */
  public boolean hasLearnedTurn() {
    for (Turn turn : turns) {
      if (turn.role().learned()) {
        return true;
      }
    }
    return false;
  }
}
