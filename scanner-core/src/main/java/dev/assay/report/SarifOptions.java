package dev.assay.report;

/**
 * How a SARIF report is written.
 *
 * @param category what tells this report's alerts from those of other scans of the same repository:
 *     uploads of one category replace each other. Letters, digits, {@code . _ -} and {@code /} are
 *     kept
 * @param maxResults how many findings at most; the worst stay, and the report says how many are
 *     left out. GitHub takes 25,000
 */
public record SarifOptions(String category, int maxResults) {
  /** What GitHub takes. */
  public static final int MOST_RESULTS = 25_000;

  /** One category for all scans, as many results as GitHub takes. */
  public static final SarifOptions DEFAULT = new SarifOptions("dataset", MOST_RESULTS);

  public SarifOptions {
    if (maxResults < 1) {
      throw new IllegalArgumentException("maxResults is " + maxResults + "; it must be at least 1");
    }
  }
}
