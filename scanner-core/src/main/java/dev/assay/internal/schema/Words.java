package dev.assay.internal.schema;

import com.fasterxml.jackson.core.JsonToken;

/** Words for messages. */
final class Words {
  private static final int LONGEST = 60;

  private Words() {}

  static String type(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "a list";
      case VALUE_STRING -> "text";
      case VALUE_TRUE, VALUE_FALSE -> "a truth value";
      case VALUE_NULL -> "null";
      default -> "a number";
    };
  }

  /** A parser's message without what only its developers need. */
  static String plain(String message) {
    int line = message.indexOf('\n');
    String first = line < 0 ? message : message.substring(0, line);
    return cut(first.replace(" (for Object starting at [Source: REDACTED", ""));
  }

  /** A piece of the data, short enough for a message. */
  static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end) + "...";
  }
}
