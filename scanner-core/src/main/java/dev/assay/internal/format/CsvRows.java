package dev.assay.internal.format;

import dev.assay.internal.locate.Cell;
import dev.assay.internal.locate.CsvCells;
import dev.assay.internal.locate.CsvLocator;
import dev.assay.internal.locate.ValueLocator;
import dev.assay.internal.schema.Columns;
import dev.assay.internal.schema.Fields;
import dev.assay.internal.schema.KeyCensus;
import dev.assay.internal.schema.Schema;
import dev.assay.internal.schema.UnreadableRecordException;
import dev.assay.internal.schema.Utf8;
import dev.assay.internal.schema.Value;
import dev.assay.record.Turn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of a table with a header. */
final class CsvRows implements RowFormat {
  private final Schema schema;
  private final List<String> header;
  private final List<Columns.@Nullable Entry> entries = new ArrayList<>();
  private final byte delimiter;
  private final ValueLocator locator;

  CsvRows(ReadOptions options, List<String> header, byte delimiter) throws UnreadableFileException {
    this.schema = Schema.of(options.map());
    this.header = List.copyOf(header);
    this.delimiter = delimiter;
    this.locator = new CsvLocator(header, delimiter);
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i);
      Columns.Entry entry = schema.columns().entry(name);
      if (entry != null && entry.slot() >= 0 && header.indexOf(name) < i) {
        throw new UnreadableFileException("has two columns named '" + name + "'", 1);
      }
      entries.add(entry == null || entry.slot() < 0 ? null : entry.named(name));
    }
  }

  @Override
  public RowDecoder newDecoder() {
    Fields fields = schema.newFields(true);
    CsvCells cells = new CsvCells(delimiter);
    return (bytes, start, end) -> turns(bytes, start, end, fields, cells);
  }

  @Override
  public ValueLocator locator() {
    return locator;
  }

  @Override
  public void count(byte[] bytes, int start, int end, KeyCensus census) {
    CsvCells cells = new CsvCells(delimiter);
    cells.reset(bytes, start, end);
    for (int i = 0; i < header.size() && cells.next(); i++) {
      census.addCell(header.get(i), cells.cell().text(bytes));
    }
  }

  private List<Turn> turns(byte[] bytes, int start, int end, Fields fields, CsvCells cells)
      throws UnreadableRecordException {
    requireText(bytes, start, end);
    fields.clear();
    cells.reset(bytes, start, end);
    int column = 0;
    for (; cells.next(); column++) {
      if (cells.stray() >= 0) {
        throw UnreadableRecordException.malformed("has a quote in the wrong place", cells.stray());
      }
      Columns.Entry entry = column < entries.size() ? entries.get(column) : null;
      if (entry != null) {
        Cell cell = cells.cell();
        fields.set(entry, new Value.Text(cell.text(bytes), entry.field()));
      }
    }
    if (column != entries.size()) {
      throw UnreadableRecordException.malformed(
          "has "
              + column
              + (column == 1 ? " cell" : " cells")
              + " where the header has "
              + entries.size());
    }
    return schema.turns(fields);
  }

  private static void requireText(byte[] bytes, int start, int end)
      throws UnreadableRecordException {
    Utf8.requireValidText(bytes, start, end);
    for (int i = start; i < end; i++) {
      if (bytes[i] == 0) {
        throw UnreadableRecordException.malformed("has a NUL byte", i);
      }
    }
  }
}
