package dev.assay.maven;

import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Scans the module's datasets and fails the build if the gate does not pass, or if not everything
 * could be scanned.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends AbstractScanMojo {
  @Override
  ModuleDatasets datasets() throws MojoExecutionException {
    return ModuleDatasets.of(List.of(project().getBasedir().toPath()), namedDatasets());
  }

  @Override
  void notPassed(String message) throws MojoFailureException {
    throw new MojoFailureException(message);
  }
}
