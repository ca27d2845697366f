package dev.assay.internal.schema;

import com.fasterxml.jackson.core.JsonToken;

/** Words for messages. */
final class Words {
  private static final int LONGEST = 60;
  private static final int LONGEST_SENTENCE = 160;

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
    int source = first.indexOf(" (start marker at [Source");
    return cut(source < 0 ? first : first.substring(0, source), LONGEST_SENTENCE);
  }

  /** A piece of the data, short enough for a message. */
  static String cut(String text) {
    return cut(text, LONGEST);
  }

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end) + "...";
  }
}
