package dev.assay.record;

/**
 * A place in a file, as SARIF counts: lines and columns from 1, columns in UTF-16 units, the end
 * column one past the last character.
 *
 * @param startLine physical line where the region starts, from 1; for formats without lines the row
 * @param startColumn column in that line, from 1
 * @param endLine physical line of the last character
 * @param endColumn column one past the last character
 * @param byteOffset offset of the first byte in the file as it lies on disk, or -1 where the bytes
 *     read are not those of the file (compressed, or not UTF-8)
 * @param byteLength length in bytes, or -1
 */
public record Region(
    long startLine,
    long startColumn,
    long endLine,
    long endColumn,
    long byteOffset,
    long byteLength) {
  public Region {
    if (startLine < 1 || startColumn < 1 || endLine < startLine || endColumn < 1) {
      throw new IllegalArgumentException(
          "no such region: " + startLine + ":" + startColumn + "-" + endLine + ":" + endColumn);
    }
  }
}
