package dev.assay.rule;

import java.util.Locale;

/** How sure a match is that the finding is true. Declared from surest to least. */
public enum Confidence {
  HIGH,
  MEDIUM,
  LOW;

  /** The name in rules and reports. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
