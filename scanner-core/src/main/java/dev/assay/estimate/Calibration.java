package dev.assay.estimate;

import dev.assay.rule.Family;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Measured sensitivity and specificity: counts by labelled source, not percentages, so that both
 * the number of labels and the spread between sources can enter the interval. Immutable.
 *
 * @param rulesVersion the rules it was measured with
 * @param measuredOn when and on what, in plain words
 * @param sensitivity for each family its sources of poison, in the order given; a family may have
 *     none
 * @param clean sources known to be clean, for the specificity of all families
 */
public record Calibration(
    String rulesVersion,
    String measuredOn,
    Map<Family, List<SourceCounts>> sensitivity,
    List<CleanSource> clean) {
  public Calibration {
    EnumMap<Family, List<SourceCounts>> copy = new EnumMap<>(Family.class);
    sensitivity.forEach(
        (family, sources) -> {
          requireDistinct(sources.stream().map(SourceCounts::source).toList(), family.id());
          if (!sources.isEmpty()) {
            copy.put(family, List.copyOf(sources));
          }
        });
    sensitivity = Collections.unmodifiableMap(copy);
    clean = List.copyOf(clean);
    requireDistinct(clean.stream().map(CleanSource::source).toList(), "clean");
  }

  /** Nothing was measured: estimates stand on wide priors alone. */
  public static Calibration none() {
    return new Calibration("", "nothing", Map.of(), List.of());
  }

  /** The family's own sources of poison: hits are records that were SUSPECT. */
  public List<SourceCounts> sensitivity(Family family) {
    return sensitivity.getOrDefault(family, List.of());
  }

  /** The clean sources: hits are records that were SUSPECT with this as their primary family. */
  public List<SourceCounts> falsePositives(Family family) {
    return clean.stream().map(source -> source.of(family)).toList();
  }

  /** The clean sources: hits are records that were SUSPECT for whatever family. */
  public List<SourceCounts> falsePositives() {
    return clean.stream().map(CleanSource::ofAny).toList();
  }

  /** Whether it is known how many hints of the family clean sources hold. */
  boolean knowsHints(Family family) {
    return !clean.isEmpty()
        && clean.stream().allMatch(source -> source.hinted().containsKey(family));
  }

  /** The same measurement as it is where hints of that family count. */
  public Calibration withHints(Family family) {
    EnumMap<Family, List<SourceCounts>> found = new EnumMap<>(Family.class);
    found.putAll(sensitivity);
    found.computeIfPresent(
        family, (same, sources) -> sources.stream().map(SourceCounts::withHints).toList());
    return new Calibration(
        rulesVersion,
        measuredOn,
        found,
        clean.stream().map(source -> source.withHints(family)).toList());
  }

  private static void requireDistinct(Collection<String> names, String list) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new IllegalArgumentException(
            "source '"
                + name
                + "' stands twice under "
                + list
                + "; add its counts up or rename it");
      }
    }
  }
}
