package dev.assay.internal.report;

import dev.assay.record.Unscanned;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What could not be scanned: all of it counted, the first of each kind kept. Whole files are listed
 * before records, so that a million broken lines do not hide a file that was never opened.
 */
final class UnscannedSample {
  private static final List<Unscanned.Kind> GRAVEST_FIRST =
      List.of(
          Unscanned.Kind.FILE,
          Unscanned.Kind.DETECTOR,
          Unscanned.Kind.MALFORMED,
          Unscanned.Kind.SKIPPED);

  private final int max;
  private final Map<Unscanned.Kind, List<Unscanned>> first = new EnumMap<>(Unscanned.Kind.class);
  private long total;

  UnscannedSample(int max) {
    this.max = max;
  }

  void add(Unscanned unscanned) {
    total++;
    List<Unscanned> kept = first.computeIfAbsent(unscanned.kind(), kind -> new ArrayList<>());
    if (kept.size() < max) {
      kept.add(unscanned);
    }
  }

  /** How many there were. */
  long total() {
    return total;
  }

  /**
   * At most {@code max}: files, then failed rules, then malformed and skipped records, in order.
   */
  List<Unscanned> kept() {
    List<Unscanned> all = new ArrayList<>();
    for (Unscanned.Kind kind : GRAVEST_FIRST) {
      all.addAll(first.getOrDefault(kind, List.of()));
    }
    return all.subList(0, Math.min(max, all.size()));
  }
}
