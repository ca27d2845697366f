package dev.assay;

import org.jspecify.annotations.Nullable;

/** A scan could not begin, or could not be finished; the message is written for the user. */
public final class ScanException extends Exception {
  private static final long serialVersionUID = 1L;
  private final boolean usage;

  private ScanException(boolean usage, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.usage = usage;
  }

  /** Wrong usage or configuration: nothing was scanned. */
  public static ScanException usage(String message, @Nullable Throwable cause) {
    return new ScanException(true, message, cause);
  }

  /** The scan broke off, such as when a report could not be written. */
  public static ScanException broken(String message, @Nullable Throwable cause) {
    return new ScanException(false, message, cause);
  }

  /** Whether nothing was scanned because of how the scan was asked for. */
  public boolean usage() {
    return usage;
  }
}
