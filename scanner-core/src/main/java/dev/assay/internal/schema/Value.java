package dev.assay.internal.schema;

import dev.assay.record.Turn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands under a key that a schema may use. */
public sealed interface Value {
  /** A text, or a number or truth value as it is written. */
  record Text(String text, String field) implements Value {}

  /** A list of texts. */
  record Texts(List<Text> texts) implements Value {}

  /**
   * A list of messages.
   *
   * @param problem the first thing that is wrong with one of them
   */
  record Dialogue(List<Turn> turns, @Nullable String problem) implements Value {}

  /** An explicit null. */
  record Absent() implements Value {
    static final Absent NULL = new Absent();
  }

  /**
   * Anything that no schema can use.
   *
   * @param type in words, such as "an object"
   */
  record Other(String type) implements Value {}
}
