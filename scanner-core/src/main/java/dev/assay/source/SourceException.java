package dev.assay.source;

import java.io.IOException;

/**
 * A failure of a source in words for users: the message follows the source's or file's name in a
 * sentence, and says what to do next. It never holds a credential.
 */
public class SourceException extends IOException {
  private static final long serialVersionUID = 1;

  public SourceException(String message) {
    super(message);
  }

  public SourceException(String message, Throwable cause) {
    super(message, cause);
  }
}
