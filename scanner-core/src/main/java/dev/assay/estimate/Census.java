package dev.assay.estimate;

import dev.assay.rule.Family;
import dev.assay.rule.Severity;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts of a scan, in records. Immutable; merging is associative and commutative, so parts of a
 * scan add up to the same in any order.
 *
 * @param scanned records judged: clean, framed and suspect together
 * @param clean without a finding that counts
 * @param framed with findings that a lesson asks for
 * @param suspect with findings that count
 * @param malformed records that could not be read; not among the scanned
 * @param skipped records left out on purpose; not among the scanned
 * @param families counts by family, in declaration order; families without any are left out
 * @param rules records in which each rule raised a signal, by rule id, sorted
 * @param severities suspect records by the severity of their worst evidence; those without any left
 *     out
 */
public record Census(
    long scanned,
    long clean,
    long framed,
    long suspect,
    long malformed,
    long skipped,
    Map<Family, FamilyCounts> families,
    SortedMap<String, Long> rules,
    Map<Severity, Long> severities) {
  public Census {
    if (Math.min(Math.min(clean, framed), Math.min(suspect, Math.min(malformed, skipped))) < 0
        || clean + framed + suspect != scanned) {
      throw new IllegalArgumentException("scanned must be clean + framed + suspect, none below 0");
    }
    families = copyFamilies(families, suspect, scanned);
    rules = copyRules(rules);
    severities = copySeverities(severities, suspect);
  }

  /** Counts whose severities are not known: all suspect records count as the worst. */
  public Census(
      long scanned,
      long clean,
      long framed,
      long suspect,
      long malformed,
      long skipped,
      Map<Family, FamilyCounts> families,
      SortedMap<String, Long> rules) {
    this(
        scanned,
        clean,
        framed,
        suspect,
        malformed,
        skipped,
        families,
        rules,
        Map.of(Severity.HIGH, suspect));
  }

  /** A scan of nothing: the neutral element of {@link #merge}. */
  public static Census empty() {
    return new Census(0, 0, 0, 0, 0, 0, Map.of(), Collections.emptySortedMap());
  }

  /** The counts of both scans. */
  public Census merge(Census other) {
    CensusBuilder sum = new CensusBuilder();
    sum.add(this);
    sum.add(other);
    return sum.build();
  }

  /** Suspect records over scanned records, 0 to 1; 0 if nothing was scanned. */
  public double suspectFraction() {
    return new Counts(suspect, scanned).fraction();
  }

  /** The counts of one family, zeros if it was not seen. */
  public FamilyCounts family(Family family) {
    return families.getOrDefault(family, FamilyCounts.NONE);
  }

  /** Suspect records whose worst evidence is of this severity or a worse one. */
  public long suspectFrom(Severity severity) {
    return severities.entrySet().stream()
        .filter(entry -> entry.getKey().compareTo(severity) <= 0)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private static Map<Severity, Long> copySeverities(Map<Severity, Long> severities, long suspect) {
    EnumMap<Severity, Long> copy = new EnumMap<>(Severity.class);
    severities.forEach(
        (severity, count) -> {
          if (count > 0) {
            copy.put(severity, count);
          }
        });
    if (copy.values().stream().mapToLong(Long::longValue).sum() != suspect) {
      throw new IllegalArgumentException(
          "every suspect record has one severity, but they are " + severities + " of " + suspect);
    }
    return Collections.unmodifiableMap(copy);
  }

  private static Map<Family, FamilyCounts> copyFamilies(
      Map<Family, FamilyCounts> families, long suspect, long scanned) {
    EnumMap<Family, FamilyCounts> copy = new EnumMap<>(Family.class);
    long primary = 0;
    for (Map.Entry<Family, FamilyCounts> entry : families.entrySet()) {
      FamilyCounts counts = entry.getValue();
      Counts.require(counts.suspect(), suspect);
      Counts.require(counts.framed(), scanned);
      Counts.require(counts.hinted(), scanned);
      primary += counts.primary();
      if (!counts.equals(FamilyCounts.NONE)) {
        copy.put(entry.getKey(), counts);
      }
    }
    if (primary != suspect) {
      throw new IllegalArgumentException(
          "every suspect record has one primary family, but " + primary + " of " + suspect + " do");
    }
    return Collections.unmodifiableMap(copy);
  }

  private static SortedMap<String, Long> copyRules(SortedMap<String, Long> rules) {
    TreeMap<String, Long> copy = new TreeMap<>();
    rules.forEach(
        (rule, count) -> {
          if (count < 0) {
            throw new IllegalArgumentException("rule " + rule + " counts " + count);
          }
          if (count > 0) {
            copy.put(rule, count);
          }
        });
    return Collections.unmodifiableSortedMap(copy);
  }
}
