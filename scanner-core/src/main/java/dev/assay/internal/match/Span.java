package dev.assay.internal.match;

import org.jspecify.annotations.Nullable;

/** A part of a turn's text, in UTF-16 units. */
public record Span(int start, int end) {
  static @Nullable Span first(BoundCondition[] conditions, TextScanner scan, TextScope scope) {
    Span first = null;
    for (BoundCondition condition : conditions) {
      Span span = condition.where(scan, scope);
      if (span != null && (first == null || span.start < first.start)) {
        first = span;
      }
    }
    return first;
  }
}
