package dev.assay.internal.schema;

import java.nio.charset.StandardCharsets;

/**
 * Lists of messages that are written as a text, as tables must and some JSON does. Their fields
 * have two parts, {@code messages#/0/content}: the outer key, and the pointer inside its text.
 */
final class Nested {
  /** Between the key of the outer value and the pointer inside it. */
  static final String SEPARATOR = "#";

  private static final int MAX_DEPTH = 100;
  private static final JsonFields READER = new JsonFields(Columns.ofKnownSchemas(), MAX_DEPTH);

  private Nested() {}

  static Value dialogue(Fields fields, Key key) throws UnreadableRecordException {
    Value value = fields.get(key);
    return value == null ? Value.Absent.NULL : dialogue(value);
  }

  /** The dialogue that a value is, also where it is one written as text. */
  static Value dialogue(Value value) throws UnreadableRecordException {
    if (!(value instanceof Value.Text text) || text.text().isBlank()) {
      return value instanceof Value.Text ? Value.Absent.NULL : value;
    }
    return parse(text);
  }

  /**
   * The value under a key, or the messages that its text holds. In JSON a text is a text: what a
   * trainer would learn word by word must not hide as messages of another role.
   */
  static Value orText(Fields fields, Key key) {
    Value value = fields.get(key);
    if (fields.cells() && value instanceof Value.Text text && looksLikeMessages(text.text())) {
      try {
        return parse(text);
      } catch (UnreadableRecordException e) {
        // A prompt may well ask about JSON: then it is a text like any other.
        return value;
      }
    }
    return value == null ? Value.Absent.NULL : value;
  }

  private static boolean looksLikeMessages(String text) {
    int i = 0;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i < text.length()
        && text.charAt(i) == '['
        && (text.contains("\"role\"") || text.contains("\"from\""));
  }

  private static Value parse(Value.Text text) throws UnreadableRecordException {
    byte[] bytes = text.text().getBytes(StandardCharsets.UTF_8);
    return READER.readDialogue(bytes, new Columns.Entry(0, text.field() + SEPARATOR, null));
  }
}
