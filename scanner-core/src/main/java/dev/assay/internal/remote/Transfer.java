package dev.assay.internal.remote;

import java.time.Duration;
import java.util.Map;

/**
 * How patiently files are fetched, and how much.
 *
 * @param timeout longest wait for a connection, an answer, or 16 KiB of a body
 * @param retries how often a failure in a row is tried again; the first megabyte read after one
 *     makes an end of the row
 * @param backOff the first wait before trying again; doubled each time, up to 30 s
 * @param maxBytes size of the largest file that is read
 */
public record Transfer(Duration timeout, int retries, Duration backOff, long maxBytes) {
  private static final long STANDARD_MAX_BYTES = 64L << 30;

  /**
   * Reads the settings of one kind of source.
   *
   * @param scheme what their names begin with, such as {@code http}
   * @throws IllegalArgumentException if one has no such value; says what it takes
   */
  public static Transfer of(String scheme, Map<String, String> options) {
    return new Transfer(
        Duration.ofMillis(number(options, scheme + ".timeout-ms", 30_000, 1, 3_600_000)),
        (int) number(options, scheme + ".retries", 4, 0, 100),
        Duration.ofMillis(number(options, scheme + ".back-off-ms", 500, 0, 60_000)),
        number(options, scheme + ".max-bytes", STANDARD_MAX_BYTES, 1, Long.MAX_VALUE));
  }

  private static long number(
      Map<String, String> options, String name, long standard, long least, long most) {
    String value = options.get(name);
    if (value == null) {
      return standard;
    }
    try {
      long number = Long.parseLong(value.strip());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, together with numbers out of range.
    }
    throw new IllegalArgumentException(
        "--source-option " + name + " takes a whole number from " + least + " to " + most + ".");
  }
}
