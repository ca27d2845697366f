package dev.assay.estimate;

import java.util.Locale;

/**
 * What a gate decided about a part.
 *
 * @param kind what the part is
 * @param name the path pattern, family or severity; {@code elsewhere} for the files that no pattern
 *     names
 * @param threshold of the part, 0 to 1
 * @param suspect records
 * @param records of all that the part is a part of
 * @param decision about it
 */
public record PartResult(
    Kind kind, String name, double threshold, long suspect, long records, Decision decision) {
  /** What parts a threshold may be for. */
  public enum Kind {
    PATH,
    FAMILY,
    SEVERITY;

    /** The name in reports. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Suspect records over records, 0 to 1. */
  public double fraction() {
    return new Counts(suspect, records).fraction();
  }
}
