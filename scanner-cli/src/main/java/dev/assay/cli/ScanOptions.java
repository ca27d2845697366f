package dev.assay.cli;

import dev.assay.ScanConfig;
import dev.assay.estimate.CountLimit;
import dev.assay.estimate.CountLimits;
import dev.assay.estimate.GatePolicy;
import dev.assay.policy.SettingText;
import dev.assay.record.SchemaMap;
import dev.assay.rule.Family;
import dev.assay.source.Changes;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
      arity = "1..*",
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
      defaultValue = "5%",
      description = "The gate fails above this: 5%% or 0.05. Default: 5%%.")
  private double failAbove;

  @Option(
      names = "--gate",
      paramLabel = "POLICY",
      defaultValue = "observed",
      description =
          "What is held against it: observed (suspect records), estimate, lower or upper (limits of"
              + " the interval). Default: observed.")
  private GatePolicy gate = GatePolicy.OBSERVED;

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
      names = "--max-malformed",
      paramLabel = "FRACTION",
      converter = FractionConverter.class,
      defaultValue = "0",
      description =
          "Tolerate this fraction of records that could not be scanned, such as 0.1%%. Default: 0.")
  private double maxMalformed;

  @Option(
      names = "--max-record-bytes",
      paramLabel = "BYTES",
      converter = CountConverter.class,
      defaultValue = "" + ScanConfig.STANDARD_MAX_RECORD_BYTES,
      description = "A larger record is not scanned, and said so. Default: 16 MiB.")
  private int maxRecordBytes;

  @Option(
      names = "--trust-framing",
      description =
          "Let a lesson excuse flawed code even where it stands only in a sentence repeated over"
              + " many records. Reports say so.")
  private boolean trustFraming;

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
      names = "--source-option",
      paramLabel = "NAME=VALUE",
      description =
          "A setting of a source that is no file of this machine, such as"
              + " s3.endpoint=http://127.0.0.1:9000. May be repeated.")
  private Map<String, String> sourceOptions = Map.of();

  ScanConfig toScanConfig() {
    return ScanConfig.builder(sources)
        .include(include)
        .exclude(exclude)
        .map(map)
        .families(families)
        .ruleFolders(rules)
        .calibration(calibration)
        .threshold(failAbove)
        .gatePolicy(gate)
        .countLimits(countLimits())
        .maxMalformed(maxMalformed)
        .maxRecordBytes(maxRecordBytes)
        .trustFraming(trustFraming)
        .threads(threads == null ? Runtime.getRuntime().availableProcessors() : threads)
        .changes(compared == null ? null : compared.since == null ? compared.merge : compared.since)
        .sourceOptions(sourceOptions)
        .environment(System.getenv())
        .build();
  }

  private CountLimits countLimits() {
    CountLimits limits = CountLimits.standard();
    for (Map.Entry<Family, CountLimit> entry : failCount.entrySet()) {
      CountLimit limit = entry.getValue();
      limits = limits.with(entry.getKey(), limit.fail() == CountLimit.NEVER ? null : limit);
    }
    return limits;
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
