package dev.assay.signal;

/**
 * A rule that failed while matching: the record it failed on is not judged, the scan ends with 3.
 */
public final class RuleFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String ruleId;

  /**
   * @param ruleId the rule
   * @param cause what it threw
   */
  public RuleFailure(String ruleId, Throwable cause) {
    super("rule " + ruleId + " failed: " + cause, cause);
    this.ruleId = ruleId;
  }

  /** The rule that failed. */
  public String ruleId() {
    return ruleId;
  }
}
