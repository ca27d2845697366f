package dev.assay.cli;

import dev.assay.ScanConfig;
import dev.assay.ScanException;
import dev.assay.Suppressions;
import dev.assay.estimate.CountLimit;
import dev.assay.estimate.GatePolicy;
import dev.assay.policy.Policy;
import dev.assay.policy.Setting;
import dev.assay.policy.SettingText;
import dev.assay.policy.Settings;
import dev.assay.record.SchemaMap;
import dev.assay.rule.Family;
import dev.assay.source.Changes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** What to scan and how to judge it: the one place where options become a {@link ScanConfig}. */
final class ScanOptions {
  @Parameters(
      paramLabel = "SOURCE",
      arity = "0..*",
      description = {
        "Files, folders or addresses (https://, hf://datasets/OWNER/NAME, s3://BUCKET/PREFIX/);"
            + " - reads standard input. JSONL, JSON, CSV and TSV, each also as .gz, .zst, .bz2 or"
            + " .xz."
      })
  private List<String> sources = List.of();

  @Option(
      names = "--include",
      paramLabel = "GLOB",
      description = "In folders, scan only files that match, such as 'train/**'. May be repeated.")
  private List<String> include = List.of();

  @Option(
      names = "--exclude",
      paramLabel = "GLOB",
      description =
          "In folders, leave out files that match. May be repeated; see also .assayignore.")
  private List<String> exclude = List.of();

  @Option(
      names = "--documents",
      description =
          "In folders, also scan documents: PDF, Word, HTML, EPUB, Markdown, text, notebooks, source"
              + " code. Those that you name are scanned without it.")
  private @Nullable Boolean documents;

  @Option(
      names = "--map",
      paramLabel = "ROLE=COLUMN,...",
      converter = MapConverter.class,
      description =
          "Where the turns are, if the schema is not recognised:"
              + " --map user=question,assistant=answer (also system=, text=).")
  private @Nullable SchemaMap map;

  @Option(
      names = "--families",
      split = ",",
      paramLabel = "FAMILY",
      converter = FamilyConverter.class,
      description = "Look only for these, such as insecure-code,secret. Default: all nine.")
  private Set<Family> families = new LinkedHashSet<>();

  @Option(
      names = "--rules",
      paramLabel = "DIR",
      description = "A folder of further rules. May be repeated.")
  private List<Path> rules = List.of();

  @Option(
      names = "--calibration",
      paramLabel = "FILE",
      description = "Use this calibration (from assay calibrate) in place of the shipped one.")
  private @Nullable Path calibration;

  @Option(
      names = "--fail-above",
      paramLabel = "FRACTION",
      converter = FractionConverter.class,
      description = "The gate fails above this: 5%% or 0.05. Default: 5%%.")
  private @Nullable Double failAbove;

  @Option(
      names = "--gate",
      paramLabel = "POLICY",
      description =
          "What is held against it: observed (suspect records), estimate, lower or upper (limits of"
              + " the interval). Default: observed.")
  private @Nullable GatePolicy gate;

  @Option(
      names = "--fail-count",
      split = ",",
      paramLabel = "FAMILY=N",
      converter = {FamilyConverter.class, LimitConverter.class},
      description =
          "The gate also fails above N suspect records of a family, whatever the fraction; off takes"
              + " its limit away. Default: persona=9, harmful-compliance=49, and what false alarms"
              + " explain in a large set.")
  private Map<Family, CountLimit> failCount = new LinkedHashMap<>();

  @Option(
      names = "--threshold",
      paramLabel = "PART=FRACTION",
      description =
          "A threshold of a part: path:train/**=1%%, family:secret=0%%, severity:high=1%%. May be"
              + " repeated.")
  private List<String> thresholds = List.of();

  @Option(
      names = "--max-malformed",
      paramLabel = "FRACTION",
      converter = FractionConverter.class,
      description =
          "Tolerate this fraction of records that could not be scanned, such as 0.1%%. Default: 0.")
  private @Nullable Double maxMalformed;

  @Option(
      names = "--max-record-bytes",
      paramLabel = "BYTES",
      converter = CountConverter.class,
      description = "A larger record is not scanned, and said so. Default: 16 MiB.")
  private @Nullable Integer maxRecordBytes;

  @Option(
      names = "--least-severity",
      paramLabel = "LEVEL",
      description =
          "Findings below it are reported and do not count: high, medium or low. Default: medium.")
  private @Nullable String leastSeverity;

  @Option(
      names = "--least-confidence",
      paramLabel = "LEVEL",
      description =
          "Findings less sure are reported and do not count: high, medium or low. Default: medium.")
  private @Nullable String leastConfidence;

  @Option(
      names = "--trust-framing",
      description =
          "Let a lesson excuse flawed code even where it stands only in a sentence repeated over"
              + " many records. Reports say so.")
  private @Nullable Boolean trustFraming;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description =
          "Findings that were there before, from assay baseline: the gate judges the new ones.")
  private @Nullable Path baseline;

  @Option(
      names = "--suppressions",
      paramLabel = "FILE",
      description =
          "Findings that do not count, with reason, owner and expiry. Default:"
              + " .assay/suppressions.yaml where it is there; none passes over it.")
  private @Nullable Path suppressions;

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = CountConverter.class,
      description = "Judge with N threads. Default: one for each processor.")
  private @Nullable Integer threads;

  @ArgGroup(exclusive = true)
  private @Nullable Compared compared;

  /** Which revisions are compared; not both ways at once. */
  static final class Compared {
    @Option(
        names = "--since",
        paramLabel = "REV",
        converter = SinceConverter.class,
        description =
            "Judge only the records that the Git revision REV does not have. The sources lie in a"
                + " Git work tree and are scanned as they are.")
    private @Nullable Changes since;

    @Option(
        names = "--merge",
        paramLabel = "BASE..HEAD",
        converter = MergeConverter.class,
        description =
            "Judge only the records that merging the revision HEAD into BASE would bring; read from"
                + " Git, not from the work tree.")
    private @Nullable Changes merge;
  }

  @Option(
      names = "--manifest",
      paramLabel = "FILE",
      description =
          "Hold the files against this list of SHA-256, as sha256sum writes it or Croissant; names in"
              + " it are relative to it. May be repeated. Lists in scanned folders are always used.")
  private List<Path> manifests = List.of();

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description =
          "Keep verdicts in this folder, and believe those that are there: a later scan judges only"
              + " what is new. Not a folder that came with the data.")
  private @Nullable Path cache;

  @Option(
      names = "--index",
      paramLabel = "DIR",
      description =
          "Keep the records with their text and verdicts in this folder, for assay search and assay"
              + " triggers. Keep it as private as the data.")
  private @Nullable Path index;

  @Option(
      names = "--source-option",
      paramLabel = "NAME=VALUE",
      description =
          "A setting of a source that is no file of this machine, such as"
              + " s3.endpoint=http://127.0.0.1:9000. May be repeated.")
  private Map<String, String> sourceOptions = Map.of();

  /**
   * The options over a policy over the standard.
   *
   * @throws ScanException if an option cannot be used
   */
  Settings settings(Policy policy) throws ScanException {
    Settings settings = Settings.standard();
    settings.set(
        Setting.THREADS,
        "one for each processor",
        Runtime.getRuntime().availableProcessors(),
        ScanConfig.Builder::threads);
    if (Files.exists(Suppressions.STANDARD)) {
      settings.set(
          Setting.SUPPRESSIONS,
          "found here",
          Suppressions.STANDARD,
          ScanConfig.Builder::suppressions);
    }
    policy.applyTo(settings);
    try {
      data(settings);
      judging(settings);
    } catch (IllegalArgumentException e) {
      throw ScanException.usage(String.valueOf(e.getMessage()), e);
    }
    settings.set(Setting.ENVIRONMENT, "process", System.getenv(), ScanConfig.Builder::environment);
    return settings;
  }

  /**
   * What they come to.
   *
   * @throws ScanException if nobody said what to scan
   */
  ScanConfig config(Settings settings) throws ScanException {
    ScanConfig config = settings.config();
    if (config.sources().isEmpty()) {
      throw ScanException.usage(
          "Missing required parameter: 'SOURCE'. Name a file, a folder or - for standard input; a"
              + " policy may name sources too.",
          null);
    }
    return config;
  }

  private void data(Settings settings) {
    set(settings, Setting.SOURCES, sources, ScanConfig.Builder::sources);
    set(settings, Setting.INCLUDE, include, ScanConfig.Builder::include);
    set(settings, Setting.EXCLUDE, exclude, ScanConfig.Builder::exclude);
    set(settings, Setting.DOCUMENTS, documents, ScanConfig.Builder::documents);
    set(settings, Setting.MAP, map, ScanConfig.Builder::map);
    set(settings, Setting.MAX_MALFORMED, maxMalformed, ScanConfig.Builder::maxMalformed);
    set(settings, Setting.MAX_RECORD_BYTES, maxRecordBytes, ScanConfig.Builder::maxRecordBytes);
    set(settings, Setting.THREADS, threads, ScanConfig.Builder::threads);
    if (compared != null) {
      Changes changes = compared.since == null ? compared.merge : compared.since;
      settings.set(Setting.CHANGES, "--since or --merge", changes, ScanConfig.Builder::changes);
    }
    set(settings, Setting.MANIFESTS, manifests, ScanConfig.Builder::manifests);
    set(settings, Setting.SOURCE_OPTIONS, sourceOptions, ScanConfig.Builder::sourceOptions);
    set(settings, Setting.CACHE, cache, ScanConfig.Builder::cache);
    set(settings, Setting.INDEX, index, ScanConfig.Builder::index);
  }

  private void judging(Settings settings) {
    set(settings, Setting.FAMILIES, families, ScanConfig.Builder::families);
    set(settings, Setting.RULES, rules, ScanConfig.Builder::ruleFolders);
    set(settings, Setting.CALIBRATION, calibration, ScanConfig.Builder::calibration);
    set(settings, Setting.FAIL_ABOVE, failAbove, ScanConfig.Builder::threshold);
    set(settings, Setting.GATE, gate, ScanConfig.Builder::gatePolicy);
    settings.failCount("--fail-count", failCount);
    set(
        settings,
        Setting.THRESHOLDS,
        thresholds,
        (to, texts) -> to.thresholds(SettingText.thresholds(texts, Path.of(""))));
    set(settings, Setting.BASELINE, baseline, ScanConfig.Builder::baseline);
    set(
        settings,
        Setting.SUPPRESSIONS,
        suppressions,
        (to, file) -> to.suppressions(file.equals(Path.of("none")) ? null : file));
    set(
        settings,
        Setting.LEAST_SEVERITY,
        leastSeverity,
        (to, level) -> to.leastSeverity(SettingText.leastSeverity(level)));
    set(
        settings,
        Setting.LEAST_CONFIDENCE,
        leastConfidence,
        (to, level) -> to.leastConfidence(SettingText.leastConfidence(level)));
    set(settings, Setting.TRUST_FRAMING, trustFraming, ScanConfig.Builder::trustFraming);
  }

  private static <T> void set(
      Settings settings,
      Setting setting,
      @Nullable T given,
      BiConsumer<ScanConfig.Builder, T> setter) {
    settings.set(setting, java.util.Objects.requireNonNull(setting.option()), given, setter);
  }

  static final class MapConverter implements ITypeConverter<SchemaMap> {
    @Override
    public SchemaMap convert(String value) {
      return converted(value, SchemaMap::parse);
    }
  }

  static final class SinceConverter implements ITypeConverter<Changes> {
    @Override
    public Changes convert(String value) {
      try {
        return Changes.since(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }

  static final class MergeConverter implements ITypeConverter<Changes> {
    @Override
    public Changes convert(String value) {
      try {
        return Changes.merge(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }

  static final class FamilyConverter implements ITypeConverter<Family> {
    @Override
    public Family convert(String value) {
      return converted(value, SettingText::family);
    }
  }

  /** A fraction as people write it: {@code 5%}, {@code 0.05}; a bare 5 is refused as a slip. */
  static final class FractionConverter implements ITypeConverter<Double> {
    @Override
    public Double convert(String value) {
      return converted(value, SettingText::fraction);
    }
  }

  /** A whole number from 1. */
  static final class CountConverter implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
      return converted(value, text -> SettingText.whole(text, 1));
    }
  }

  /** A whole number from 0, or {@code off}. */
  static final class LimitConverter implements ITypeConverter<CountLimit> {
    @Override
    public CountLimit convert(String value) {
      return converted(value, SettingText::countLimit);
    }
  }

  private static <T> T converted(String value, Function<String, T> parse) {
    try {
      return parse.apply(value);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }
}
