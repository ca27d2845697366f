package dev.assay.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.MavenProject;

/**
 * Scans the datasets of all modules as one, and fails the build as {@code check} does. The reports
 * are those of the module at the root. Named datasets are looked for in every module, and have to
 * be in one.
 */
@Mojo(name = "aggregate", aggregator = true, threadSafe = true)
public final class AggregateMojo extends AbstractScanMojo {
  @Override
  ModuleDatasets datasets() throws MojoExecutionException {
    List<Path> folders = new ArrayList<>();
    for (MavenProject module : session().getProjects()) {
      folders.add(module.getBasedir().toPath());
    }
    return ModuleDatasets.of(folders, namedDatasets());
  }

  @Override
  String reportName() {
    return "assay-aggregate";
  }

  @Override
  void notPassed(String message) throws MojoFailureException {
    throw new MojoFailureException(message);
  }
}
