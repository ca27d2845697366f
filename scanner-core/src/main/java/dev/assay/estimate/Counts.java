package dev.assay.estimate;

/**
 * How many of how many: 160 of 200. Percentages hide how sure they are; counts do not.
 *
 * @param hits 0 to {@code total}
 * @param total 0 or more
 */
public record Counts(long hits, long total) {
  public Counts {
    require(hits, total);
  }

  static void require(long hits, long total) {
    if (total < 0 || hits < 0 || hits > total) {
      throw new IllegalArgumentException(hits + " of " + total + " is no count");
    }
  }

  /** Hits over total, 0 to 1; 0 of nothing is 0. */
  public double fraction() {
    return total == 0 ? 0 : (double) hits / total;
  }

  /** Both counts added. */
  public Counts plus(Counts other) {
    return new Counts(Math.addExact(hits, other.hits), Math.addExact(total, other.total));
  }
}
