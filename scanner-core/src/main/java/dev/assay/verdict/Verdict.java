package dev.assay.verdict;

import java.util.Locale;

/** What Assay says of a record. */
public enum Verdict {
  /** No finding that counts. */
  CLEAN,
  /** A finding that a lesson asks for: reported, not counted. */
  FRAMED,
  /** A finding that counts as contamination. */
  SUSPECT;

  /** The name in reports. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
