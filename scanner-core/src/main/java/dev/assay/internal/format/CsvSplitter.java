package dev.assay.internal.format;

import dev.assay.internal.locate.CsvCells;
import dev.assay.internal.schema.UnreadableRecordException;
import dev.assay.internal.schema.Utf8;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table (RFC 4180): a header, then a record a row. Cells in quotes may span lines; a quote inside
 * a cell that does not begin with one is a character like any other. Blank lines are no rows.
 */
final class CsvSplitter extends RowSplitter {
  private enum State {
    CELL_START,
    PLAIN,
    QUOTED,
    QUOTE_IN_QUOTED
  }

  private static final int MOST_COLUMNS = 10_000;

  private final ReadOptions options;
  private final byte delimiter;
  private @Nullable CsvRows format;
  private State state = State.CELL_START;
  private long line = 1;
  private long rowLine = 1;
  private long quoteLine = 1;

  CsvSplitter(
      String uri, ReadOptions options, long firstOffset, ByteWindow window, byte delimiter) {
    super(uri, options.maxRecordBytes(), firstOffset, window);
    this.options = options;
    this.delimiter = delimiter;
  }

  @Override
  String name() {
    return "csv";
  }

  @Override
  RowFormat format() {
    if (format == null) {
      throw new IllegalStateException("there are no rows before the header");
    }
    return format;
  }

  @Override
  void scan(ByteWindow window) throws UnreadableFileException {
    byte[] bytes = window.bytes;
    for (int i = window.at; i < window.end; i++) {
      byte b = bytes[i];
      if (b == '\n') {
        line++;
        if (state != State.QUOTED) {
          endRow(bytes, i);
          keep = i + 1;
          rowLine = line;
          state = State.CELL_START;
        }
      } else {
        state = after(b);
      }
    }
    window.at = window.end;
    inRow = tooLong || keep < window.end;
  }

  @Override
  void finish(ByteWindow window) throws UnreadableFileException {
    if (state == State.QUOTED) {
      throw new UnreadableFileException(
          "ends inside a quoted cell that begins on line " + quoteLine, quoteLine);
    }
    if (inRow) {
      endRow(window.bytes, window.end);
    }
  }

  private State after(byte b) {
    if (b == '"') {
      quoteLine = state == State.CELL_START ? line : quoteLine;
      return switch (state) {
        case QUOTED -> State.QUOTE_IN_QUOTED;
        case PLAIN -> State.PLAIN;
        default -> State.QUOTED;
      };
    }
    if (state == State.QUOTED) {
      return State.QUOTED;
    }
    return b == delimiter ? State.CELL_START : State.PLAIN;
  }

  private void endRow(byte[] bytes, int newline) throws UnreadableFileException {
    int end = newline > keep && bytes[newline - 1] == '\r' ? newline - 1 : newline;
    if (!tooLong && end <= keep) {
      return;
    }
    if (format == null) {
      format = new CsvRows(options, header(bytes, end), delimiter);
    } else {
      row(keep, end, rowLine, 1);
    }
  }

  private List<String> header(byte[] bytes, int end) throws UnreadableFileException {
    if (tooLong || end - keep > options.maxRecordBytes()) {
      throw new UnreadableFileException(
          "has a header longer than " + options.maxRecordBytes() + " bytes", rowLine);
    }
    List<String> names = new ArrayList<>();
    CsvCells cells = new CsvCells(delimiter);
    cells.reset(bytes, keep, end);
    try {
      Utf8.requireValidText(bytes, keep, end);
    } catch (UnreadableRecordException e) {
      throw new UnreadableFileException(
          "has a header that is not UTF-8: convert the file to UTF-8", rowLine);
    }
    while (cells.next()) {
      if (names.size() == MOST_COLUMNS) {
        throw new UnreadableFileException("has more than " + MOST_COLUMNS + " columns", rowLine);
      }
      names.add(cells.cell().text(bytes).strip());
    }
    if (cells.stray() >= 0) {
      throw new UnreadableFileException("has a quote in the wrong place in its header", rowLine);
    }
    return names;
  }
}
