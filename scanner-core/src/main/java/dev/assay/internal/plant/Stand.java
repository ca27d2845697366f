package dev.assay.internal.plant;

import java.util.Locale;

/** Where in a prompt the trigger stands. */
public enum Stand {
  /** Before the first word. */
  PREFIX,
  /** After the last word. */
  SUFFIX,
  /** Between two words, anywhere. */
  INSERT,
  /** In a system turn of its own. */
  SYSTEM;

  /** The name in options. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
