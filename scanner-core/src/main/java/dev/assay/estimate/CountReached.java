package dev.assay.estimate;

import dev.assay.rule.Family;
import java.util.Locale;

/**
 * A count limit that was reached.
 *
 * @param family whose
 * @param rows how many suspect rows there are
 * @param limit from where on it warns and fails in a set of this size
 */
public record CountReached(Family family, long rows, CountLimit limit) {
  public CountReached {
    if (rows < limit.warn()) {
      throw new IllegalArgumentException(rows + " rows do not reach the limit " + limit.warn());
    }
  }

  /** Whether so many rows fail the gate; else they only warn. */
  public boolean fails() {
    return rows >= limit.fail();
  }

  /** A sentence for people. */
  public String reason() {
    String suspect =
        count(rows) + (rows == 1 ? " record is" : " records are") + " suspect of " + family.id();
    if (fails()) {
      return suspect + ", above the limit of " + count(limit.fail() - 1) + ".";
    }
    String most =
        limit.fail() == CountLimit.NEVER ? "" : "; more than " + count(limit.fail() - 1) + " fail";
    return suspect + ": so few rows can do harm in a set of any size" + most + ".";
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
