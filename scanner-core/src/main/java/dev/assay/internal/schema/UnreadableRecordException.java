package dev.assay.internal.schema;

/**
 * One record cannot be judged; those around it can. Carries no stack trace: it is data, not a
 * defect.
 */
public final class UnreadableRecordException extends Exception {
  /** Why. */
  public enum Reason {
    /** Broken: syntax, types, encoding, limits. */
    MALFORMED,
    /** Whole, and nothing in it is learned. */
    NOTHING_LEARNED,
    /** Known keys for a question, none for what would be learned. */
    NO_LEARNED_KEY,
    /** None of the known keys. */
    UNRECOGNISED
  }

  private final Reason reason;
  private final int at;

  /**
   * @param message what is wrong, as the end of a sentence without its full stop
   * @param at index in the bytes of the record's chunk, or -1 where no single place is wrong
   */
  public UnreadableRecordException(Reason reason, String message, int at) {
    super(message, null, false, false);
    this.reason = reason;
    this.at = at;
  }

  public static UnreadableRecordException malformed(String message) {
    return new UnreadableRecordException(Reason.MALFORMED, message, -1);
  }

  public static UnreadableRecordException malformed(String message, int at) {
    return new UnreadableRecordException(Reason.MALFORMED, message, at);
  }

  public Reason reason() {
    return reason;
  }

  /** Index in the bytes of the record's chunk, or -1. */
  public int at() {
    return at;
  }

  /** The message; there always is one. */
  public String problem() {
    return String.valueOf(getMessage());
  }
}
