package dev.assay;

import dev.assay.estimate.Calibration;
import dev.assay.estimate.Gate;
import dev.assay.internal.estimate.CalibrationFile;
import dev.assay.internal.format.Documents;
import dev.assay.internal.format.ReadOptions;
import dev.assay.internal.git.GitChanges;
import dev.assay.internal.scan.ScanOptions;
import dev.assay.internal.source.FileLister;
import dev.assay.internal.source.IoMessages;
import dev.assay.internal.source.OpenDataset;
import dev.assay.internal.source.SourceProviders;
import dev.assay.internal.triage.BaselineFile;
import dev.assay.internal.triage.SuppressionFile;
import dev.assay.internal.triage.TriageOptions;
import dev.assay.internal.trigger.TriggerRule;
import dev.assay.rule.InvalidRulesException;
import dev.assay.rule.Rule;
import dev.assay.rule.RuleSet;
import dev.assay.source.Changes;
import dev.assay.source.DatasetFiles;
import dev.assay.triage.Baseline;
import dev.assay.triage.Suppression;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a configuration names, loaded; failures become sentences for the user. */
final class Configured {
  /** Shipped beside the built-in rules. */
  private static final String CALIBRATION = "/dev/assay/rules/calibration.json";

  private Configured() {}

  static RuleSet rules(ScanConfig config) throws ScanException {
    return chosen(config, allRules(config));
  }

  static RuleSet chosen(ScanConfig config, RuleSet rules) {
    return config.families().isEmpty() ? rules : rules.only(config.families());
  }

  static RuleSet allRules(ScanConfig config) throws ScanException {
    try {
      RuleSet rules = Rules.builtIn();
      for (Path folder : config.ruleFolders()) {
        rules = rules.plus(Rules.load(folder));
      }
      return rules;
    } catch (InvalidRulesException e) {
      throw ScanException.usage(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw ScanException.usage("The rules cannot be read: " + e.getMessage(), e);
    }
  }

  static Calibration calibration(ScanConfig config) throws ScanException {
    Path file = config.calibration();
    try {
      return file == null ? shippedCalibration() : calibration(file);
    } catch (IOException e) {
      throw ScanException.usage(String.valueOf(e.getMessage()), e);
    }
  }

  private static Calibration calibration(Path file) throws IOException, ScanException {
    if (Files.isDirectory(file) || !Files.isReadable(file)) {
      throw ScanException.usage(
          "The calibration " + file + " cannot be read: check its name and permissions.", null);
    }
    try (InputStream in = Files.newInputStream(file)) {
      return CalibrationFile.load(in, file.toString());
    }
  }

  /** The calibration that comes with Assay, or null where it is not on the class path. */
  static @Nullable InputStream shippedCalibrationBytes() {
    return Configured.class.getResourceAsStream(CALIBRATION);
  }

  private static Calibration shippedCalibration() throws IOException {
    try (InputStream in = shippedCalibrationBytes()) {
      return in == null ? Calibration.none() : CalibrationFile.load(in, "the shipped calibration");
    }
  }

  /**
   * The files that the configuration names.
   *
   * @throws ScanException if an include pattern names none of them: a slip that must not pass
   */
  static OpenDataset open(ScanConfig config, @Nullable InputStream standardInput)
      throws ScanException {
    try {
      DatasetFiles.Request request =
          new DatasetFiles.Request(
              config.sources(),
              config.root(),
              config.include(),
              config.exclude(),
              standardInput,
              config.sourceOptions(),
              config.environment(),
              config.manifests(),
              config.documents());
      Changes changes = config.changes();
      OpenDataset dataset =
          changes == null ? FileLister.open(request) : GitChanges.open(changes, request);
      if (dataset.unmatched().isEmpty()) {
        return dataset;
      }
      dataset.close();
      throw ScanException.about(
          "include",
          "The include pattern "
              + dataset.unmatched().get(0)
              + " matches no file under "
              + config.sources().stream()
                  .map(SourceProviders::shown)
                  .collect(Collectors.joining(", "))
              + ": correct it, or take it out.");
    } catch (IllegalArgumentException e) {
      throw ScanException.usage(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw ScanException.broken(
          "The dataset could not be listed: a source " + IoMessages.of(e) + ".", e);
    }
  }

  private static Documents documents(ScanConfig config) throws ScanException {
    try {
      return Documents.of(config.sourceOptions());
    } catch (IllegalArgumentException e) {
      throw ScanException.usage(String.valueOf(e.getMessage()), e);
    }
  }

  /** What is known before the scan; nothing is overwritten where it cannot be read. */
  static TriageOptions triage(ScanConfig config, @Nullable Baseline baseline, RuleSet rules)
      throws ScanException {
    return new TriageOptions(baseline, suppressions(config.suppressions(), rules), config.today());
  }

  static @Nullable Baseline baseline(ScanConfig config) throws ScanException {
    Path file = config.baseline();
    // A comparison judges what is new by itself; a baseline of the whole would hide copies there.
    return file == null || config.changes() != null ? null : baseline(file);
  }

  static Baseline baseline(Path file) throws ScanException {
    try {
      readable("baseline", file);
      return BaselineFile.read(file);
    } catch (BaselineFile.Damaged e) {
      throw ScanException.usage(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw ScanException.usage("The baseline " + file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static @Nullable List<Suppression> suppressions(@Nullable Path file, RuleSet rules)
      throws ScanException {
    if (file == null) {
      return null;
    }
    try {
      readable("file of suppressions", file);
      return SuppressionFile.read(file, ruleNames(rules));
    } catch (SuppressionFile.Invalid e) {
      throw ScanException.usage(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw ScanException.usage(
          "The suppressions " + file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Ids and aliases of all rules, those of other families too. */
  static Set<String> ruleNames(RuleSet rules) {
    Set<String> names = new TreeSet<>();
    names.add(TriggerRule.ID);
    for (Rule rule : rules.rules()) {
      names.add(rule.id());
      names.addAll(rule.aliases());
    }
    return names;
  }

  private static void readable(String what, Path file) throws ScanException {
    if (Files.isDirectory(file) || !Files.isReadable(file)) {
      throw ScanException.usage(
          "The " + what + " " + file + " cannot be read: check its name and permissions.", null);
    }
  }

  static ScanOptions options(ScanConfig config) throws ScanException {
    return options(config, TriageOptions.NONE);
  }

  /** What a scan goes by; whoever asks closes what parses documents. */
  static ScanOptions options(ScanConfig config, TriageOptions triage) throws ScanException {
    Path cache = config.cache();
    Path index = config.index();
    return new ScanOptions(
        config.root(),
        ReadOptions.defaults()
            .withMap(config.map())
            .withMaxRecordBytes(config.maxRecordBytes())
            .withDocuments(documents(config)),
        new Gate(
            config.threshold(), config.gatePolicy(), config.countLimits(), config.thresholds()),
        config.maxMalformed(),
        config.trustFraming(),
        config.threads(),
        triage,
        cache == null ? null : config.root().resolve(cache),
        index == null ? null : config.root().resolve(index));
  }
}
