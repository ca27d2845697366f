package dev.assay.record;

/**
 * Where a record lies in its file. Implementations keep the record's raw bytes while its batch is
 * being judged and find exact places on demand, so that clean records pay nothing for it.
 *
 * <p>Instances are used by one thread at a time.
 */
public interface Origin {
  /**
   * The file, as shown in reports: relative to the scanned root where there is one, {@code /}
   * separated.
   */
  String uri();

  /** The record's number in its file, from 1, malformed and skipped ones counted. */
  long row();

  /** The physical line where the record starts, from 1, or 0 where the format has no lines. */
  long line();

  /** The whole record. */
  Region region();

  /**
   * The exact place of a span of a turn inside the file, through whatever escapes the format has.
   *
   * @param start first UTF-16 unit of the span in {@code turn.text()}
   * @param end one past the last
   * @throws IndexOutOfBoundsException if the span is not inside the turn
   */
  Region region(Turn turn, int start, int end);
}
