package dev.assay.record;

import java.util.Objects;

/**
 * One speaker's text, decoded (no escapes left), exactly as a model would see it.
 *
 * <p>A turn comes from one value of its record: the {@code field} names it (a JSON pointer such as
 * {@code /messages/1/content}, or a column name), and {@code offset} says at which UTF-16 unit of
 * that value the turn starts, which is not 0 where one value holds a whole dialogue.
 */
public record Turn(Role role, String text, String field, int offset) {
  public Turn {
    Objects.requireNonNull(role);
    Objects.requireNonNull(text);
    Objects.requireNonNull(field);
    if (offset < 0) {
      throw new IllegalArgumentException("offset " + offset + " is negative");
    }
  }

  /** A turn that starts where its value starts. */
  public Turn(Role role, String text, String field) {
    this(role, text, field, 0);
  }
}
