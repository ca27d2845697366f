package dev.assay.estimate;

/**
 * How many suspect rows of one kind are too many, in a set of any size.
 *
 * @param warn from so many rows the gate says so, at least 1 and at most {@code fail}
 * @param fail from so many rows the gate fails; {@link #NEVER} if it never does
 * @param falseAlarms share of clean rows that may be flagged by mistake, 0 to 1: in a large set
 *     their expected number is allowed on top, or no large set could pass
 */
public record CountLimit(long warn, long fail, double falseAlarms) {
  /** No number of rows. */
  public static final long NEVER = Long.MAX_VALUE;

  public CountLimit {
    if (warn < 1 || warn > fail) {
      throw new IllegalArgumentException("count limit from " + warn + " to " + fail);
    }
    if (!(falseAlarms >= 0 && falseAlarms <= 1)) {
      throw new IllegalArgumentException("false alarms " + falseAlarms + " of a count limit");
    }
  }

  /** Fails above so many rows and says nothing before; nothing is allowed on top. */
  public static CountLimit above(long most) {
    if (most < 0) {
      throw new IllegalArgumentException("count limit " + most);
    }
    return new CountLimit(most + 1, most + 1, 0);
  }

  /** The same limits in a set of so many records, with what is allowed on top. */
  CountLimit in(long records) {
    long more = (long) Math.floor(falseAlarms * records);
    return new CountLimit(warn + more, fail == NEVER ? NEVER : fail + more, 0);
  }
}
