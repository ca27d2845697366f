package dev.assay;

import dev.assay.estimate.Calibration;
import dev.assay.estimate.CleanSource;
import dev.assay.estimate.Counts;
import dev.assay.estimate.SourceCounts;
import dev.assay.internal.source.OpenDataset;
import dev.assay.report.ScanProgress;
import dev.assay.report.ScanSummary;
import dev.assay.rule.Family;
import dev.assay.source.DataFile;
import dev.assay.source.DatasetFiles;
import dev.assay.verdict.VerdictPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Measures sensitivity and specificity on labelled data: every file is a source of its own, since
 * the spread between sources is what an estimate for an unseen one needs.
 *
 * <p>Measure on data that no rule was written or tuned on, or the figures flatter.
 */
public final class Calibrator {
  private final ScanConfig config;
  private final ScanProgress progress;

  /**
   * @param config how to scan; its sources are not used
   */
  public Calibrator(ScanConfig config, ScanProgress progress) {
    this.config = config;
    this.progress = progress;
  }

  /**
   * Scans all of it.
   *
   * @param clean files and folders of which every record is clean
   * @param poison for each family, files and folders of which every record is its poison
   * @param measuredOn when and on what, in plain words
   * @throws ScanException if anything could not be scanned whole: a calibration with holes would
   *     say more than was measured
   */
  public Calibration measure(
      List<String> clean, Map<Family, List<String>> poison, String measuredOn)
      throws ScanException {
    List<CleanSource> cleanSources = new ArrayList<>();
    String rulesVersion = "";
    for (String file : files(clean)) {
      ScanSummary summary = scan(List.of(file));
      cleanSources.add(CleanSource.of(name(file), summary.census()));
      rulesVersion = summary.rulesVersion();
    }
    Map<Family, List<SourceCounts>> sensitivity = new EnumMap<>(Family.class);
    for (Family family : Family.values()) {
      List<SourceCounts> sources = new ArrayList<>();
      for (String file : files(poison.getOrDefault(family, List.of()))) {
        ScanSummary summary =
            family == Family.BACKDOOR_TRIGGER ? scan(among(clean, file)) : scan(List.of(file));
        sources.add(counts(family, file, summary));
        rulesVersion = summary.rulesVersion();
      }
      sensitivity.put(family, sources);
    }
    return new Calibration(rulesVersion, measuredOn, sensitivity, cleanSources);
  }

  private List<String> files(List<String> sources) throws ScanException {
    if (sources.isEmpty()) {
      return List.of();
    }
    try (OpenDataset dataset = scanner(sources).open()) {
      return files(sources, dataset.files());
    } catch (IOException e) {
      throw ScanException.broken(String.valueOf(e.getMessage()), e);
    }
  }

  private static List<String> files(List<String> sources, DatasetFiles found) throws ScanException {
    if (!found.unreadable().isEmpty()) {
      DatasetFiles.Unreadable first = found.unreadable().get(0);
      throw ScanException.usage(
          first.uri() + " " + first.message() + ", so nothing was measured.", null);
    }
    if (found.files().isEmpty()) {
      throw ScanException.usage(
          "No dataset file lies in " + String.join(", ", sources) + ", so nothing was measured.",
          null);
    }
    return found.files().stream().map(DataFile::uri).toList();
  }

  /** A trigger shows only beside records without it. */
  private List<String> among(List<String> clean, String file) throws ScanException {
    List<String> sources = new ArrayList<>(files(clean));
    sources.add(file);
    return sources;
  }

  private static SourceCounts counts(Family family, String file, ScanSummary summary) {
    long hits = 0;
    long records = 0;
    for (ScanSummary.FileSummary one : summary.files()) {
      if (one.uri().equals(file)) {
        hits += one.suspect();
        records += one.records();
      }
    }
    Counts alone = new Counts(hits, records);
    return VerdictPolicy.hinting().contains(family)
        ? new SourceCounts(
            name(file), alone, new Counts(hits + summary.census().family(family).hinted(), records))
        : new SourceCounts(name(file), alone);
  }

  private Scanner scanner(List<String> sources) throws ScanException {
    return Scanner.measuring(config.toBuilder().sources(sources).build());
  }

  private ScanSummary scan(List<String> sources) throws ScanException {
    Scanner scanner = scanner(sources);
    ScanSummary summary = scanner.scan(List.of(), progress, InputStream.nullInputStream());
    if (!summary.complete()) {
      throw ScanException.broken(
          sources.get(sources.size() - 1)
              + " could not be scanned whole, so nothing was measured: scan it alone to see what is"
              + " wrong with it.",
          null);
    }
    return summary;
  }

  /** The file's name without its folder and endings, so that a calibration names no machine. */
  private static String name(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    int dot = name.indexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
