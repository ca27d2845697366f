package dev.assay.triage;

import dev.assay.rule.Family;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Findings that somebody answers for: they are shown, and do not count.
 *
 * @param place where it is written, as {@code file:line}
 * @param fingerprint of the one finding, 64 hex digits, or null for any
 * @param rule id of the rule, or null for any
 * @param path glob that the file's name matches, or null for any
 * @param family of the rule, or null for any; at least one of the four is given, and all that are
 *     must hold
 * @param reason why the findings do not count
 * @param owner who answers for it
 * @param expires the last day on which it holds
 * @param max findings that it may match; with more of them it hides none
 */
public record Suppression(
    String place,
    @Nullable String fingerprint,
    @Nullable String rule,
    @Nullable String path,
    @Nullable Family family,
    String reason,
    String owner,
    LocalDate expires,
    long max) {
  public Suppression {
    if (fingerprint == null && rule == null && path == null && family == null) {
      throw new IllegalArgumentException("a suppression says what it suppresses");
    }
    if (max < 1) {
      throw new IllegalArgumentException("max must be at least 1, not " + max);
    }
  }
}
