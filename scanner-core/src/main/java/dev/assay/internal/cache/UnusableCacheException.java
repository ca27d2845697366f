package dev.assay.internal.cache;

import java.io.IOException;

/** The folder of a cache cannot be made or written. The message is for users. */
public final class UnusableCacheException extends IOException {
  private static final long serialVersionUID = 1;

  UnusableCacheException(String message, IOException cause) {
    super(message, cause);
  }
}
