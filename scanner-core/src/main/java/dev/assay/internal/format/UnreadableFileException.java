package dev.assay.internal.format;

import java.io.IOException;

/** The rest of a file cannot be read, because of what is in it. */
final class UnreadableFileException extends IOException {
  private final long line;

  /**
   * @param message follows the file's name in a sentence
   * @param line physical line, or 0
   */
  UnreadableFileException(String message, long line) {
    super(message);
    this.line = line;
  }

  long line() {
    return line;
  }
}
