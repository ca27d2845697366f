package dev.assay.maven;

import dev.assay.Baselines;
import dev.assay.Baselines.Change;
import dev.assay.ScanConfig;
import dev.assay.ScanException;
import dev.assay.report.ScanProgress;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the findings of the module's datasets as its baseline, so that {@code check} judges what is
 * new: the file that the parameter or the policy names, else {@code .assay/baseline.jsonl} in the
 * module's folder.
 */
@Mojo(name = "baseline", threadSafe = true)
public final class BaselineMojo extends AbstractScanMojo {
  /**
   * {@code write} makes a baseline where there is none, {@code update} adds what is new, {@code
   * prune} takes out what is gone. Unless told, one that is there is updated, else one is written.
   */
  @Parameter(property = "assay.baselineChange")
  private @Nullable String baselineChange;

  @Override
  ModuleDatasets datasets() throws MojoExecutionException {
    return ModuleDatasets.of(List.of(project().getBasedir().toPath()), namedDatasets());
  }

  @Override
  void use(ScanConfig config, ModuleReports reports) throws ScanException, MojoFailureException {
    Path named = config.baseline();
    Path file =
        named == null
            ? project().getBasedir().toPath().resolve(".assay").resolve("baseline.jsonl")
            : named;
    Baselines.Outcome outcome =
        Baselines.change(
            change(file), config, file, ScanProgress.NONE, InputStream.nullInputStream());
    if (!outcome.written()) {
      notPassed(
          "Assay: not everything could be scanned, so the baseline was left as it was.\n"
              + "Baseline: "
              + file
              + "\nRun assay:scan to see what is missing.");
      return;
    }
    getLog()
        .info(
            String.format(
                Locale.ROOT,
                "Assay: %s holds %,d findings: %,d came in, %,d went out.",
                file,
                outcome.size(),
                outcome.added(),
                outcome.removed()));
  }

  private Change change(Path file) {
    if (baselineChange == null) {
      return Files.exists(file) ? Change.UPDATE : Change.WRITE;
    }
    for (Change change : Change.values()) {
      if (change.name().equalsIgnoreCase(baselineChange.strip())) {
        return change;
      }
    }
    throw new IllegalArgumentException(
        name("baselineChange") + " is '" + baselineChange + "': say write, update or prune.");
  }

  @Override
  void notPassed(String message) throws MojoFailureException {
    throw new MojoFailureException(message);
  }
}
