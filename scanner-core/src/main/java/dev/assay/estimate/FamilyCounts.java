package dev.assay.estimate;

/**
 * What a scan counted of one family, in records.
 *
 * @param suspect SUSPECT records with evidence of this family that counts; a record may count for
 *     several families
 * @param framed records, FRAMED or SUSPECT, with framed evidence of this family
 * @param primary SUSPECT records whose primary family is this one: a partition, at most {@code
 *     suspect}
 * @param hinted CLEAN records with hints of this family, which do not count alone
 */
public record FamilyCounts(long suspect, long framed, long primary, long hinted) {
  /** Nothing of that family. */
  public static final FamilyCounts NONE = new FamilyCounts(0, 0, 0, 0);

  public FamilyCounts {
    if (framed < 0 || hinted < 0 || primary < 0 || primary > suspect) {
      throw new IllegalArgumentException(
          "suspect " + suspect + ", framed " + framed + ", primary " + primary);
    }
  }

  /** Counts without any hint. */
  public FamilyCounts(long suspect, long framed, long primary) {
    this(suspect, framed, primary, 0);
  }

  /** Both added. */
  public FamilyCounts plus(FamilyCounts other) {
    return new FamilyCounts(
        Math.addExact(suspect, other.suspect),
        Math.addExact(framed, other.framed),
        Math.addExact(primary, other.primary),
        Math.addExact(hinted, other.hinted));
  }
}
