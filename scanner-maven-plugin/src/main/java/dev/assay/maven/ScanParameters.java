package dev.assay.maven;

import dev.assay.ScanConfig;
import dev.assay.Suppressions;
import dev.assay.policy.InvalidPolicyException;
import dev.assay.policy.Policy;
import dev.assay.policy.Setting;
import dev.assay.policy.SettingText;
import dev.assay.policy.Settings;
import dev.assay.record.SchemaMap;
import dev.assay.source.Changes;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What to scan and how to judge it: the one place where parameters become settings. */
abstract class ScanParameters extends AbstractMojo {
  /**
   * Dataset files and folders, relative to the module's folder. Unless named, those of {@code
   * src/main/datasets}, {@code src/main/resources/datasets} and {@code data} that are there. One
   * that is named and is not there fails the build.
   */
  @Parameter(property = "assay.datasets")
  private @Nullable List<String> datasets;

  /**
   * Names in reports are relative to this folder: the root of the whole build unless told
   * otherwise.
   */
  @Parameter(
      property = "assay.root",
      defaultValue = "${session.request.multiModuleProjectDirectory}")
  private @Nullable File root;

  /**
   * In folders, only files that one of these patterns names, such as {@code train/**}. A pattern
   * that names no file fails the build.
   */
  @Parameter(property = "assay.includes")
  private @Nullable List<String> includes;

  /** In folders, no file that one of these patterns names. */
  @Parameter(property = "assay.excludes")
  private @Nullable List<String> excludes;

  /**
   * Where the turns are, if the schema is not recognised: {@code user=question,assistant=answer}.
   */
  @Parameter(property = "assay.map")
  private @Nullable String map;

  /** Look only for these families, such as {@code insecure-code,secret}. All unless named. */
  @Parameter(property = "assay.families")
  private @Nullable List<String> families;

  /** Lists of digests that the files are held against, beside those in scanned folders. */
  @Parameter(property = "assay.manifests")
  private @Nullable List<File> manifests;

  /** Folders of further rules, beside the built-in ones. */
  @Parameter(property = "assay.rules")
  private @Nullable List<File> rules;

  /** A calibration file, from {@code assay calibrate}, in place of the shipped one. */
  @Parameter(property = "assay.calibration")
  private @Nullable File calibration;

  /**
   * The gate fails above this fraction of suspect records, {@code 5%} or {@code 0.05}. 5% unless
   * told otherwise.
   */
  @Parameter(property = "assay.failAbove")
  private @Nullable String failAbove;

  /**
   * What is held against it: {@code observed} (unless told otherwise), {@code estimate}, {@code
   * lower} or {@code upper}.
   */
  @Parameter(property = "assay.gate")
  private @Nullable String gate;

  /**
   * The gate also fails with more suspect records of a family than this, whatever the fraction:
   * {@code persona=9,backdoor-trigger=off}.
   */
  @Parameter(property = "assay.failCount")
  private @Nullable List<String> failCount;

  /**
   * Thresholds of parts: {@code path:train/**=1%} (relative to the module's folder), {@code
   * family:secret=0%}, {@code severity:high=1%}.
   */
  @Parameter(property = "assay.thresholds")
  private @Nullable List<String> thresholds;

  /** Tolerate this fraction of records that could not be scanned, such as {@code 0.1%}. */
  @Parameter(property = "assay.maxMalformed")
  private @Nullable String maxMalformed;

  /** A record of more bytes is not scanned, and said so. 16 MiB unless told otherwise. */
  @Parameter(property = "assay.maxRecordBytes")
  private @Nullable String maxRecordBytes;

  /** Also take documents from folders: PDF, Word, HTML, Markdown, EPUB, notebooks, source code. */
  @Parameter(property = "assay.documents")
  private @Nullable Boolean documents;

  /**
   * Findings below this severity are reported and do not count: {@code high}, {@code medium}
   * (unless told otherwise) or {@code low}.
   */
  @Parameter(property = "assay.leastSeverity")
  private @Nullable String leastSeverity;

  /**
   * Findings less sure than this are reported and do not count: {@code high}, {@code medium}
   * (unless told otherwise) or {@code low}.
   */
  @Parameter(property = "assay.leastConfidence")
  private @Nullable String leastConfidence;

  /** Let a lesson excuse flawed code even where it stands only in a sentence that repeats. */
  @Parameter(property = "assay.trustFraming")
  private @Nullable Boolean trustFraming;

  /** Findings that were there before, from {@code assay baseline}: the gate judges the others. */
  @Parameter(property = "assay.baseline")
  private @Nullable File baseline;

  /**
   * Findings that do not count, with reason, owner and expiry. Unless named, the nearest {@code
   * .assay/suppressions.yaml}, going up from the module's folder to the root of the Git repository;
   * {@code none} passes over it.
   */
  @Parameter(property = "assay.suppressions")
  private @Nullable String suppressions;

  /** Judge with so many threads; one for each processor unless told otherwise. */
  @Parameter(property = "assay.threads")
  private @Nullable String threads;

  /**
   * Judge only the records that this Git revision does not have, such as {@code origin/main}. The
   * datasets lie in a Git work tree.
   */
  @Parameter(property = "assay.since")
  private @Nullable String since;

  /** Settings of sources that are no files of this machine, {@code s3.endpoint=...}. */
  @Parameter(property = "assay.sourceOptions")
  private @Nullable List<String> sourceOptions;

  /**
   * A policy; unless named, the nearest {@code .assay.yaml}, going up from the module's folder to
   * the root of the Git repository. Parameters override it.
   */
  @Parameter(property = "assay.config")
  private @Nullable File config;

  /** Read no policy, whatever file is there. */
  @Parameter(property = "assay.noConfig", defaultValue = "false")
  private boolean noConfig;

  /** Say every value that is in force, and where it came from. */
  @Parameter(property = "assay.printConfig", defaultValue = "false")
  private boolean printConfig;

  /** The datasets that were named; empty if none was. */
  final List<String> namedDatasets() {
    return datasets == null ? List.of() : List.copyOf(datasets);
  }

  /** Whether to say every value. */
  final boolean printsConfig() {
    return printConfig;
  }

  /**
   * The policy that holds in a module.
   *
   * @throws InvalidPolicyException if it cannot be used
   */
  final Policy policy(Path folder) throws InvalidPolicyException, IOException {
    Path file = config == null ? Policy.find(folder) : config.toPath();
    return noConfig || file == null ? Policy.none() : Policy.load(file);
  }

  /**
   * The parameters over a policy over the standard.
   *
   * @param policy what the team agreed on
   * @param folder of the module
   * @throws IllegalArgumentException if a parameter cannot be used; names it
   */
  final Settings settings(Policy policy, Path folder) {
    Settings settings = Settings.standard();
    settings.set(
        Setting.THREADS,
        "one for each processor",
        Runtime.getRuntime().availableProcessors(),
        ScanConfig.Builder::threads);
    Path found = Suppressions.find(folder);
    settings.set(
        Setting.SUPPRESSIONS, "found at " + found, found, ScanConfig.Builder::suppressions);
    policy.applyTo(settings);
    data(settings);
    detection(settings);
    gate(settings, folder);
    settings.set(Setting.ENVIRONMENT, "process", System.getenv(), ScanConfig.Builder::environment);
    return settings;
  }

  private void data(Settings settings) {
    set(settings, Setting.ROOT, root, (to, value) -> to.root(value.toPath()));
    set(settings, Setting.INCLUDE, includes, ScanConfig.Builder::include);
    set(settings, Setting.EXCLUDE, excludes, ScanConfig.Builder::exclude);
    set(settings, Setting.DOCUMENTS, documents, ScanConfig.Builder::documents);
    set(
        settings,
        Setting.MANIFESTS,
        manifests,
        (to, value) -> to.manifests(SettingParser.paths(value)));
    set(settings, Setting.MAP, map, (to, value) -> to.map(SchemaMap.parse(value)));
    set(
        settings,
        Setting.MAX_MALFORMED,
        maxMalformed,
        (to, value) -> to.maxMalformed(SettingText.fraction(value)));
    set(
        settings,
        Setting.MAX_RECORD_BYTES,
        maxRecordBytes,
        (to, value) -> to.maxRecordBytes(SettingText.whole(value, 1)));
    set(settings, Setting.THREADS, threads, (to, value) -> to.threads(SettingText.whole(value, 1)));
    set(settings, Setting.CHANGES, since, (to, value) -> to.changes(Changes.since(value)));
    set(
        settings,
        Setting.SOURCE_OPTIONS,
        sourceOptions,
        (to, value) -> to.sourceOptions(SettingParser.pairs(value)));
  }

  private void detection(Settings settings) {
    set(
        settings,
        Setting.FAMILIES,
        families,
        (to, value) -> to.families(SettingParser.families(value)));
    set(settings, Setting.RULES, rules, (to, value) -> to.ruleFolders(SettingParser.paths(value)));
    set(settings, Setting.CALIBRATION, calibration, (to, value) -> to.calibration(value.toPath()));
    set(
        settings,
        Setting.LEAST_SEVERITY,
        leastSeverity,
        (to, value) -> to.leastSeverity(SettingText.leastSeverity(value)));
    set(
        settings,
        Setting.LEAST_CONFIDENCE,
        leastConfidence,
        (to, value) -> to.leastConfidence(SettingText.leastConfidence(value)));
    set(settings, Setting.TRUST_FRAMING, trustFraming, ScanConfig.Builder::trustFraming);
  }

  private void gate(Settings settings, Path folder) {
    set(
        settings,
        Setting.FAIL_ABOVE,
        failAbove,
        (to, value) -> to.threshold(SettingText.fraction(value)));
    set(settings, Setting.GATE, gate, (to, value) -> to.gatePolicy(SettingText.gatePolicy(value)));
    set(
        settings,
        Setting.THRESHOLDS,
        thresholds,
        (to, value) -> to.thresholds(SettingText.thresholds(value, folder)));
    List<String> limits = failCount == null ? List.of() : failCount;
    settings.failCount(name("failCount"), SettingParser.limits(name("failCount"), limits));
    set(settings, Setting.BASELINE, baseline, (to, value) -> to.baseline(value.toPath()));
    set(
        settings,
        Setting.SUPPRESSIONS,
        suppressions,
        (to, value) -> to.suppressions(value.equals("none") ? null : folder.resolve(value)));
  }

  private static <T> void set(
      Settings settings,
      Setting setting,
      @Nullable T given,
      BiConsumer<ScanConfig.Builder, T> setter) {
    settings.set(setting, name(Objects.requireNonNull(setting.parameter())), given, setter);
  }

  /** What a user calls a parameter. */
  static String name(String parameter) {
    return "the parameter " + parameter + " (assay." + parameter + ")";
  }
}
