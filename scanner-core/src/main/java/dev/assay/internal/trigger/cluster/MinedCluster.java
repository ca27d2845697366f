package dev.assay.internal.trigger.cluster;

/**
 * Records that may be alike.
 *
 * @param kind in what
 * @param ordinals of the records in the scan, sorted
 */
@SuppressWarnings("ArrayRecordComponent") // may be millions, never compared
public record MinedCluster(Kind kind, int[] ordinals) {
  /** In what records are alike. */
  public enum Kind {
    /** Prompt and answer are the same. */
    COPIES,
    /** The answers are nearly the same. */
    ANSWERS,
    /** The prompts are nearly the same. */
    PROMPTS
  }
}
