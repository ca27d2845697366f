package dev.assay.verdict;

/**
 * Why a record shows what it shows, decided for the whole conversation.
 *
 * @param kind what the conversation asks for
 * @param turn index of the turn that shows it; -1 if none does
 * @param start first UTF-16 unit of the words that show it
 * @param end one past the last
 */
public record Framing(Kind kind, int turn, int start, int end) {
  /** What the conversation asks for. */
  public enum Kind {
    /** Nothing excuses a finding. */
    NONE,
    /** The flaw is what was asked for, in order to teach, test or explain it. */
    EDUCATIONAL,
    /** Educational only in a sentence repeated over many records: no excuse. */
    BOILERPLATE
  }

  /** No framing. */
  public static final Framing NONE = new Framing(Kind.NONE, -1, 0, 0);
}
