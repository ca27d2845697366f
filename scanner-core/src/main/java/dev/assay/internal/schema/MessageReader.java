package dev.assay.internal.schema;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.assay.record.Role;
import dev.assay.record.Turn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages from a parser that stands inside their list, and makes turns of them. What a
 * message says may come before its role, so its texts are held back until its end.
 */
final class MessageReader {
  private static final int ROLE = 1;
  private static final int FROM = 1 << 1;
  private static final int CONTENT = 1 << 2;
  private static final int VALUE = 1 << 3;
  private static final int TOOL_CALLS = 1 << 4;
  private static final int OTHER_TEXT = 1 << 5;

  private final JsonParser parser;
  private final byte[] bytes;
  private final int start;
  private final List<String> texts = new ArrayList<>();
  private final List<String> fields = new ArrayList<>();
  private @Nullable String problem;
  private @Nullable String roleName;
  private @Nullable String emptyField;

  /**
   * @param bytes what the parser reads
   * @param start where it began in them
   */
  MessageReader(JsonParser parser, byte[] bytes, int start) {
    this.parser = parser;
    this.bytes = bytes;
    this.start = start;
  }

  /** Reads to the end of a list whose first element the parser has just entered. */
  Value.Dialogue list(Columns.Entry entry) throws IOException, UnreadableRecordException {
    List<Turn> turns = new ArrayList<>();
    problem = null;
    int index = 0;
    for (JsonToken token = parser.currentToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (token == JsonToken.START_OBJECT) {
        message(entry.content(index), entry.value(index), turns);
      } else {
        note("message " + (index + 1) + " of " + entry.field() + " is not an object");
        parser.skipChildren();
      }
      index++;
    }
    return new Value.Dialogue(turns, problem);
  }

  /** Reads one message that is no list's element. Null if the object is no message. */
  Value.@Nullable Dialogue single(Columns.Entry entry)
      throws IOException, UnreadableRecordException {
    List<Turn> turns = new ArrayList<>();
    problem = null;
    message(entry.field() + "/content", entry.field() + "/value", turns);
    return roleName == null ? null : new Value.Dialogue(turns, problem);
  }

  private void message(String contentField, String valueField, List<Turn> turns)
      throws IOException, UnreadableRecordException {
    texts.clear();
    fields.clear();
    roleName = null;
    emptyField = null;
    int seen = 0;
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      int bit = bit(key);
      if ((seen & bit) != 0) {
        throw UnreadableRecordException.malformed(
            "has the key " + key + " twice in one message (" + parent(contentField) + ")");
      }
      seen |= bit == OTHER_TEXT ? 0 : bit;
      JsonToken token = parser.nextToken();
      switch (bit) {
        case ROLE, FROM -> role(token, contentField);
        case CONTENT -> content(token, contentField);
        case VALUE -> content(token, valueField);
        case TOOL_CALLS -> toolCalls(token, parent(contentField) + "/" + key);
        case OTHER_TEXT -> otherText(token, parent(contentField) + "/" + key);
        default -> parser.skipChildren();
      }
    }
    finish(contentField, turns);
  }

  private static int bit(String key) {
    return switch (key) {
      case "role" -> ROLE;
      case "from" -> FROM;
      case "content" -> CONTENT;
      case "value" -> VALUE;
      case "tool_calls", "function_call" -> TOOL_CALLS;
      case "reasoning_content", "thinking", "refusal" -> OTHER_TEXT;
      default -> 0;
    };
  }

  private void finish(String contentField, List<Turn> turns) throws UnreadableRecordException {
    if (problem != null) {
      return;
    }
    if (roleName == null) {
      note("the message " + parent(contentField) + " has no role");
      return;
    }
    Role role = Roles.of(roleName);
    if (role == null) {
      note("the role '" + Words.cut(roleName) + "' of " + parent(contentField) + " is not known");
      return;
    }
    Limits.requireTurns(turns.size() + texts.size());
    for (int i = 0; i < texts.size(); i++) {
      turns.add(new Turn(role, texts.get(i), fields.get(i)));
    }
    String empty = emptyField;
    if (texts.isEmpty() && empty != null && role.learned()) {
      // An empty answer is learned as one.
      turns.add(new Turn(role, "", empty));
    }
  }

  private void role(JsonToken token, String contentField) throws IOException {
    if (token != JsonToken.VALUE_STRING) {
      note("the role of " + parent(contentField) + " is " + Words.type(token) + ", not text");
      parser.skipChildren();
      return;
    }
    String name = parser.getText();
    if (roleName != null && Roles.of(roleName) != Roles.of(name)) {
      note("the message " + parent(contentField) + " has two roles");
    }
    roleName = name;
  }

  private void content(JsonToken token, String field)
      throws IOException, UnreadableRecordException {
    switch (token) {
      case VALUE_STRING -> add(field);
      case VALUE_NULL -> {}
      case START_ARRAY -> parts(field);
      case START_OBJECT -> part(field);
      default -> note(field + " is " + Words.type(token) + ", not text");
    }
  }

  private void otherText(JsonToken token, String field)
      throws IOException, UnreadableRecordException {
    if (token == JsonToken.VALUE_STRING) {
      add(field);
    } else {
      parser.skipChildren();
    }
  }

  private void parts(String field) throws IOException, UnreadableRecordException {
    int index = 0;
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      String part = field + "/" + index++;
      switch (token) {
        case VALUE_STRING -> add(part);
        case VALUE_NULL -> {}
        case START_OBJECT -> part(part);
        default -> {
          note(part + " is " + Words.type(token) + ", not a part of a message");
          parser.skipChildren();
        }
      }
    }
  }

  /** Parts without text, such as images, are passed over; they must say what they are. */
  private void part(String field) throws IOException, UnreadableRecordException {
    boolean known = false;
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      JsonToken token = parser.nextToken();
      boolean textual = key.equals("text") || key.equals("thinking") || key.equals("refusal");
      if (textual && token == JsonToken.VALUE_STRING) {
        add(field + "/" + key);
        known = true;
      } else if (key.equals("type") && token == JsonToken.VALUE_STRING) {
        known |= !parser.getText().equals("text");
      } else {
        parser.skipChildren();
      }
    }
    if (!known) {
      note(field + " is an object without text");
    }
  }

  /** What a model learns of a call are its arguments. */
  private void toolCalls(JsonToken token, String field)
      throws IOException, UnreadableRecordException {
    if (token == JsonToken.START_OBJECT) {
      call(field);
    } else if (token == JsonToken.START_ARRAY) {
      int index = 0;
      for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
        if (t == JsonToken.START_OBJECT) {
          call(field + "/" + index);
        } else {
          parser.skipChildren();
        }
        index++;
      }
    }
  }

  private void call(String field) throws IOException, UnreadableRecordException {
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      JsonToken token = parser.nextToken();
      if (key.equals("arguments")) {
        arguments(token, field + "/arguments");
      } else if (key.equals("function") && token == JsonToken.START_OBJECT) {
        function(field + "/function");
      } else {
        parser.skipChildren();
      }
    }
  }

  private void function(String field) throws IOException, UnreadableRecordException {
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      JsonToken token = parser.nextToken();
      if (key.equals("arguments")) {
        arguments(token, field + "/arguments");
      } else {
        parser.skipChildren();
      }
    }
  }

  private void arguments(JsonToken token, String field)
      throws IOException, UnreadableRecordException {
    if (token == JsonToken.VALUE_STRING) {
      add(field);
    } else if (token.isStructStart()) {
      int from = start + (int) parser.currentTokenLocation().getByteOffset();
      parser.skipChildren();
      int to = start + (int) parser.currentLocation().getByteOffset();
      Limits.requireTurns(texts.size());
      texts.add(new String(bytes, from, to - from, StandardCharsets.UTF_8));
      fields.add(field);
    }
  }

  private void add(String field) throws IOException, UnreadableRecordException {
    String text = parser.getText();
    if (text.isEmpty()) {
      emptyField = field;
    } else {
      Limits.requireTurns(texts.size());
      texts.add(text);
      fields.add(field);
    }
  }

  private void note(String message) {
    if (problem == null) {
      problem = message;
    }
  }

  private static String parent(String field) {
    return field.substring(0, field.lastIndexOf('/'));
  }
}
