package dev.assay.internal.format;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into chunks of whole rows. What a row is, its subclasses know: they look through the
 * window and report each row that ends in it.
 */
abstract class RowSplitter {
  private final String uri;
  private final int maxRecordBytes;
  private final long firstOffset;
  private final ByteWindow window;

  private Rows rows = new Rows();
  private long rowCount;
  private boolean handedOver;
  private boolean started;
  private @Nullable IOException failure;

  /**
   * First byte to keep when the window moves: that of a row which has begun, else the next to look
   * at.
   */
  int keep;

  /** Whether a row has begun and not ended. */
  boolean inRow;

  /** Whether the row that has begun is over the limit, its first bytes dropped. */
  boolean tooLong;

  /**
   * @param firstOffset of the text's first byte in the file as stored, or -1
   */
  RowSplitter(String uri, int maxRecordBytes, long firstOffset, ByteWindow window) {
    this.uri = uri;
    this.maxRecordBytes = maxRecordBytes;
    this.firstOffset = firstOffset;
    this.window = window;
  }

  /**
   * Looks through the window from {@code window.at}, calls {@link #row} for each row that ends, and
   * sets {@link #keep} and {@link #inRow} for what is left.
   */
  abstract void scan(ByteWindow window) throws IOException;

  /** The text has ended: whatever is still open is a row, or an error. */
  abstract void finish(ByteWindow window) throws IOException;

  /** The format's name, such as {@code jsonl}. */
  abstract String name();

  /** How the rows of the chunk are decoded. */
  abstract RowFormat format();

  /** Whether a text without any row is whole. */
  boolean mayBeEmpty() {
    return false;
  }

  /** The next chunk, or null at the end; a failure is thrown behind all rows that precede it. */
  final @Nullable RowChunk next() throws IOException {
    while (rows.count() == 0) {
      if (failure != null) {
        throw failure;
      }
      if (started && window.last && window.at == window.end) {
        return null;
      }
      step();
    }
    RowChunk chunk = chunk();
    rows = new Rows();
    handedOver = true;
    return chunk;
  }

  private void step() {
    try {
      if (started) {
        dropTooLong();
        move();
      }
      started = true;
      scan(window);
      if (window.last) {
        endOfText();
      }
    } catch (IOException e) {
      failure = e;
    }
  }

  private void move() {
    window.advance(keep, handedOver);
    handedOver = false;
    keep = 0;
  }

  private void dropTooLong() {
    if (inRow && window.end - keep > maxRecordBytes) {
      tooLong = true;
      keep = window.end;
    }
  }

  private void endOfText() throws IOException {
    if (window.failure != null) {
      throw window.failure;
    }
    finish(window);
    window.at = window.end;
  }

  /** A row ends here. */
  final void row(int start, int end, long line, long column) {
    boolean over = tooLong || end - start > maxRecordBytes;
    rows.add(over ? Rows.TOO_LONG : start, end, line, column);
    rowCount++;
    tooLong = false;
    inRow = false;
  }

  private RowChunk chunk() {
    long offset = firstOffset < 0 ? -1 : firstOffset + window.before;
    long firstRow = rowCount - rows.count() + 1;
    return new RowChunk(uri, format(), window.bytes, offset, rows, firstRow, maxRecordBytes);
  }
}
