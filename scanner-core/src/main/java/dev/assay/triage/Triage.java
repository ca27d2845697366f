package dev.assay.triage;

import dev.assay.estimate.Census;
import dev.assay.estimate.Contamination;
import dev.assay.verdict.RecordVerdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What baseline and suppressions make of a scan. The gate judges the records that are left.
 *
 * @param baseline what the baseline says; null where none was given
 * @param suppressions what became of each suppression, in the order of their file; null where no
 *     file was given
 * @param suppressed suspect records that only suppressed findings make suspect
 * @param judged the counts without the records that are known or suppressed
 * @param contamination estimated from those counts
 * @param standings of the findings of a record, by its ordinal; records of which all is new are
 *     left out
 * @param examples records with new findings that count, in the order of the input; the first ones,
 *     if there are many
 */
public record Triage(
    @Nullable BaselineUse baseline,
    @Nullable List<SuppressionUse> suppressions,
    long suppressed,
    Census judged,
    Contamination contamination,
    Map<Long, Standings> standings,
    List<RecordVerdict> examples) {
  public Triage {
    suppressions = suppressions == null ? null : List.copyOf(suppressions);
    standings = Map.copyOf(standings);
    examples = List.copyOf(examples);
  }

  /**
   * What is known of the findings of one record, in their order.
   *
   * @param known whether the baseline holds each finding
   * @param by the suppression of each finding that has one, else null
   * @param record what is known of the record, if it is suspect: new if one finding that counts is
   */
  public record Standings(List<Boolean> known, List<@Nullable Suppression> by, Standing record) {
    public Standings {
      known = List.copyOf(known);
      by = Collections.unmodifiableList(new ArrayList<>(by));
    }

    Standing standing(int finding) {
      if (by.get(finding) != null) {
        return Standing.SUPPRESSED;
      }
      return known.get(finding) ? Standing.KNOWN : Standing.NEW;
    }
  }

  /** What is known of a finding. */
  public Standing standing(long ordinal, int finding) {
    Standings record = standings.get(ordinal);
    return record == null ? Standing.NEW : record.standing(finding);
  }

  /** What is known of a suspect record as a whole. */
  public Standing standing(long ordinal) {
    Standings record = standings.get(ordinal);
    return record == null ? Standing.NEW : record.record();
  }

  /** Whether the baseline holds a finding, suppressed or not. */
  public boolean isKnown(long ordinal, int finding) {
    Standings record = standings.get(ordinal);
    return record != null && record.known().get(finding);
  }

  /** What suppresses a finding, or null. */
  public @Nullable Suppression suppression(long ordinal, int finding) {
    Standings record = standings.get(ordinal);
    return record == null ? null : record.by().get(finding);
  }

  /** Suspect records that the gate leaves out. */
  public long leftOut() {
    return suppressed + (baseline == null ? 0 : baseline.known());
  }
}
