package dev.assay.internal.locate;

/** Finds spans of decoded values among a record's bytes; one for each format. Immutable. */
public sealed interface ValueLocator
    permits JsonLocator, CsvLocator, PlainLocator, NotebookLocator {
  /**
   * The bytes that a span of a value was decoded from.
   *
   * @param start first byte of the record
   * @param end one past its last
   * @param field the value's name in its turn
   * @param from first UTF-16 unit of the span in the value
   * @param to one past the last
   * @throws IllegalArgumentException if the record has no such field or it is shorter
   */
  ByteSpan locate(byte[] bytes, int start, int end, String field, int from, int to);
}
