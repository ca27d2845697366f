package dev.assay.estimate;

import dev.assay.rule.Family;
import dev.assay.verdict.VerdictPolicy;
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
 * @param hinted other records with hints, by family; a family whose hints were not measured is left
 *     out
 */
public record CleanSource(
    String source, long suspect, long total, Map<Family, Long> families, Map<Family, Long> hinted) {
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
    long others = total - suspect;
    hinted.values().forEach(count -> Counts.require(count, others));
    hinted = hinted.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(hinted));
  }

  /** A source whose hints were not measured. */
  public CleanSource(String source, long suspect, long total, Map<Family, Long> families) {
    this(source, suspect, total, families, Map.of());
  }

  /** A clean source as a scan saw it. */
  public static CleanSource of(String source, Census census) {
    EnumMap<Family, Long> primary = new EnumMap<>(Family.class);
    census.families().forEach((family, counts) -> primary.put(family, counts.primary()));
    EnumMap<Family, Long> hinted = new EnumMap<>(Family.class);
    VerdictPolicy.hinting().forEach(family -> hinted.put(family, census.family(family).hinted()));
    return new CleanSource(source, census.suspect(), census.scanned(), primary, hinted);
  }

  /** The same source where hints of that family count. */
  CleanSource withHints(Family family) {
    long more = hinted.getOrDefault(family, 0L);
    EnumMap<Family, Long> all = new EnumMap<>(Family.class);
    all.putAll(families);
    all.merge(family, more, Long::sum);
    EnumMap<Family, Long> left = new EnumMap<>(Family.class);
    left.putAll(hinted);
    left.remove(family);
    return new CleanSource(source, suspect + more, total, all, left);
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
