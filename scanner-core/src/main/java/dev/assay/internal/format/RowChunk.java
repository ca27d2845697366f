package dev.assay.internal.format;

import dev.assay.internal.locate.RecordOrigin;
import dev.assay.internal.locate.TableOrigin;
import dev.assay.internal.locate.TextPlace;
import dev.assay.internal.locate.ValueLocator;
import dev.assay.internal.schema.UnreadableRecordException;
import dev.assay.internal.schema.UnreadableRecordException.Reason;
import dev.assay.record.DataRecord;
import dev.assay.record.Origin;
import dev.assay.record.Turn;
import dev.assay.record.Unscanned;
import java.util.BitSet;
import java.util.List;

/** A chunk of rows in one array of bytes. */
final class RowChunk implements Chunk {
  private static final BitSet NONE = new BitSet();

  private final String uri;
  private final RowFormat format;
  private final byte[] bytes;
  private final long offset;
  private final Rows rows;
  private final long firstRow;
  private final int maxRecordBytes;

  /**
   * @param offset of the first of the bytes in the file as stored, or -1
   * @param maxRecordBytes the limit, to name it
   */
  RowChunk(
      String uri,
      RowFormat format,
      byte[] bytes,
      long offset,
      Rows rows,
      long firstRow,
      int maxRecordBytes) {
    this.uri = uri;
    this.format = format;
    this.bytes = bytes;
    this.offset = offset;
    this.rows = rows;
    this.firstRow = firstRow;
    this.maxRecordBytes = maxRecordBytes;
  }

  @Override
  public long firstRow() {
    return firstRow;
  }

  @Override
  public int rows() {
    return rows.count();
  }

  RowFormat format() {
    return format;
  }

  byte[] bytes() {
    return bytes;
  }

  Rows table() {
    return rows;
  }

  @Override
  public void decode(RecordSink sink) {
    decode(sink, NONE);
  }

  @Override
  public void decode(RecordSink sink, BitSet without) {
    RowFormat.RowDecoder decoder = format.newDecoder();
    ValueLocator locator = format.locator();
    for (int i = without.nextClearBit(0); i < rows.count(); i = without.nextClearBit(i + 1)) {
      if (rows.start(i) == Rows.TOO_LONG) {
        sink.unscanned(tooLong(i));
        continue;
      }
      List<Turn> turns;
      try {
        turns = decoder.turns(bytes, rows.start(i), rows.end(i));
      } catch (UnreadableRecordException e) {
        sink.unscanned(unscanned(i, e));
        continue;
      }
      sink.record(new DataRecord(turns, origin(i, locator)));
    }
  }

  private Origin origin(int row, ValueLocator locator) {
    return rows.line(row) == Rows.NO_LINE
        ? new TableOrigin(uri, firstRow + row)
        : new RecordOrigin(
            uri, firstRow + row, place(row), bytes, rows.start(row), rows.end(row), locator);
  }

  private TextPlace place(int row) {
    long at = offset < 0 ? -1 : offset + rows.start(row);
    return new TextPlace(rows.line(row), rows.column(row), at);
  }

  private Unscanned tooLong(int row) {
    return malformed(
        row,
        rows.line(row),
        "The record is longer than "
            + maxRecordBytes
            + " bytes and was not read; --max-record-bytes sets the limit.");
  }

  private Unscanned unscanned(int row, UnreadableRecordException e) {
    if (e.reason() == Reason.NOTHING_LEARNED || e.reason() == Reason.NO_LEARNED_KEY) {
      return new Unscanned(
          Unscanned.Kind.SKIPPED,
          uri,
          firstRow + row,
          rows.line(row),
          "The record " + e.problem() + ".");
    }
    if (e.at() < 0 || rows.line(row) == Rows.NO_LINE) {
      return malformed(row, rows.line(row), "The record " + e.problem() + ".");
    }
    TextPlace at = place(row).after(bytes, rows.start(row), e.at());
    return malformed(
        row,
        at.line(),
        "The record " + e.problem() + " (line " + at.line() + ", column " + at.column() + ").");
  }

  private Unscanned malformed(int row, long line, String message) {
    return new Unscanned(Unscanned.Kind.MALFORMED, uri, firstRow + row, line, message);
  }
}
