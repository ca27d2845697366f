package dev.assay.record;

/**
 * Something in a file that could not be scanned, and is therefore never called clean.
 *
 * @param kind what happened to it
 * @param uri the file
 * @param row the record's number in its file, from 1, or 0 where the whole file is meant
 * @param line physical line, from 1, or 0 where unknown
 * @param message one plain sentence: what is wrong, and what to do next where that helps
 */
public record Unscanned(Kind kind, String uri, long row, long line, String message) {
  /** What happened. */
  public enum Kind {
    /** The record could not be read: broken JSON, wrong types, broken UTF-8, over a limit. */
    MALFORMED,
    /** The record was read and holds nothing that can be judged, such as no assistant turn. */
    SKIPPED,
    /** The file, or what is left of it, could not be read at all. */
    FILE,
    /** A detector or a rule failed; the record it failed on is not judged. */
    DETECTOR
  }
}
