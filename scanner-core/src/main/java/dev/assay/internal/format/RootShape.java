package dev.assay.internal.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.assay.internal.schema.UnreadableRecordException;
import dev.assay.internal.schema.UnreadableRecordException.Reason;
import java.io.IOException;

/**
 * Tells an object that is a record from one that holds lists of records, by what can be seen of it
 * ahead: it holds records if a list in it begins with one, or if it is no record itself and holds
 * objects in a list that is not a dialogue.
 */
final class RootShape {
  private static final int DEEPEST = 3;

  private final JsonFactory factory = new JsonFactory();
  private final RowFormat.RowDecoder decoder;

  private boolean listOfObjects;
  private boolean listOfRecords;

  RootShape(RowFormat format) {
    this.decoder = format.newDecoder();
  }

  boolean isContainer(byte[] bytes, int start, int end) {
    listOfObjects = false;
    listOfRecords = false;
    int close = end;
    try (JsonParser parser = factory.createParser(bytes, start, end - start)) {
      parser.nextToken();
      object(parser, bytes, start, end, 1);
      close = offset(parser, start);
    } catch (IOException e) {
      // Cut off, or broken: what was seen before decides. A record that is broken says so itself.
      close = end;
    }
    return listOfRecords || (listOfObjects && !isRecord(bytes, start, close));
  }

  private void object(JsonParser parser, byte[] bytes, int start, int end, int depth)
      throws IOException {
    while (parser.nextFieldName() != null) {
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_ARRAY) {
        list(parser, bytes, start, end);
      } else if (token == JsonToken.START_OBJECT && depth < DEEPEST) {
        object(parser, bytes, start, end, depth + 1);
      } else {
        parser.skipChildren();
      }
    }
  }

  private void list(JsonParser parser, byte[] bytes, int start, int end) throws IOException {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.START_OBJECT) {
      int from = start + (int) parser.currentTokenLocation().getByteOffset();
      if (!isMessage(parser)) {
        listOfObjects = true;
        int to = parser.currentToken() == JsonToken.END_OBJECT ? offset(parser, start) : end;
        listOfRecords |= isRecord(bytes, from, to);
      }
      token = parser.nextToken();
    }
    for (; token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      if (token == null) {
        return;
      }
      parser.skipChildren();
    }
  }

  private static boolean isMessage(JsonParser parser) throws IOException {
    boolean message = false;
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      message |= key.equals("role") || key.equals("from");
      parser.nextToken();
      parser.skipChildren();
    }
    return message;
  }

  private boolean isRecord(byte[] bytes, int start, int end) {
    try {
      decoder.turns(bytes, start, end);
      return true;
    } catch (UnreadableRecordException e) {
      return e.reason() == Reason.NOTHING_LEARNED;
    }
  }

  private static int offset(JsonParser parser, int start) {
    return start + (int) parser.currentLocation().getByteOffset();
  }
}
