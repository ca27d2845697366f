package dev.assay.maven;

import dev.assay.ScanConfig;
import dev.assay.ScanException;
import dev.assay.ScanFingerprint;
import dev.assay.Scanner;
import dev.assay.policy.InvalidPolicyException;
import dev.assay.policy.Settings;
import dev.assay.report.ReportWriter;
import dev.assay.report.ScanProgress;
import dev.assay.report.ScanSummary;
import dev.assay.source.DatasetFiles;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Scans datasets and writes the reports; what the outcome means is up to the goal. */
abstract class AbstractScanMojo extends ScanParameters {
  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private @Nullable MavenProject project;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private @Nullable MavenSession session;

  /** Do nothing, and say so. */
  @Parameter(property = "assay.skip", defaultValue = "false")
  private boolean skip;

  /** Where the reports go: {@code assay.sarif}, {@code assay.json} and {@code assay.md}. */
  @Parameter(
      property = "assay.outputDirectory",
      defaultValue = "${project.build.directory}/assay",
      required = true)
  private @Nullable File outputDirectory;

  /**
   * What tells the alerts of this module from those of others where SARIF is uploaded; {@code
   * assay/} stands before it. The artifact's id unless told otherwise.
   */
  @Parameter(property = "assay.category", defaultValue = "${project.artifactId}")
  private @Nullable String category;

  /**
   * For whom the SARIF is: {@code full}, or {@code github}, which shows suppressed findings as
   * open: they are left out.
   */
  @Parameter(property = "assay.sarifProfile", defaultValue = "full")
  private @Nullable String sarifProfile;

  /** Also write {@code assay.records.jsonl}, a line for every record. */
  @Parameter(property = "assay.records", defaultValue = "false")
  private boolean records;

  /** Scan even if nothing has changed since a scan that passed. */
  @Parameter(property = "assay.force", defaultValue = "false")
  private boolean force;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("Assay: skipped (assay.skip); nothing was scanned.");
      return;
    }
    try {
      run();
    } catch (ScanException e) {
      String message = "Assay: " + e.getMessage();
      if (e.usage()) {
        throw new MojoExecutionException(message, e);
      }
      throw new MojoFailureException(message, e);
    } catch (IllegalArgumentException e) {
      throw new MojoExecutionException("Assay: " + e.getMessage(), e);
    } catch (InvalidPolicyException | IOException e) {
      throw new MojoExecutionException("Assay: " + e.getMessage(), e);
    }
  }

  private void run()
      throws MojoExecutionException,
          MojoFailureException,
          ScanException,
          InvalidPolicyException,
          IOException {
    Path folder = project().getBasedir().toPath();
    Settings settings = settings(policy(folder), folder);
    ModuleDatasets datasets = datasets(settings);
    if (datasets.sources().isEmpty()) {
      getLog()
          .info(
              "Assay: no datasets here (none of "
                  + String.join(", ", ModuleDatasets.USUAL)
                  + "); nothing was scanned.");
      return;
    }
    ScanConfig config = settings.config().toBuilder().sources(datasets.sources()).build();
    if (printsConfig()) {
      settings
          .effective()
          .forEach(each -> getLog().info("Assay: " + Outcome.shown(each.toString())));
    }
    try {
      scan(datasets, config);
    } catch (ScanException e) {
      throw settings.located(e);
    }
  }

  private void scan(ModuleDatasets datasets, ScanConfig config)
      throws MojoExecutionException, MojoFailureException, ScanException, IOException {
    if (!datasets.named() && isEmpty(Scanner.list(config))) {
      getLog()
          .warn(
              "Assay: no dataset files in "
                  + String.join(", ", datasets.sources())
                  + "; nothing was scanned.");
      return;
    }
    ModuleReports reports = reports();
    for (String source : datasets.sources()) {
      if (!source.contains("://") && reports.folder().startsWith(Path.of(source))) {
        throw new MojoExecutionException(
            "Assay: the reports would be written into the dataset "
                + source
                + ": name another folder with the parameter outputDirectory"
                + " (assay.outputDirectory).");
      }
    }
    use(config, reports);
  }

  /**
   * The datasets that parameters name, else those of the policy that lie in this module, else the
   * usual ones.
   */
  private ModuleDatasets datasets(Settings settings) throws MojoExecutionException {
    Path folder = project().getBasedir().toPath();
    List<String> ofThePolicy =
        settings.config().sources().stream()
            .filter(source -> !source.contains("://") && Path.of(source).startsWith(folder))
            .toList();
    return namedDatasets().isEmpty() && !ofThePolicy.isEmpty()
        ? new ModuleDatasets(ofThePolicy, true)
        : datasets();
  }

  /** What is to be scanned, where no policy says it. */
  abstract ModuleDatasets datasets() throws MojoExecutionException;

  /** Name of the report files. */
  String reportName() {
    return "assay";
  }

  /** Ends the build, or does not, over a scan that did not pass. */
  abstract void notPassed(String message) throws MojoFailureException;

  final MavenProject project() {
    return Objects.requireNonNull(project);
  }

  final MavenSession session() {
    return Objects.requireNonNull(session);
  }

  private ModuleReports reports() {
    return new ModuleReports(
        Objects.requireNonNull(outputDirectory).toPath(),
        reportName(),
        Objects.requireNonNullElse(category, "assay"),
        SettingParser.profile(name("sarifProfile"), sarifProfile),
        records);
  }

  /** What the goal does with the datasets: it scans them, unless nothing has changed. */
  void use(ScanConfig config, ModuleReports reports)
      throws ScanException, IOException, MojoFailureException {
    Optional<String> fingerprint = ScanFingerprint.of(config);
    if (!force && fingerprint.isPresent()) {
      Optional<Stamp> stamp =
          Stamp.read(reports.stamp())
              .filter(known -> known.fingerprint().equals(fingerprint.get()))
              .filter(known -> known.knows(reports.files()));
      if (stamp.isPresent()) {
        getLog().info("Assay: up to date: " + stamp.get().said());
        return;
      }
    }
    Files.deleteIfExists(reports.stamp());
    ScanSummary summary = scanned(config, reports);
    if (Outcome.passed(summary)) {
      String said = Outcome.line(summary);
      getLog().info("Assay: " + said);
      if (fingerprint.isPresent()) {
        Stamp.write(reports.stamp(), fingerprint.get(), reports.files(), said);
      }
    } else {
      notPassed(Outcome.failure(summary, shown(reports.markdown())));
    }
  }

  private static ScanSummary scanned(ScanConfig config, ModuleReports reports)
      throws ScanException, IOException {
    Scanner scanner = Scanner.of(config);
    List<ReportWriter> writers = reports.open();
    return scanner.scan(writers, ScanProgress.NONE, InputStream.nullInputStream());
  }

  /** Relative to where the build was started, if it is in there. */
  private Path shown(Path file) {
    Path start = Path.of(session().getExecutionRootDirectory());
    return file.startsWith(start) ? start.relativize(file) : file;
  }

  /**
   * Whether there is nothing to scan, and nobody hid anything: a folder whose files an ignore file
   * leaves out is scanned, so that this is said and fails.
   */
  private static boolean isEmpty(DatasetFiles files) {
    return files.files().isEmpty()
        && files.unreadable().isEmpty()
        && files.ignored().stream().allMatch(AbstractScanMojo::isHidden);
  }

  private static boolean isHidden(String name) {
    String bare = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    return bare.substring(bare.lastIndexOf('/') + 1).startsWith(".");
  }
}
