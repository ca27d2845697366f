package dev.assay;

import org.jspecify.annotations.Nullable;

/** A scan could not begin, or could not be finished; the message is written for the user. */
public final class ScanException extends Exception {
  private static final long serialVersionUID = 1L;
  private final boolean usage;
  private final @Nullable String component;

  private ScanException(
      boolean usage, @Nullable String component, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.usage = usage;
    this.component = component;
  }

  /** A component of the configuration that does not fit the data: nothing was scanned. */
  public static ScanException about(String component, String message) {
    return new ScanException(true, component, message, null);
  }

  /** The component of {@link ScanConfig} that it is about, or null if it is about none alone. */
  public @Nullable String component() {
    return component;
  }

  /** Wrong usage or configuration: nothing was scanned. */
  public static ScanException usage(String message, @Nullable Throwable cause) {
    return new ScanException(true, null, message, cause);
  }

  /** The scan broke off, such as when a report could not be written. */
  public static ScanException broken(String message, @Nullable Throwable cause) {
    return new ScanException(false, null, message, cause);
  }

  /** Whether nothing was scanned because of how the scan was asked for. */
  public boolean usage() {
    return usage;
  }
}
