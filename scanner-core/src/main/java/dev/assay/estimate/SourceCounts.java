package dev.assay.estimate;

/**
 * What a scan made of one labelled source.
 *
 * @param source its name, unique in its list
 * @param counts records that were SUSPECT, of those scanned
 * @param together the same where hints count too; equal to {@code counts} if they were not measured
 */
public record SourceCounts(String source, Counts counts, Counts together) {
  public SourceCounts {
    if (together.hits() < counts.hits() || together.total() != counts.total()) {
      throw new IllegalArgumentException(
          "source '" + source + "': hints can only add to the records that are suspect");
    }
    if (source.isBlank()) {
      throw new IllegalArgumentException("a labelled source has no name");
    }
  }

  /** Counts of a source whose hints were not measured. */
  public SourceCounts(String source, Counts counts) {
    this(source, counts, counts);
  }

  /** What is found where hints count. */
  SourceCounts withHints() {
    return new SourceCounts(source, together);
  }

  /** Shorthand: {@code hits} of {@code total} records of that source were SUSPECT. */
  public static SourceCounts of(String source, long hits, long total) {
    return new SourceCounts(source, new Counts(hits, total));
  }

  /**
   * A source of poison as a scan saw it: every SUSPECT record is a hit, whatever its family. The
   * estimate shares suspect records out by primary family, so poison of one family that another one
   * found first is found all the same.
   */
  public static SourceCounts of(String source, Census census) {
    return of(source, census.suspect(), census.scanned());
  }
}
