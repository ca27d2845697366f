package dev.assay.estimate;

import java.nio.file.Path;

/**
 * A threshold of its own for files of some names.
 *
 * @param pattern as in ignore files; {@code train/**} is tied to the folder, {@code *.csv} is not
 * @param folder what the pattern is relative to
 * @param threshold the most contamination allowed in these files, 0 to 1
 */
public record PathThreshold(String pattern, Path folder, double threshold) {
  public PathThreshold {
    Thresholds.fraction(threshold);
  }
}
