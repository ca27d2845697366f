package dev.assay.internal.remote;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What may go better the next time. The message is for users and follows "because". */
public final class TransientFailure extends IOException {
  private static final long serialVersionUID = 1;

  private final @Nullable Duration retryAfter;

  /**
   * @param retryAfter how long the server asks to be left alone, or null if it does not say
   */
  public TransientFailure(String message, @Nullable Duration retryAfter) {
    super(message);
    this.retryAfter = retryAfter;
  }

  @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
