package dev.assay.internal.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.assay.internal.schema.UnreadableRecordException.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the fields of one record from its JSON, straight from the bytes. Immutable; may be shared
 * by threads.
 */
public final class JsonFields {
  private final JsonFactory factory;
  private final Columns columns;
  private final int maxDepth;

  /**
   * @param columns the keys to read
   * @param maxDepth how deep objects and lists may be nested
   */
  public JsonFields(Columns columns, int maxDepth) {
    this.columns = columns;
    this.maxDepth = maxDepth;
    // Texts and numbers may be as long as their record, which has its own limit.
    StreamReadConstraints constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(maxDepth)
            .maxStringLength(Integer.MAX_VALUE)
            .maxNumberLength(Integer.MAX_VALUE)
            .build();
    this.factory =
        JsonFactory.builder()
            .streamReadConstraints(constraints)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            // All input is UTF-8 by now; bytes that look like UTF-16 are broken.
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            // Python writes NaN into metadata.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();
  }

  /**
   * Reads the record that fills a range of bytes.
   *
   * @throws UnreadableRecordException if they are no such record; its place is an index in {@code
   *     bytes}
   */
  public void read(byte[] bytes, int start, int end, Fields fields)
      throws UnreadableRecordException {
    Utf8.requireValid(bytes, start, end);
    try (JsonParser parser = factory.createParser(bytes, start, end - start)) {
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_OBJECT) {
        object(parser, new MessageReader(parser, bytes, start), columns, fields);
      } else if (token == JsonToken.START_ARRAY) {
        bareDialogue(parser, new MessageReader(parser, bytes, start), fields);
      } else {
        throw UnreadableRecordException.malformed(
            "is not an object: " + (token == null ? "it is empty" : "it is " + Words.type(token)));
      }
      if (parser.nextToken() != null) {
        int at = start + (int) parser.currentTokenLocation().getByteOffset();
        throw UnreadableRecordException.malformed("goes on after its end", at);
      }
    } catch (IOException e) {
      throw malformed(e, start, end);
    }
  }

  /** The value's own name, without the mark of what is written as text. */
  private static String named(Columns.Entry entry) {
    String field = entry.field();
    return field.endsWith(Nested.SEPARATOR)
        ? field.substring(0, field.length() - Nested.SEPARATOR.length())
        : field;
  }

  /**
   * Reads a list of messages that fills all of the bytes.
   *
   * @throws UnreadableRecordException if they are none
   */
  Value readDialogue(byte[] bytes, Columns.Entry entry) throws UnreadableRecordException {
    Utf8.requireValid(bytes, 0, bytes.length);
    try (JsonParser parser = factory.createParser(bytes)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw UnreadableRecordException.malformed(
            "has " + named(entry) + ", which is not a list of messages");
      }
      Value value = list(parser, new MessageReader(parser, bytes, 0), entry);
      if (!(value instanceof Value.Dialogue) || parser.nextToken() != null) {
        throw UnreadableRecordException.malformed(
            "has " + named(entry) + ", which is not a list of messages");
      }
      return value;
    } catch (IOException e) {
      UnreadableRecordException cause = malformed(e, 0, bytes.length);
      throw UnreadableRecordException.malformed(
          "holds text that should be messages and " + cause.problem());
    }
  }

  private void object(JsonParser parser, MessageReader messages, Columns level, Fields fields)
      throws IOException, UnreadableRecordException {
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      Columns.Entry entry = level.entry(key);
      JsonToken token = parser.nextToken();
      if (entry == null) {
        parser.skipChildren();
      } else if (entry.nested() != null && token == JsonToken.START_OBJECT) {
        object(parser, messages, entry.nested(), fields);
      } else if (entry.slot() >= 0) {
        fields.set(entry, value(parser, messages, token, entry));
      } else {
        parser.skipChildren();
      }
    }
  }

  /** A record may be its list of messages, with nothing around it. */
  private void bareDialogue(JsonParser parser, MessageReader messages, Fields fields)
      throws IOException, UnreadableRecordException {
    Columns.Entry entry = Columns.bareDialogue();
    if (columns != Columns.ofKnownSchemas() || parser.nextToken() != JsonToken.START_OBJECT) {
      throw UnreadableRecordException.malformed("is a list, not an object");
    }
    fields.set(entry, messages.list(entry));
  }

  private static Value value(
      JsonParser parser, MessageReader messages, JsonToken token, Columns.Entry entry)
      throws IOException, UnreadableRecordException {
    return switch (token) {
      case VALUE_NULL -> Value.Absent.NULL;
      case START_ARRAY -> list(parser, messages, entry);
      case START_OBJECT -> {
        Value.Dialogue single = messages.single(entry);
        yield single == null ? new Value.Other(Words.type(token)) : single;
      }
      default -> new Value.Text(parser.getText(), entry.field());
    };
  }

  private static Value list(JsonParser parser, MessageReader messages, Columns.Entry entry)
      throws IOException, UnreadableRecordException {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.START_OBJECT || token == JsonToken.END_ARRAY) {
      return messages.list(entry);
    }
    List<Value.Text> texts = new ArrayList<>();
    boolean usable = true;
    for (; token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      if (token == JsonToken.VALUE_STRING) {
        Limits.requireTurns(texts.size());
        texts.add(new Value.Text(parser.getText(), entry.field() + "/" + texts.size()));
      } else {
        usable = false;
        parser.skipChildren();
      }
    }
    return usable ? new Value.Texts(texts) : new Value.Other("a list of other things than texts");
  }

  private UnreadableRecordException malformed(IOException e, int start, int end) {
    if (e instanceof StreamConstraintsException constraint) {
      return UnreadableRecordException.malformed(limit(constraint));
    }
    if (e instanceof JsonProcessingException syntax && syntax.getLocation() != null) {
      String message = String.valueOf(syntax.getOriginalMessage());
      // The parser has already stepped over what it calls illegal.
      int behind = message.startsWith("Illegal character") ? 1 : 0;
      long offset = syntax.getLocation().getByteOffset() - behind;
      int at = offset < 0 ? -1 : (int) Math.min(start + offset, end);
      return new UnreadableRecordException(
          Reason.MALFORMED, "is not valid JSON: " + Words.plain(message), at);
    }
    return UnreadableRecordException.malformed(
        "could not be read: " + Words.plain(String.valueOf(e.getMessage())));
  }

  private String limit(StreamConstraintsException e) {
    String message = String.valueOf(e.getOriginalMessage());
    return message.contains("nesting depth")
        ? "is nested deeper than " + maxDepth + " levels, which is the limit"
        : "is over a limit: " + Words.plain(message);
  }
}
