package dev.assay.internal.remote;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Waiting between attempts. */
final class Waits {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private Waits() {}

  /**
   * The wait before an attempt.
   *
   * @param failures how many there were in a row, at least 1
   */
  static Duration before(int failures, Duration first) {
    Duration wait = first.multipliedBy(1L << Math.min(failures - 1, 16));
    long millis = Math.min(wait.toMillis(), LONGEST.toMillis());
    // Many that failed at once shall not come back at once.
    return Duration.ofMillis(
        millis - (millis > 3 ? ThreadLocalRandom.current().nextLong(millis / 4) : 0));
  }

  static void sleep(Duration wait) throws InterruptedIOException {
    try {
      Thread.sleep(wait.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  static String shown(Duration duration) {
    return duration.toMillis() < 1000 ? duration.toMillis() + " ms" : duration.toSeconds() + " s";
  }
}
