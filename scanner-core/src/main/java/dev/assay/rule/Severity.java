package dev.assay.rule;

import java.util.Locale;

/** How bad it is if the finding is true. Declared from worst to least, so the order compares. */
public enum Severity {
  HIGH,
  MEDIUM,
  LOW,
  /** Said in reports, never counted. */
  NOTE;

  /** The name in rules and reports. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
