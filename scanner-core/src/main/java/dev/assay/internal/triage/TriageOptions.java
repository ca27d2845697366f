package dev.assay.internal.triage;

import dev.assay.triage.Baseline;
import dev.assay.triage.Suppression;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known before a scan.
 *
 * @param baseline the findings that were there before, or null where nobody gave a baseline
 * @param suppressions what does not count, or null where nobody gave such a file
 * @param today the day on which suppressions hold or not
 */
public record TriageOptions(
    @Nullable Baseline baseline, @Nullable List<Suppression> suppressions, LocalDate today) {
  /** Nothing is known. */
  public static final TriageOptions NONE = new TriageOptions(null, null, LocalDate.EPOCH);

  public TriageOptions {
    suppressions = suppressions == null ? null : List.copyOf(suppressions);
  }

  /** Whether there is nothing to know. */
  public boolean none() {
    return baseline == null && suppressions == null;
  }
}
