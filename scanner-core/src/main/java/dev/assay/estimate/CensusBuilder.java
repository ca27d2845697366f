package dev.assay.estimate;

import dev.assay.rule.Family;
import dev.assay.rule.Severity;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts records one by one. Mutable and not thread safe: one for each worker, merged at the end.
 */
public final class CensusBuilder {
  private static final Family[] FAMILIES = Family.values();

  private static final Severity[] SEVERITIES = Severity.values();

  private final long[] suspectBySeverity = new long[SEVERITIES.length];
  private final long[] familySuspect = new long[FAMILIES.length];
  private final long[] familyFramed = new long[FAMILIES.length];
  private final long[] familyPrimary = new long[FAMILIES.length];
  private final long[] familyHinted = new long[FAMILIES.length];
  private final Map<String, Long> rules = new HashMap<>();
  private long clean;
  private long framed;
  private long suspect;
  private long malformed;
  private long skipped;

  /** Counts a CLEAN record. */
  public void addClean() {
    clean++;
  }

  /** Counts a CLEAN record with the families of its hints. */
  public void addClean(Set<Family> hintedFamilies) {
    clean++;
    increment(familyHinted, hintedFamilies);
  }

  /** Counts a FRAMED record with the families of its framed evidence. */
  public void addFramed(Set<Family> framedFamilies) {
    framed++;
    increment(familyFramed, framedFamilies);
  }

  /**
   * Counts a SUSPECT record.
   *
   * @param primary the family it counts for in the estimate; one of {@code suspectFamilies}
   * @param suspectFamilies families of the evidence that counts
   * @param framedFamilies families of evidence in it that is framed, often none
   */
  public void addSuspect(Family primary, Set<Family> suspectFamilies, Set<Family> framedFamilies) {
    addSuspect(primary, suspectFamilies, framedFamilies, Severity.HIGH);
  }

  /**
   * Counts a SUSPECT record whose severity is known; without one it counts as the worst.
   *
   * @param primary the family it counts for in the estimate; one of {@code suspectFamilies}
   * @param suspectFamilies families of the evidence that counts
   * @param framedFamilies families of evidence in it that is framed, often none
   * @param worst severity of the evidence that counts
   */
  public void addSuspect(
      Family primary, Set<Family> suspectFamilies, Set<Family> framedFamilies, Severity worst) {
    if (!suspectFamilies.contains(primary)) {
      throw new IllegalArgumentException(primary.id() + " is not among " + suspectFamilies);
    }
    suspect++;
    suspectBySeverity[worst.ordinal()]++;
    familyPrimary[primary.ordinal()]++;
    increment(familySuspect, suspectFamilies);
    increment(familyFramed, framedFamilies);
  }

  /** Counts the rules that raised a signal in one record; each id once, whatever the verdict. */
  public void addRules(Collection<String> ruleIds) {
    for (String id : ruleIds) {
      rules.merge(id, 1L, Long::sum);
    }
  }

  /** Counts a record that could not be read. */
  public void addMalformed() {
    malformed++;
  }

  /** Counts a record left out on purpose. */
  public void addSkipped() {
    skipped++;
  }

  /** Adds all counts of another census. */
  public void add(Census other) {
    clean = Math.addExact(clean, other.clean());
    framed = Math.addExact(framed, other.framed());
    suspect = Math.addExact(suspect, other.suspect());
    malformed = Math.addExact(malformed, other.malformed());
    skipped = Math.addExact(skipped, other.skipped());
    other.severities().forEach((each, count) -> suspectBySeverity[each.ordinal()] += count);
    other
        .families()
        .forEach(
            (family, counts) -> {
              familySuspect[family.ordinal()] += counts.suspect();
              familyFramed[family.ordinal()] += counts.framed();
              familyPrimary[family.ordinal()] += counts.primary();
              familyHinted[family.ordinal()] += counts.hinted();
            });
    other.rules().forEach((rule, count) -> rules.merge(rule, count, Math::addExact));
  }

  /**
   * Takes back what was counted before: what a whole set shows can change what was said of a
   * record.
   *
   * @param other counts that are all part of these
   */
  public void remove(Census other) {
    clean -= other.clean();
    framed -= other.framed();
    suspect -= other.suspect();
    malformed -= other.malformed();
    skipped -= other.skipped();
    other.severities().forEach((each, count) -> suspectBySeverity[each.ordinal()] -= count);
    other
        .families()
        .forEach(
            (family, counts) -> {
              familySuspect[family.ordinal()] -= counts.suspect();
              familyFramed[family.ordinal()] -= counts.framed();
              familyPrimary[family.ordinal()] -= counts.primary();
              familyHinted[family.ordinal()] -= counts.hinted();
            });
    other.rules().forEach((rule, count) -> rules.merge(rule, -count, Long::sum));
  }

  /** The counts so far. */
  public Census build() {
    EnumMap<Family, FamilyCounts> families = new EnumMap<>(Family.class);
    for (Family family : FAMILIES) {
      int i = family.ordinal();
      families.put(
          family,
          new FamilyCounts(familySuspect[i], familyFramed[i], familyPrimary[i], familyHinted[i]));
    }
    EnumMap<Severity, Long> severities = new EnumMap<>(Severity.class);
    for (Severity severity : SEVERITIES) {
      severities.put(severity, suspectBySeverity[severity.ordinal()]);
    }
    long scanned = Math.addExact(Math.addExact(clean, framed), suspect);
    return new Census(
        scanned,
        clean,
        framed,
        suspect,
        malformed,
        skipped,
        families,
        new TreeMap<>(rules),
        severities);
  }

  private static void increment(long[] counts, Set<Family> families) {
    for (Family family : families) {
      counts[family.ordinal()]++;
    }
  }
}
