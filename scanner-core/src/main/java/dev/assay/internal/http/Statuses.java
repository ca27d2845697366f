package dev.assay.internal.http;

import dev.assay.internal.http.HttpTransport.Answer;
import dev.assay.internal.remote.TransientFailure;
import dev.assay.source.SourceException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers that are no file, in words for users. */
final class Statuses {
  private static final Set<Integer> TRANSIENT = Set.of(408, 425, 429, 500, 502, 503, 504);

  private Statuses() {}

  /** The failure that an answer other than 200 and 206 is. */
  static IOException failure(Answer answer) {
    int status = answer.response().statusCode();
    String who = answer.from() + " answered " + status;
    if (TRANSIENT.contains(status)) {
      return new TransientFailure(who + name(status), retryAfter(answer));
    }
    return new SourceException("cannot be read: " + who + name(status) + advice(answer, status));
  }

  private static String name(int status) {
    return switch (status) {
      case 400 -> " (bad request)";
      case 401 -> " (not authorized)";
      case 403 -> " (forbidden)";
      case 404 -> " (not found)";
      case 410 -> " (gone)";
      case 429 -> " (too many requests)";
      case 500 -> " (internal error)";
      case 502 -> " (bad gateway)";
      case 503 -> " (unavailable)";
      case 504 -> " (timeout of a gateway)";
      default -> "";
    };
  }

  private static String advice(Answer answer, int status) {
    return switch (status) {
      case 401, 403 ->
          answer.authorized()
              ? ". The credentials were sent and not accepted: are they expired, or of somebody who"
                  + " may not read this?"
              : answer.from().isConfidential()
                  ? ". No credentials were sent: " + answer.advice()
                  : ". No credentials were sent, since they would be readable on the way: use https";
      case 404, 410 -> ": check the address";
      default -> "";
    };
  }

  private static @Nullable Duration retryAfter(Answer answer) {
    String value = answer.response().headers().firstValue("retry-after").orElse("").strip();
    if (value.matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(value));
    }
    try {
      Instant then = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration wait = Duration.between(Instant.now(), then);
      return wait.isNegative() ? null : wait;
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
