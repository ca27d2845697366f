package dev.assay.internal.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.assay.internal.locate.TextPlace;
import java.io.IOException;

/**
 * The cells of a Jupyter notebook (nbformat 4), those without any text aside. A notebook is held
 * whole: it is no larger than a record may be.
 */
final class NotebookSplitter extends RowSplitter {
  private static final int CELLS_FORMAT = 4;

  private final ReadOptions options;
  private final RowFormat format;
  private boolean cells;

  NotebookSplitter(String uri, ReadOptions options, long firstOffset, ByteWindow window) {
    super(uri, options.maxRecordBytes(), firstOffset, window);
    this.options = options;
    this.format = new NotebookRows(options);
  }

  @Override
  String name() {
    return "notebook";
  }

  @Override
  RowFormat format() {
    return format;
  }

  @Override
  boolean mayBeEmpty() {
    return cells;
  }

  @Override
  void scan(ByteWindow window) throws UnreadableFileException {
    window.at = window.end;
    if (window.end > options.maxRecordBytes()) {
      throw new UnreadableFileException(
          "is longer than "
              + options.maxRecordBytes()
              + " bytes and was not read; --max-record-bytes sets the limit, and clearing the"
              + " outputs makes a notebook smaller",
          0);
    }
  }

  @Override
  void finish(ByteWindow window) throws UnreadableFileException {
    byte[] bytes = window.bytes;
    JsonFactory factory = NotebookRows.factory(options.maxDepth());
    try (JsonParser parser = factory.createParser(bytes, 0, window.end)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new UnreadableFileException("is no notebook: it is no JSON object", 1);
      }
      for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
        JsonToken token = parser.nextToken();
        if (key.equals("cells") && token == JsonToken.START_ARRAY) {
          cells = true;
          cells(parser, bytes);
        } else {
          requireKnown(key, parser);
          parser.skipChildren();
        }
      }
      if (parser.currentToken() != JsonToken.END_OBJECT) {
        throw new UnreadableFileException("is no notebook: its JSON is broken", 1);
      }
    } catch (UnreadableFileException e) {
      throw e;
    } catch (IOException e) {
      JsonLocation at = e instanceof JsonProcessingException json ? json.getLocation() : null;
      throw new UnreadableFileException(
          "is no notebook, or damaged: its JSON is broken", at == null ? 0 : at.getLineNr());
    }
    if (!cells) {
      throw new UnreadableFileException(
          "is no notebook that is read: it has no list of cells (nbformat 4)", 0);
    }
  }

  private static void requireKnown(String key, JsonParser parser) throws IOException {
    if (key.equals("nbformat")
        && parser.currentToken() == JsonToken.VALUE_NUMBER_INT
        && parser.getLongValue() < CELLS_FORMAT) {
      throw new UnreadableFileException(
          "is a notebook of an old form: convert it with jupyter nbconvert --to notebook", 0);
    }
  }

  private void cells(JsonParser parser, byte[] bytes) throws IOException {
    TextPlace place = new TextPlace(1, 1, -1);
    int before = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == null) {
        throw new UnreadableFileException("ends before its cells do", 0);
      }
      int start = (int) parser.currentTokenLocation().getByteOffset();
      place = place.after(bytes, before, start);
      before = start;
      parser.skipChildren();
      int end = (int) parser.currentLocation().getByteOffset();
      if (NotebookRows.holdsText(bytes, start, end, options.maxDepth())) {
        row(start, end, place.line(), place.column());
      }
    }
  }
}
