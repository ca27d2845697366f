package dev.assay.estimate;

import dev.assay.rule.Family;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * False positives on one source that is known to be clean. Immutable.
 *
 * @param source its name, unique in its list
 * @param suspect records that were SUSPECT, of any family
 * @param total records scanned
 * @param families of the suspect ones, by primary family, as {@link FamilyCounts#primary}; families
 *     with none may be left out
 */
public record CleanSource(String source, long suspect, long total, Map<Family, Long> families) {
  public CleanSource {
    if (source.isBlank()) {
      throw new IllegalArgumentException("a clean source has no name");
    }
    Counts.require(suspect, total);
    EnumMap<Family, Long> copy = new EnumMap<>(Family.class);
    families.forEach(
        (family, count) -> {
          Counts.require(count, suspect);
          if (count > 0) {
            copy.put(family, count);
          }
        });
    families = Collections.unmodifiableMap(copy);
  }

  /** A clean source as a scan saw it. */
  public static CleanSource of(String source, Census census) {
    EnumMap<Family, Long> primary = new EnumMap<>(Family.class);
    census.families().forEach((family, counts) -> primary.put(family, counts.primary()));
    return new CleanSource(source, census.suspect(), census.scanned(), primary);
  }

  /** False positives of one family. */
  public SourceCounts of(Family family) {
    return SourceCounts.of(source, families.getOrDefault(family, 0L), total);
  }

  /** False positives of all families together. */
  public SourceCounts ofAny() {
    return SourceCounts.of(source, suspect, total);
  }
}
