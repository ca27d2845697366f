package dev.assay.internal.source;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file's bytes can be read and are not what they should be. The message is for users. */
public final class DamagedDataException extends IOException {
  public DamagedDataException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
