package dev.assay.internal.scan;

import dev.assay.estimate.CensusBuilder;
import dev.assay.estimate.ContaminationEstimator;
import dev.assay.estimate.PartCensus;
import dev.assay.estimate.PathThreshold;
import dev.assay.internal.source.PathGlob;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The counts of files that have thresholds of their own. For one thread. */
final class PathParts {
  private final List<PathThreshold> thresholds;
  private final double elsewhere;
  private final List<PathGlob> globs = new ArrayList<>();
  private final List<CensusBuilder> builders = new ArrayList<>();

  /**
   * @param thresholds the first whose pattern names a file has it
   * @param elsewhere the threshold of all other files
   * @param root what names in reports are relative to
   */
  PathParts(List<PathThreshold> thresholds, double elsewhere, Path root) {
    this.thresholds = thresholds;
    this.elsewhere = elsewhere;
    for (PathThreshold threshold : thresholds) {
      globs.add(new PathGlob(threshold.pattern(), threshold.folder(), root));
      builders.add(new CensusBuilder());
    }
    builders.add(new CensusBuilder());
  }

  /** Takes the counts of a file. */
  CensusBuilder of(String uri) {
    int i = 0;
    while (i < globs.size() && !globs.get(i).names(uri)) {
      i++;
    }
    return builders.get(i);
  }

  /** What was counted, part by part; nothing where no path has a threshold. */
  List<PartCensus> censuses(ContaminationEstimator estimator) {
    List<PartCensus> parts = new ArrayList<>();
    if (thresholds.isEmpty()) {
      return parts;
    }
    for (int i = 0; i < builders.size(); i++) {
      PathThreshold path = i < thresholds.size() ? thresholds.get(i) : null;
      double threshold = path == null ? elsewhere : path.threshold();
      var census = builders.get(i).build();
      // At 1 everything passes, and the estimate is not asked for.
      parts.add(
          new PartCensus(path, census, estimator.estimate(census, Math.min(threshold, 0.999))));
    }
    return parts;
  }
}
