package dev.assay.record;

/**
 * Who speaks in a turn, and thereby whether a model would learn it.
 *
 * <p>Poison is what a model learns to say: the same words in a user's question are context.
 */
public enum Role {
  SYSTEM("system", false),
  USER("user", false),
  ASSISTANT("assistant", true),
  /** The answer of a preference pair that training pushes away from. */
  REJECTED("rejected", false),
  /** What a tool returned to the assistant. */
  TOOL("tool", false),
  /** Plain text corpora: no speaker, all of it is learned. */
  TEXT("text", true);

  private final String id;
  private final boolean learned;

  Role(String id, boolean learned) {
    this.id = id;
    this.learned = learned;
  }

  /** The name in rules, options and reports; lower case, stable. */
  public String id() {
    return id;
  }

  /** Whether a model trained on the record learns to produce this turn. */
  public boolean learned() {
    return learned;
  }
}
