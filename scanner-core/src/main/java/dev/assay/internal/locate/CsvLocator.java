package dev.assay.internal.locate;

import dev.assay.internal.locate.JsonLocator.UnitSpan;
import dev.assay.internal.locate.UnitWalk.Escapes;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Finds cells by column name in a row of a table, and values in the JSON that a cell holds. */
public final class CsvLocator implements ValueLocator {
  private final List<String> columns;
  private final byte delimiter;

  /**
   * @param columns the names in the header, in order
   * @param delimiter between cells
   */
  public CsvLocator(List<String> columns, byte delimiter) {
    this.columns = List.copyOf(columns);
    this.delimiter = delimiter;
  }

  @Override
  public ByteSpan locate(byte[] bytes, int start, int end, String field, int from, int to) {
    int column = columns.indexOf(field);
    if (column >= 0) {
      return inside(bytes, cell(bytes, start, end, column), from, to);
    }
    for (int cut = field.indexOf(JsonLocator.NESTED);
        cut >= 0;
        cut = field.indexOf(JsonLocator.NESTED, cut + 1)) {
      column = columns.indexOf(field.substring(0, cut));
      if (column >= 0) {
        Cell cell = cell(bytes, start, end, column);
        byte[] json = cell.text(bytes).getBytes(StandardCharsets.UTF_8);
        UnitSpan units =
            JsonLocator.unitsOf(json, field.substring(cut + JsonLocator.NESTED.length()), from, to);
        return inside(bytes, cell, units.from(), units.to());
      }
    }
    throw new IllegalArgumentException("no column " + field);
  }

  private Cell cell(byte[] bytes, int start, int end, int column) {
    CsvCells cells = new CsvCells(delimiter);
    cells.reset(bytes, start, end);
    for (int i = 0; cells.next(); i++) {
      if (i == column) {
        return cells.cell();
      }
    }
    throw new IllegalArgumentException("the row has no column " + column);
  }

  private static ByteSpan inside(byte[] bytes, Cell cell, int from, int to) {
    Escapes escapes = cell.quoted() ? Escapes.DOUBLED_QUOTES : Escapes.NONE;
    return UnitWalk.span(bytes, cell.start(), cell.end(), from, to, escapes);
  }
}
