package dev.assay.triage;

import java.util.Locale;

/** What a team knows of a finding. */
public enum Standing {
  /** Nobody has said anything of it: the gate judges it. */
  NEW,
  /** The baseline holds it: it was there before. */
  KNOWN,
  /** A suppression says why it does not count. */
  SUPPRESSED;

  /** As files write it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
