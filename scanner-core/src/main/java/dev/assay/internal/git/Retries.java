package dev.assay.internal.git;

import dev.assay.source.SourceException;
import java.io.IOException;
import java.util.Map;

/**
 * How often what fails in passing is tried, and how long is waited between: twice as long each
 * time.
 *
 * @param attempts at least 1
 * @param firstPause in milliseconds
 */
record Retries(int attempts, long firstPause) {
  /** Something that may fail in passing. */
  interface Attempt<T> {
    T run() throws IOException;
  }

  /** It may succeed if it is tried again. */
  static final class PassingException extends SourceException {
    private static final long serialVersionUID = 1;

    PassingException(String message, Throwable cause) {
      super(message, cause);
    }

    PassingException(String message) {
      super(message);
    }
  }

  /** From {@code git.attempts} and {@code git.pause} (milliseconds); four attempts unless told. */
  static Retries of(Map<String, String> options) throws SourceException {
    return new Retries(number(options, "git.attempts", 4), number(options, "git.pause", 500));
  }

  static int number(Map<String, String> options, String name, int standard) throws SourceException {
    String value = options.get(name);
    if (value == null) {
      return standard;
    }
    if (!value.matches("[1-9][0-9]{0,6}")) {
      throw new SourceException("cannot be read: " + name + "=" + value + " is no whole number");
    }
    return Integer.parseInt(value);
  }

  /** Runs until it succeeds, fails for good, or was tried often enough. */
  <T> T run(Attempt<T> attempt) throws IOException {
    for (int tried = 1; ; tried++) {
      try {
        return attempt.run();
      } catch (PassingException e) {
        if (tried >= attempts) {
          throw new SourceException(
              e.getMessage() + (attempts == 1 ? "" : ", " + attempts + " times"), e);
        }
        pause(firstPause << Math.min(10, tried - 1));
      }
    }
  }

  private static void pause(long millis) throws IOException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SourceException("was given up: the scan was interrupted", e);
    }
  }
}
