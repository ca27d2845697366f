package dev.assay.internal.locate;

/** Cuts one row of a table into its cells (RFC 4180). Used by one thread at a time. */
public final class CsvCells {
  private final byte delimiter;
  private byte[] bytes = new byte[0];
  private int at;
  private int end;
  private boolean more;
  private int cellStart;
  private int cellEnd;
  private boolean quoted;
  private int stray = -1;

  public CsvCells(byte delimiter) {
    this.delimiter = delimiter;
  }

  /** Begins a row. */
  public void reset(byte[] row, int from, int to) {
    bytes = row;
    at = from;
    end = to;
    more = true;
    stray = -1;
  }

  /** Goes to the next cell; false behind the last. */
  public boolean next() {
    if (!more) {
      return false;
    }
    quoted = at < end && bytes[at] == '"';
    if (quoted) {
      quotedCell();
    } else {
      cellStart = at;
      while (at < end && bytes[at] != delimiter) {
        at++;
      }
      cellEnd = at;
    }
    more = at < end;
    at++;
    return true;
  }

  /** The cell. */
  public Cell cell() {
    return new Cell(cellStart, cellEnd, quoted);
  }

  /** Where something follows the closing quote of a cell, or such a quote is missing; else -1. */
  public int stray() {
    return stray;
  }

  private void quotedCell() {
    cellStart = ++at;
    while (at < end && (bytes[at] != '"' || isDoubled())) {
      at += bytes[at] == '"' ? 2 : 1;
    }
    cellEnd = Math.min(at, end);
    if (at >= end) {
      stray = cellStart - 1;
      return;
    }
    at++;
    if (at < end && bytes[at] != delimiter) {
      stray = at;
      while (at < end && bytes[at] != delimiter) {
        at++;
      }
    }
  }

  private boolean isDoubled() {
    return at + 1 < end && bytes[at + 1] == '"';
  }
}
