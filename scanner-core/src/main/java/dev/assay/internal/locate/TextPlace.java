package dev.assay.internal.locate;

/**
 * A place in a text file.
 *
 * @param line physical line, from 1
 * @param column in UTF-16 units, from 1
 * @param offset in bytes from the file's first, or -1 where the bytes read are not those stored
 */
public record TextPlace(long line, long column, long offset) {
  /** The place behind some bytes that begin at this one. */
  public TextPlace after(byte[] bytes, int from, int to) {
    long toLine = line;
    long toColumn = column;
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\n') {
        toLine++;
        toColumn = 1;
      } else {
        toColumn += UnitWalk.unitsOf(bytes[i]);
      }
    }
    return new TextPlace(toLine, toColumn, offset < 0 ? -1 : offset + (to - from));
  }
}
