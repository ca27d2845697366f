package dev.assay;

import dev.assay.estimate.CountLimits;
import dev.assay.estimate.GatePolicy;
import dev.assay.record.SchemaMap;
import dev.assay.rule.Family;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that decides what a scan does and says; immutable. Where its reports go is not part of
 * it, so that the same configuration gives the same verdicts wherever it runs.
 *
 * @param sources files, folders, or {@code -} for standard input; at least one
 * @param include globs: in folders, only files that one of them matches; empty means all datasets
 * @param exclude globs: in folders, no file that one of them matches
 * @param map which columns hold what, or null to recognise schemas by their keys
 * @param families what to look for; empty means everything
 * @param ruleFolders further rules, beside the built-in ones
 * @param calibration a calibration file, or null for the shipped one
 * @param threshold fraction of suspect records above which the gate fails, 0 to 1
 * @param gatePolicy which figure is held against the threshold
 * @param countLimits for some families, how many suspect records are too many, whatever the
 *     fraction
 * @param maxMalformed tolerated fraction of records that could not be scanned, 0 to 1
 * @param maxRecordBytes a record larger than this is not scanned
 * @param trustFraming whether a lesson counts as one where it stands only in a sentence repeated
 *     over many records
 * @param threads how many judge at once; at least 1; does not change what is found
 */
public record ScanConfig(
    List<String> sources,
    List<String> include,
    List<String> exclude,
    @Nullable SchemaMap map,
    Set<Family> families,
    List<Path> ruleFolders,
    @Nullable Path calibration,
    double threshold,
    GatePolicy gatePolicy,
    CountLimits countLimits,
    double maxMalformed,
    int maxRecordBytes,
    boolean trustFraming,
    int threads) {

  /** 16 MiB: more than any training example that a model can take in. */
  public static final int STANDARD_MAX_RECORD_BYTES = 16 << 20;

  public ScanConfig {
    sources = List.copyOf(sources);
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
    families = Set.copyOf(families);
    ruleFolders = List.copyOf(ruleFolders);
    fraction("threshold", threshold);
    fraction("maxMalformed", maxMalformed);
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, not " + threads);
    }
    if (maxRecordBytes < 1) {
      throw new IllegalArgumentException(
          "maxRecordBytes must be at least 1, not " + maxRecordBytes);
    }
  }

  /** The standard configuration for these sources: everything is looked for, the gate is at 5 %. */
  public static ScanConfig of(List<String> sources) {
    return new ScanConfig(
        sources,
        List.of(),
        List.of(),
        null,
        Set.of(),
        List.of(),
        null,
        0.05,
        GatePolicy.OBSERVED,
        CountLimits.standard(),
        0,
        STANDARD_MAX_RECORD_BYTES,
        false,
        1);
  }

  /** The same for other sources. */
  public ScanConfig withSources(List<String> others) {
    return new ScanConfig(
        others,
        include,
        exclude,
        map,
        families,
        ruleFolders,
        calibration,
        threshold,
        gatePolicy,
        countLimits,
        maxMalformed,
        maxRecordBytes,
        trustFraming,
        threads);
  }

  /** The same with these further rules. */
  public ScanConfig withRuleFolders(List<Path> folders) {
    return new ScanConfig(
        sources,
        include,
        exclude,
        map,
        families,
        folders,
        calibration,
        threshold,
        gatePolicy,
        countLimits,
        maxMalformed,
        maxRecordBytes,
        trustFraming,
        threads);
  }

  /** The same with this map, or with schemas recognised. */
  public ScanConfig withMap(@Nullable SchemaMap newMap) {
    return new ScanConfig(
        sources,
        include,
        exclude,
        newMap,
        families,
        ruleFolders,
        calibration,
        threshold,
        gatePolicy,
        countLimits,
        maxMalformed,
        maxRecordBytes,
        trustFraming,
        threads);
  }

  /** The same on so many threads. */
  public ScanConfig withThreads(int count) {
    return new ScanConfig(
        sources,
        include,
        exclude,
        map,
        families,
        ruleFolders,
        calibration,
        threshold,
        gatePolicy,
        countLimits,
        maxMalformed,
        maxRecordBytes,
        trustFraming,
        count);
  }

  private static void fraction(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must be between 0 and 1, not " + value);
    }
  }
}
