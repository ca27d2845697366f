package dev.assay.internal.remote;

import dev.assay.source.SourceException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Trying again, with pauses that grow, until it is of no use. For one thread. */
public final class Attempts {
  /** A server that asks for a longer pause is not waited for. */
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

  /** What may fail for a while. */
  public interface Call<T extends @Nullable Object> {
    T call() throws IOException;
  }

  private final Transfer transfer;
  private int failures;

  Attempts(Transfer transfer) {
    this.transfer = transfer;
  }

  /**
   * Calls until it goes well.
   *
   * @throws SourceException if the call throws one, or failed too often
   * @throws InterruptedIOException if the thread is interrupted
   */
  public static <T extends @Nullable Object> T of(Transfer transfer, Call<T> call)
      throws IOException {
    Attempts attempts = new Attempts(transfer);
    while (true) {
      try {
        return call.call();
      } catch (SourceException e) {
        throw e;
      } catch (IOException e) {
        attempts.failed(e, "");
      }
    }
  }

  /**
   * Waits before the next attempt.
   *
   * @param progress how far it came, for the message, in parentheses
   * @throws SourceException if there is to be none
   */
  void failed(IOException e, String progress) throws IOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("interrupted");
    }
    failures++;
    String why = why(e);
    if (failures > transfer.retries()) {
      throw new SourceException(
          "could not be read to its end: "
              + why
              + " ("
              + failures
              + (failures == 1 ? " attempt" : " attempts in a row")
              + " failed"
              + progress
              + "); try again later",
          e);
    }
    Duration wait = Waits.before(failures, transfer.backOff());
    Duration asked = e instanceof TransientFailure t ? t.retryAfter() : null;
    if (asked != null && asked.compareTo(LONGEST_PAUSE) > 0) {
      throw new SourceException(
          "could not be read: " + why + ", and asks to come back in " + Waits.shown(asked), e);
    }
    Waits.sleep(asked != null && asked.compareTo(wait) > 0 ? asked : wait);
  }

  /** The next failure is the first of its row. */
  void recovered() {
    failures = 0;
  }

  private static String why(IOException e) {
    String message = e.getMessage();
    return e instanceof TransientFailure
        ? String.valueOf(message)
        : "the connection failed ("
            + (message == null ? e.getClass().getSimpleName() : message)
            + ")";
  }
}
