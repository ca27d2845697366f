package dev.assay.internal.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.assay.internal.locate.NotebookLocator;
import dev.assay.internal.locate.ValueLocator;
import dev.assay.internal.schema.KeyCensus;
import dev.assay.internal.schema.UnreadableRecordException;
import dev.assay.internal.schema.UnreadableRecordException.Reason;
import dev.assay.internal.schema.Utf8;
import dev.assay.record.Role;
import dev.assay.record.Turn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Cells of a notebook: what was written into them, and the texts that running them gave. Pictures,
 * attachments and widgets are no text.
 */
final class NotebookRows implements RowFormat {
  private static final ValueLocator LOCATOR = new NotebookLocator();

  private final int maxDepth;

  NotebookRows(ReadOptions options) {
    this.maxDepth = options.maxDepth();
  }

  static JsonFactory factory(int maxDepth) {
    StreamReadConstraints constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(maxDepth)
            .maxStringLength(Integer.MAX_VALUE)
            .maxNumberLength(Integer.MAX_VALUE)
            .build();
    return JsonFactory.builder()
        .streamReadConstraints(constraints)
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .disable(JsonFactory.Feature.CHARSET_DETECTION)
        .build();
  }

  /** Whether there is anything to judge in a cell; one that is broken has to say so. */
  static boolean holdsText(byte[] bytes, int start, int end, int maxDepth) {
    try {
      return !new Cell(factory(maxDepth), bytes, start, end).turns.isEmpty();
    } catch (UnreadableRecordException e) {
      return true;
    }
  }

  @Override
  public RowDecoder newDecoder() {
    JsonFactory factory = factory(maxDepth);
    return (bytes, start, end) -> {
      Utf8.requireValid(bytes, start, end);
      List<Turn> turns = new Cell(factory, bytes, start, end).turns;
      if (turns.isEmpty()) {
        throw new UnreadableRecordException(Reason.NOTHING_LEARNED, "has no text", -1);
      }
      return turns;
    };
  }

  @Override
  public ValueLocator locator() {
    return LOCATOR;
  }

  @Override
  public void count(byte[] bytes, int start, int end, KeyCensus census) {
    // The keys of a cell are known.
  }

  /** Reads one cell. */
  private static final class Cell {
    final List<Turn> turns = new ArrayList<>();

    Cell(JsonFactory factory, byte[] bytes, int start, int end) throws UnreadableRecordException {
      try (JsonParser parser = factory.createParser(bytes, start, end - start)) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
          throw UnreadableRecordException.malformed("is a cell that is no JSON object", start);
        }
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
          JsonToken token = parser.nextToken();
          if (key.equals("source")) {
            text(parser, "/source");
          } else if (key.equals("outputs") && token == JsonToken.START_ARRAY) {
            outputs(parser);
          } else {
            parser.skipChildren();
          }
        }
      } catch (JsonProcessingException e) {
        throw UnreadableRecordException.malformed("is a cell whose JSON is broken", start);
      } catch (IOException e) {
        throw new UncheckedIOException("bytes in memory can be read", e);
      }
    }

    private void outputs(JsonParser parser) throws IOException, UnreadableRecordException {
      for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
          parser.skipChildren();
          continue;
        }
        String pointer = "/outputs/" + i;
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
          JsonToken token = parser.nextToken();
          if (key.equals("text")) {
            text(parser, pointer + "/text");
          } else if (key.equals("data") && token == JsonToken.START_OBJECT) {
            data(parser, pointer + "/data");
          } else {
            parser.skipChildren();
          }
        }
      }
    }

    /** The forms that a result has, by media type. */
    private void data(JsonParser parser, String pointer)
        throws IOException, UnreadableRecordException {
      for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
        parser.nextToken();
        if (key.startsWith("text/")) {
          text(parser, pointer + "/" + key.replace("~", "~0").replace("/", "~1"));
        } else {
          parser.skipChildren();
        }
      }
    }

    private void text(JsonParser parser, String pointer)
        throws IOException, UnreadableRecordException {
      String text;
      if (parser.currentToken() == JsonToken.START_ARRAY) {
        StringBuilder joined = new StringBuilder();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          joined.append(string(parser, pointer));
        }
        text = joined.toString();
      } else {
        text = string(parser, pointer);
      }
      if (!text.isBlank()) {
        turns.add(new Turn(Role.TEXT, text, pointer));
      }
    }

    private static String string(JsonParser parser, String pointer)
        throws IOException, UnreadableRecordException {
      if (parser.currentToken() != JsonToken.VALUE_STRING) {
        throw UnreadableRecordException.malformed("has a cell whose " + pointer + " is no text");
      }
      return parser.getText();
    }
  }
}
