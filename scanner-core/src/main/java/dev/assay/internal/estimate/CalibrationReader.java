package dev.assay.internal.estimate;

import dev.assay.estimate.Calibration;
import dev.assay.estimate.CleanSource;
import dev.assay.estimate.Counts;
import dev.assay.estimate.InvalidCalibrationException;
import dev.assay.estimate.SourceCounts;
import dev.assay.rule.Family;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** From JSON to {@link Calibration}. */
final class CalibrationReader {
  private static final Set<String> ROOT_KEYS =
      Set.of("schema", "rulesVersion", "measuredOn", "sensitivity", "specificity");
  private static final Set<String> POISON_KEYS = Set.of("source", "suspect", "total", "together");
  private static final Set<String> CLEAN_KEYS =
      Set.of("source", "suspect", "total", "families", "hinted");

  private CalibrationReader() {}

  static Calibration read(Fields root) throws InvalidCalibrationException {
    root.requireOnly(ROOT_KEYS);
    long schema = root.count("schema");
    if (schema != CalibrationFile.SCHEMA) {
      throw root.problem("schema " + schema + " is not supported, only " + CalibrationFile.SCHEMA);
    }
    Map<Family, List<SourceCounts>> sensitivity = sensitivity(root.object("sensitivity"));
    List<CleanSource> clean = new ArrayList<>();
    for (Fields source : root.list("specificity")) {
      clean.add(cleanSource(source.requireOnly(CLEAN_KEYS)));
    }
    try {
      return new Calibration(
          root.text("rulesVersion"), root.text("measuredOn"), sensitivity, clean);
    } catch (IllegalArgumentException e) {
      throw root.problem(String.valueOf(e.getMessage()));
    }
  }

  private static Map<Family, List<SourceCounts>> sensitivity(Fields families)
      throws InvalidCalibrationException {
    Map<Family, List<SourceCounts>> sensitivity = new EnumMap<>(Family.class);
    for (String key : families.keys()) {
      List<SourceCounts> sources = new ArrayList<>();
      for (Fields source : families.list(key)) {
        sources.add(poisonSource(source.requireOnly(POISON_KEYS)));
      }
      sensitivity.put(family(families, key), sources);
    }
    return sensitivity;
  }

  private static SourceCounts poisonSource(Fields source) throws InvalidCalibrationException {
    String name = source.text("source");
    long suspect = source.count("suspect");
    long total = source.count("total");
    try {
      long together = source.has("together") ? source.count("together") : suspect;
      return new SourceCounts(name, new Counts(suspect, total), new Counts(together, total));
    } catch (IllegalArgumentException e) {
      throw source.problem(String.valueOf(e.getMessage()));
    }
  }

  private static CleanSource cleanSource(Fields source) throws InvalidCalibrationException {
    Map<Family, Long> byFamily = byFamily(source, "families");
    Map<Family, Long> hinted = byFamily(source, "hinted");
    String name = source.text("source");
    long suspect = source.count("suspect");
    long total = source.count("total");
    try {
      return new CleanSource(name, suspect, total, byFamily, hinted);
    } catch (IllegalArgumentException e) {
      throw source.problem(String.valueOf(e.getMessage()));
    }
  }

  private static Map<Family, Long> byFamily(Fields source, String field)
      throws InvalidCalibrationException {
    Map<Family, Long> byFamily = new EnumMap<>(Family.class);
    if (source.has(field)) {
      Fields families = source.object(field);
      for (String key : families.keys()) {
        byFamily.put(family(families, key), families.count(key));
      }
    }
    return byFamily;
  }

  private static Family family(Fields parent, String key) throws InvalidCalibrationException {
    Family family = Family.named(key);
    if (family == null) {
      String known =
          Arrays.stream(Family.values()).map(Family::id).collect(Collectors.joining(", "));
      throw parent.problem("'" + key + "' is no family; known are " + known);
    }
    return family;
  }
}
