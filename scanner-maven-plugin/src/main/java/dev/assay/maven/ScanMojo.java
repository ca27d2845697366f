package dev.assay.maven;

import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;

/** Scans the module's datasets and writes the reports; whatever they say, the build goes on. */
@Mojo(name = "scan", threadSafe = true)
public final class ScanMojo extends AbstractScanMojo {
  @Override
  ModuleDatasets datasets() throws MojoExecutionException {
    return ModuleDatasets.of(List.of(project().getBasedir().toPath()), namedDatasets());
  }

  @Override
  void notPassed(String message) {
    message.lines().forEach(getLog()::warn);
  }
}
