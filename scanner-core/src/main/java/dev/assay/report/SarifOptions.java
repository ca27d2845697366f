package dev.assay.report;

/**
 * How a SARIF report is written.
 *
 * @param category what tells this report's alerts from those of other scans of the same repository:
 *     uploads of one category replace each other. Letters, digits, {@code . _ -} and {@code /} are
 *     kept
 * @param maxResults how many findings at most; the worst stay, and the report says how many are
 *     left out. GitHub takes 25,000
 * @param profile for whom
 */
public record SarifOptions(String category, int maxResults, Profile profile) {
  /** For whom a report is written. */
  public enum Profile {
    /** Whoever reads all of SARIF: suppressed findings are in it and marked. */
    FULL,
    /** GitHub, which shows suppressed findings as open alerts: they are left out. */
    GITHUB
  }

  /** What GitHub takes. */
  public static final int MOST_RESULTS = 25_000;

  /** One category for all scans, as many results as GitHub takes. */
  public static final SarifOptions DEFAULT =
      new SarifOptions("dataset", MOST_RESULTS, Profile.FULL);

  /** For whoever reads all of SARIF. */
  public SarifOptions(String category, int maxResults) {
    this(category, maxResults, Profile.FULL);
  }

  public SarifOptions {
    if (maxResults < 1) {
      throw new IllegalArgumentException("maxResults is " + maxResults + "; it must be at least 1");
    }
  }
}
