package dev.assay;

import dev.assay.estimate.Calibration;
import dev.assay.internal.cache.UnusableCacheException;
import dev.assay.internal.engine.CompiledRules;
import dev.assay.internal.estimate.CalibrationFile;
import dev.assay.internal.format.Documents;
import dev.assay.internal.format.ReadOptions;
import dev.assay.internal.match.index.IndexException;
import dev.assay.internal.scan.DatasetScan;
import dev.assay.internal.scan.Detection;
import dev.assay.internal.scan.RecordFinder;
import dev.assay.internal.scan.ToolVersion;
import dev.assay.internal.source.OpenDataset;
import dev.assay.internal.triage.TriageOptions;
import dev.assay.record.Unscanned;
import dev.assay.report.ReportWriter;
import dev.assay.report.ReportWriters;
import dev.assay.report.ScanProgress;
import dev.assay.report.ScanSummary;
import dev.assay.rule.RuleSet;
import dev.assay.source.DataFile;
import dev.assay.source.DatasetFiles;
import dev.assay.triage.Baseline;
import dev.assay.verdict.RecordExplanation;
import dev.assay.verdict.VerdictPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Scans datasets: reads every record, judges it, and says how much is poisoned.
 *
 * <p>Rules and calibration are loaded once; a scanner may then scan any number of times, one scan
 * at a time. The same input gives the same verdicts and, time stamps aside, the same reports,
 * whatever the number of threads.
 */
public final class Scanner {
  private final ScanConfig config;
  private final RuleSet rules;
  private final Detection detection;

  private final TriageOptions triage;

  private Scanner(ScanConfig config, RuleSet rules, Calibration calibration, TriageOptions triage) {
    this.config = config;
    this.triage = triage;
    this.rules = rules;
    this.detection = new Detection(CompiledRules.of(rules), rules, policy(config), calibration);
  }

  /**
   * Loads what the configuration asks for.
   *
   * @throws ScanException if rules, calibration, baseline or suppressions cannot be used; says
   *     which and what to do
   */
  public static Scanner of(ScanConfig config) throws ScanException {
    // The cheap part first: a slip is told at once.
    Baseline baseline = Configured.baseline(config);
    RuleSet all = Configured.allRules(config);
    return new Scanner(
        config,
        Configured.chosen(config, all),
        Configured.calibration(config),
        Configured.triage(config, baseline, all));
  }

  /**
   * For measuring: what counts does not hang on any earlier measurement, so that each record is
   * judged alone.
   */
  static Scanner measuring(ScanConfig config) throws ScanException {
    RuleSet all = Configured.allRules(config);
    return new Scanner(
        config,
        Configured.chosen(config, all),
        Calibration.none(),
        Configured.triage(config, Configured.baseline(config), all));
  }

  private static VerdictPolicy policy(ScanConfig config) {
    return new VerdictPolicy(
        config.leastSeverity(), config.leastConfidence(), VerdictPolicy.standard().excusable());
  }

  /** The version of Assay. */
  public static String version() {
    return ToolVersion.read();
  }

  /** The rules that records are held against. */
  public RuleSet rules() {
    return rules;
  }

  /**
   * What a scan would read, found without loading rules. The files are for looking at their names:
   * those of sources that are no files of this machine cannot be opened any more.
   *
   * @throws ScanException if an include pattern names no file
   */
  public static DatasetFiles list(ScanConfig config) throws ScanException {
    try (OpenDataset dataset = Configured.open(config, null)) {
      return dataset.files();
    } catch (IOException e) {
      throw ScanException.broken(String.valueOf(e.getMessage()), e);
    }
  }

  /** The dataset files that a scan would read, in order. */
  public List<String> files() throws ScanException {
    try (OpenDataset dataset = open(null)) {
      return dataset.files().files().stream().map(DataFile::uri).toList();
    } catch (IOException e) {
      throw ScanException.broken(String.valueOf(e.getMessage()), e);
    }
  }

  /** What lies under the sources, standard input aside. */
  OpenDataset open() throws ScanException {
    return open(null);
  }

  /**
   * Scans everything.
   *
   * @param reports to be written; closed in any case
   * @param progress hears how it goes on
   * @param standardInput what {@code -} among the sources stands for
   * @throws ScanException if nothing could be scanned as asked, or a report could not be written; a
   *     file that cannot be read is no exception but part of the result
   */
  public ScanSummary scan(
      List<ReportWriter> reports, ScanProgress progress, InputStream standardInput)
      throws ScanException {
    try (ReportWriter ignored = ReportWriters.tee(reports);
        OpenDataset dataset = open(standardInput)) {
      DatasetScan scan = new DatasetScan(detection, Configured.options(config, triage), progress);
      return scan.run(dataset.files(), dataset.base(), reports);
    } catch (UnusableCacheException e) {
      throw ScanException.usage(String.valueOf(e.getMessage()), e);
    } catch (IndexException e) {
      String message = String.valueOf(e.getMessage());
      throw e.usage() ? ScanException.usage(message, e) : ScanException.broken(message, e);
    } catch (IOException e) {
      throw ScanException.broken(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Judges the record at a line of a file, and says why.
   *
   * @param file a dataset file
   * @param line physical line, from 1; any line of the record
   * @throws ScanException if there is no such record; says what is there instead
   */
  public RecordExplanation explain(String file, long line) throws ScanException {
    if (Files.isDirectory(Path.of(file))) {
      throw ScanException.usage(
          file + " is a folder: name a file in it, such as " + file + "/train.jsonl:17.", null);
    }
    AtomicReference<@Nullable RecordExplanation> explained = new AtomicReference<>();
    RecordFinder.Found found = find(file, line, explained);
    RecordExplanation explanation = explained.get();
    if (explanation != null) {
      return explanation;
    }
    Unscanned unscanned = found.unscanned();
    throw ScanException.usage(
        unscanned == null
            ? "No record stands at line " + line + " of " + file + "."
            : "The record at line "
                + line
                + " of "
                + file
                + " was not scanned: "
                + unscanned.message(),
        null);
  }

  private RecordFinder.Found find(
      String file, long line, AtomicReference<@Nullable RecordExplanation> explained)
      throws ScanException {
    ScanConfig one = config.toBuilder().sources(List.of(file)).changes(null).build();
    ReadOptions reading = Configured.options(config).reading();
    try (OpenDataset dataset = Scanner.of(one).open();
        Documents documents = reading.documents()) {
      DatasetFiles files = dataset.files();
      if (files.files().isEmpty()) {
        String why =
            files.unreadable().isEmpty() ? "is not there" : files.unreadable().get(0).message();
        throw ScanException.usage("The file " + file + " " + why + ".", null);
      }
      return RecordFinder.at(
          files.files().get(0),
          reading.withDocuments(documents),
          line,
          record -> explained.set(detection.explain(record)));
    } catch (IOException e) {
      throw ScanException.broken(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Writes a calibration, whole or not at all.
   *
   * @throws ScanException if the file cannot be written
   */
  public static void store(Calibration calibration, Path target) throws ScanException {
    try {
      Path folder = Files.createDirectories(target.toAbsolutePath().getParent());
      Path whole = Files.createTempFile(folder, ".calibration", ".tmp");
      try {
        try (OutputStream out = Files.newOutputStream(whole)) {
          CalibrationFile.store(calibration, out);
        }
        Files.move(whole, target, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(whole);
      }
    } catch (IOException e) {
      throw ScanException.broken(
          "The calibration " + target + " could not be written (" + e + "): name another place.",
          e);
    }
  }

  private OpenDataset open(@Nullable InputStream standardInput) throws ScanException {
    return Configured.open(config, standardInput);
  }
}
