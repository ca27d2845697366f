package dev.assay.triage;

/**
 * What became of a suppression in a scan.
 *
 * @param suppression it
 * @param matched how many findings it matches
 * @param state whether it holds
 */
public record SuppressionUse(Suppression suppression, long matched, State state) {
  /** Whether a suppression holds. */
  public enum State {
    /** It hides what it matches. */
    USED,
    /** It matches nothing. */
    UNUSED,
    /** Its last day is over: it hides nothing. */
    EXPIRED,
    /** It matches more than it is meant for: it hides nothing. */
    EXCEEDED
  }

  /** Whether findings are laid bare by it, so that somebody must look. */
  public boolean fails() {
    return matched > 0 && (state == State.EXPIRED || state == State.EXCEEDED);
  }
}
