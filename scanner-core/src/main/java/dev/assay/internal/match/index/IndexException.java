package dev.assay.internal.match.index;

import java.io.IOException;

/** An index cannot be written or used; the message is for users. */
public final class IndexException extends IOException {
  private static final long serialVersionUID = 1;

  private final boolean usage;

  private IndexException(boolean usage, String message, Throwable cause) {
    super(message, cause);
    this.usage = usage;
  }

  /** What was asked for cannot be done, and nothing was. */
  static IndexException usage(String message) {
    return new IndexException(true, message, new IOException(message));
  }

  /** It was begun and broke off. */
  static IndexException broken(String message, Throwable cause) {
    return new IndexException(false, message, cause);
  }

  /** Whether another command would help, and not another disk. */
  public boolean usage() {
    return usage;
  }
}
