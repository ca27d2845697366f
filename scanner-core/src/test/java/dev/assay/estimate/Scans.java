package dev.assay.estimate;

import dev.assay.rule.Family;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Censuses and calibrations for tests. */
final class Scans {
  private Scans() {}

  /** A scan in which that many records are suspect, all of one family. */
  static Census of(Family family, long suspect, long scanned) {
    return of(Map.of(family, suspect), scanned);
  }

  /** A scan with those primary counts. */
  static Census of(Map<Family, Long> primary, long scanned) {
    EnumMap<Family, FamilyCounts> families = new EnumMap<>(Family.class);
    long suspect = 0;
    for (Map.Entry<Family, Long> entry : primary.entrySet()) {
      families.put(entry.getKey(), new FamilyCounts(entry.getValue(), 0, entry.getValue()));
      suspect += entry.getValue();
    }
    return new Census(scanned, scanned - suspect, 0, suspect, 0, 0, families, new TreeMap<>());
  }

  /** One family, one source of poison, one clean source. */
  static Calibration calibration(
      Family family, long found, long poisoned, long falsePositives, long clean) {
    return new Calibration(
        "1",
        "a test",
        Map.of(family, List.of(SourceCounts.of("poison", found, poisoned))),
        List.of(new CleanSource("clean", falsePositives, clean, Map.of(family, falsePositives))));
  }

  /** Every family found at that rate in three sources of 200, with one false positive in 1,000. */
  static Calibration allFamilies(double sensitivity) {
    EnumMap<Family, List<SourceCounts>> poison = new EnumMap<>(Family.class);
    EnumMap<Family, Long> falsePositives = new EnumMap<>(Family.class);
    for (Family family : Family.values()) {
      long found = Math.round(200 * sensitivity);
      List<SourceCounts> sources = new ArrayList<>();
      for (String name : List.of("a", "b", "c")) {
        sources.add(SourceCounts.of(name, found, 200));
      }
      poison.put(family, sources);
      falsePositives.put(family, 2L);
    }
    List<CleanSource> clean = new ArrayList<>();
    for (String name : List.of("x", "y", "z")) {
      clean.add(new CleanSource(name, 2L * Family.values().length, 2000, falsePositives));
    }
    return new Calibration("1", "a test", poison, clean);
  }
}
