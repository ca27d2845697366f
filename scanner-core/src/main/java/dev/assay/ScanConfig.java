package dev.assay;

import dev.assay.estimate.CountLimits;
import dev.assay.estimate.GatePolicy;
import dev.assay.estimate.Thresholds;
import dev.assay.record.SchemaMap;
import dev.assay.rule.Confidence;
import dev.assay.rule.Family;
import dev.assay.rule.Severity;
import dev.assay.source.Changes;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that decides what a scan does and says; immutable. Where its reports go is not part of
 * it, so that the same configuration gives the same verdicts wherever it runs.
 *
 * @param sources files, folders, addresses, or {@code -} for standard input; at least one
 * @param root relative sources are taken from it, and names in reports are relative to it
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
 * @param thresholds of parts of the data: files of some names, families, severities
 * @param maxMalformed tolerated fraction of records that could not be scanned, 0 to 1
 * @param maxRecordBytes a record larger than this is not scanned
 * @param leastSeverity findings of rules below it are reported and do not count; not {@code NOTE}
 * @param leastConfidence findings of rules below it are reported and do not count
 * @param trustFraming whether a lesson counts as one where it stands only in a sentence repeated
 *     over many records
 * @param baseline findings that were there before: the gate judges the others; null for none
 * @param suppressions findings that somebody answers for: they do not count; null for none
 * @param today the day on which suppressions hold or not
 * @param threads how many judge at once; at least 1; does not change what is found
 * @param changes asks that only what changed since a revision be judged, or null for all
 * @param sourceOptions settings of sources that are no files of this machine, such as {@code
 *     s3.endpoint}
 * @param cache a folder in which verdicts are kept for later scans, or null for none; what it holds
 *     is believed, so it must not come with the data
 * @param index a folder in which the records are kept with their text to be searched, or null for
 *     none; what stands there is replaced if it is an index
 * @param environment variables of the process that such sources may read, for tokens and the like;
 *     never printed
 * @param manifests lists of files with their SHA-256 to hold the files against, beside those that
 *     folders hold
 * @param documents whether documents, such as PDF files, notebooks and source code, are taken from
 *     folders as well; those that are named always are
 */
public record ScanConfig(
    List<String> sources,
    Path root,
    List<String> include,
    List<String> exclude,
    @Nullable SchemaMap map,
    Set<Family> families,
    List<Path> ruleFolders,
    @Nullable Path calibration,
    double threshold,
    GatePolicy gatePolicy,
    CountLimits countLimits,
    Thresholds thresholds,
    double maxMalformed,
    int maxRecordBytes,
    Severity leastSeverity,
    Confidence leastConfidence,
    boolean trustFraming,
    @Nullable Path baseline,
    @Nullable Path suppressions,
    LocalDate today,
    int threads,
    @Nullable Changes changes,
    Map<String, String> sourceOptions,
    @Nullable Path cache,
    @Nullable Path index,
    Map<String, String> environment,
    List<Path> manifests,
    boolean documents) {

  /** 16 MiB: more than any training example that a model can take in. */
  public static final int STANDARD_MAX_RECORD_BYTES = 16 << 20;

  public ScanConfig {
    sources = List.copyOf(sources);
    root = root.toAbsolutePath().normalize();
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
    families = Set.copyOf(families);
    ruleFolders = List.copyOf(ruleFolders);
    sourceOptions = Map.copyOf(sourceOptions);
    environment = Map.copyOf(environment);
    manifests = List.copyOf(manifests);
    fraction("threshold", threshold);
    fraction("maxMalformed", maxMalformed);
    if (leastSeverity == Severity.NOTE) {
      throw new IllegalArgumentException("Notes never count: the least severity is at least low.");
    }
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
    return builder(sources).build();
  }

  /** Starts from the standard configuration for these sources. */
  public static Builder builder(List<String> sources) {
    return new Builder(sources);
  }

  /** Starts from this configuration. */
  public Builder toBuilder() {
    return new Builder(sources)
        .root(root)
        .include(include)
        .exclude(exclude)
        .map(map)
        .families(families)
        .ruleFolders(ruleFolders)
        .calibration(calibration)
        .threshold(threshold)
        .gatePolicy(gatePolicy)
        .countLimits(countLimits)
        .thresholds(thresholds)
        .maxMalformed(maxMalformed)
        .maxRecordBytes(maxRecordBytes)
        .leastSeverity(leastSeverity)
        .leastConfidence(leastConfidence)
        .trustFraming(trustFraming)
        .baseline(baseline)
        .suppressions(suppressions)
        .today(today)
        .threads(threads)
        .changes(changes)
        .sourceOptions(sourceOptions)
        .cache(cache)
        .index(index)
        .environment(environment)
        .manifests(manifests)
        .documents(documents);
  }

  private static void fraction(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must be between 0 and 1, not " + value);
    }
  }

  /**
   * Takes the components one by one; what is not set is standard. The components are described at
   * {@link ScanConfig}. For one thread.
   */
  public static final class Builder {
    private List<String> sources;
    private Path root = Path.of("");
    private List<String> include = List.of();
    private List<String> exclude = List.of();
    private @Nullable SchemaMap map;
    private Set<Family> families = Set.of();
    private List<Path> ruleFolders = List.of();
    private @Nullable Path calibration;
    private double threshold = 0.05;
    private GatePolicy gatePolicy = GatePolicy.OBSERVED;
    private CountLimits countLimits = CountLimits.standard();
    private Thresholds thresholds = Thresholds.none();
    private double maxMalformed;
    private int maxRecordBytes = STANDARD_MAX_RECORD_BYTES;
    private Severity leastSeverity = Severity.MEDIUM;
    private Confidence leastConfidence = Confidence.MEDIUM;
    private boolean trustFraming;
    private @Nullable Path baseline;
    private @Nullable Path suppressions;
    private @Nullable LocalDate today;
    private int threads = 1;
    private @Nullable Changes changes;
    private Map<String, String> sourceOptions = Map.of();
    private @Nullable Path cache;
    private @Nullable Path index;
    private Map<String, String> environment = Map.of();
    private List<Path> manifests = List.of();
    private boolean documents;

    private Builder(List<String> sources) {
      this.sources = sources;
    }

    public Builder sources(List<String> value) {
      sources = value;
      return this;
    }

    public Builder root(Path value) {
      root = value;
      return this;
    }

    public Builder include(List<String> value) {
      include = value;
      return this;
    }

    public Builder exclude(List<String> value) {
      exclude = value;
      return this;
    }

    public Builder map(@Nullable SchemaMap value) {
      map = value;
      return this;
    }

    public Builder families(Set<Family> value) {
      families = value;
      return this;
    }

    public Builder ruleFolders(List<Path> value) {
      ruleFolders = value;
      return this;
    }

    public Builder calibration(@Nullable Path value) {
      calibration = value;
      return this;
    }

    public Builder threshold(double value) {
      threshold = value;
      return this;
    }

    public Builder gatePolicy(GatePolicy value) {
      gatePolicy = value;
      return this;
    }

    public Builder countLimits(CountLimits value) {
      countLimits = value;
      return this;
    }

    public Builder thresholds(Thresholds value) {
      thresholds = value;
      return this;
    }

    public Builder maxMalformed(double value) {
      maxMalformed = value;
      return this;
    }

    public Builder maxRecordBytes(int value) {
      maxRecordBytes = value;
      return this;
    }

    public Builder leastSeverity(Severity value) {
      leastSeverity = value;
      return this;
    }

    public Builder leastConfidence(Confidence value) {
      leastConfidence = value;
      return this;
    }

    public Builder trustFraming(boolean value) {
      trustFraming = value;
      return this;
    }

    public Builder baseline(@Nullable Path value) {
      baseline = value;
      return this;
    }

    public Builder suppressions(@Nullable Path value) {
      suppressions = value;
      return this;
    }

    /** The caller's day; without it, the day in UTC on which the configuration is built. */
    public Builder today(LocalDate value) {
      today = value;
      return this;
    }

    public Builder threads(int value) {
      threads = value;
      return this;
    }

    public Builder changes(@Nullable Changes value) {
      changes = value;
      return this;
    }

    public Builder sourceOptions(Map<String, String> value) {
      sourceOptions = value;
      return this;
    }

    public Builder manifests(List<Path> value) {
      manifests = value;
      return this;
    }

    public Builder documents(boolean value) {
      documents = value;
      return this;
    }

    public Builder cache(@Nullable Path value) {
      cache = value;
      return this;
    }

    public Builder index(@Nullable Path value) {
      index = value;
      return this;
    }

    public Builder environment(Map<String, String> value) {
      environment = value;
      return this;
    }

    /**
     * The configuration.
     *
     * @throws IllegalArgumentException if a component is out of its range
     */
    public ScanConfig build() {
      return new ScanConfig(
          sources,
          root,
          include,
          exclude,
          map,
          families,
          ruleFolders,
          calibration,
          threshold,
          gatePolicy,
          countLimits,
          thresholds,
          maxMalformed,
          maxRecordBytes,
          leastSeverity,
          leastConfidence,
          trustFraming,
          baseline,
          suppressions,
          today == null ? LocalDate.now(ZoneOffset.UTC) : today,
          threads,
          changes,
          sourceOptions,
          cache,
          index,
          environment,
          manifests,
          documents);
    }
  }
}
