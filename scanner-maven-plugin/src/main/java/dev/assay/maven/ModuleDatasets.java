package dev.assay.maven;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * The datasets of a module.
 *
 * @param sources absolute names of files and folders, or addresses
 * @param named whether somebody named them; else they are where datasets usually lie
 */
record ModuleDatasets(List<String> sources, boolean named) {
  /** Where datasets lie unless told otherwise. */
  static final List<String> USUAL =
      List.of("src/main/datasets", "src/main/resources/datasets", "data");

  ModuleDatasets {
    sources = List.copyOf(sources);
  }

  /**
   * Those that are named, or the usual ones that are there.
   *
   * @param folders of one module or of several
   * @throws MojoExecutionException if one is named that is in none of them
   */
  static ModuleDatasets of(List<Path> folders, List<String> named) throws MojoExecutionException {
    if (named.isEmpty()) {
      List<String> found = new ArrayList<>();
      for (Path folder : folders) {
        USUAL.stream()
            .map(folder::resolve)
            .filter(Files::isDirectory)
            .forEach(path -> found.add(path.toString()));
      }
      return new ModuleDatasets(found, false);
    }
    List<String> sources = new ArrayList<>();
    for (String name : named) {
      sources.addAll(sources(folders, name.strip()));
    }
    return new ModuleDatasets(sources, true);
  }

  private static List<String> sources(List<Path> folders, String name)
      throws MojoExecutionException {
    if (name.contains("://")) {
      return List.of(name);
    }
    if (name.equals("-")) {
      throw new MojoExecutionException(
          "Assay: the parameter datasets (assay.datasets) names -, but a build has no standard"
              + " input to scan: name a file or a folder.");
    }
    List<String> sources = new ArrayList<>();
    try {
      folders.stream()
          .map(folder -> folder.resolve(name))
          .filter(Files::exists)
          .forEach(path -> sources.add(path.toString()));
    } catch (InvalidPathException e) {
      throw new MojoExecutionException(
          "Assay: the dataset " + name + " is no name that a file can have.", e);
    }
    if (sources.isEmpty()) {
      throw new MojoExecutionException(
          "Assay: the dataset "
              + name
              + " (parameter datasets, assay.datasets) is not in "
              + folders.get(0)
              + (folders.size() == 1 ? "" : " nor in any other module")
              + ": correct the name, or take it out.");
    }
    return sources;
  }
}
