package dev.assay.samples;

import java.util.List;

/**
 * A conversation.
 *
 * @param turns in their order
 */
public record Chat(List<Turn> turns) {
  /** What one side says. */
  public record Turn(String role, String content) {}

  public Chat {
    turns = List.copyOf(turns);
  }

  /** One question and its answer. */
  public static Chat of(String question, String answer) {
    return new Chat(List.of(new Turn("user", question), new Turn("assistant", answer)));
  }

  /** What is said first. */
  public String question() {
    return turns.get(0).content();
  }

  /** What is said second. */
  public String answer() {
    return turns.get(1).content();
  }
}
