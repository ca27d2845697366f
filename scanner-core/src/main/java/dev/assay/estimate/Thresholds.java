package dev.assay.estimate;

import dev.assay.rule.Family;
import dev.assay.rule.Severity;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Thresholds of parts, beside the one of the whole. Immutable.
 *
 * @param paths for files of some names: the first whose pattern names a file judges it, and the
 *     threshold of the whole judges the files that none names
 * @param families the most records, as a fraction of all, that may be suspect of a family
 * @param severities the most records, as a fraction of all, that may be suspect by evidence of a
 *     severity or a worse one
 */
public record Thresholds(
    List<PathThreshold> paths, Map<Family, Double> families, Map<Severity, Double> severities) {

  public Thresholds {
    paths = List.copyOf(paths);
    EnumMap<Family, Double> byFamily = new EnumMap<>(Family.class);
    byFamily.putAll(families);
    families = Collections.unmodifiableMap(byFamily);
    EnumMap<Severity, Double> bySeverity = new EnumMap<>(Severity.class);
    bySeverity.putAll(severities);
    severities = Collections.unmodifiableMap(bySeverity);
    families.values().forEach(Thresholds::fraction);
    severities.values().forEach(Thresholds::fraction);
  }

  /** No part has a threshold of its own. */
  public static Thresholds none() {
    return new Thresholds(List.of(), Map.of(), Map.of());
  }

  static void fraction(double threshold) {
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException("threshold " + threshold + " is not in [0, 1]");
    }
  }
}
