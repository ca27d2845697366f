package dev.assay.internal.triage;

import dev.assay.internal.triage.Ledger.Held;
import dev.assay.triage.Baseline;
import dev.assay.triage.Baseline.Key;
import dev.assay.triage.BaselineEntry;
import dev.assay.triage.BaselineUse;
import dev.assay.triage.Standing;
import dev.assay.triage.Suppression;
import dev.assay.triage.SuppressionUse;
import dev.assay.triage.Triage.Standings;
import dev.assay.triage.Weight;
import dev.assay.verdict.RecordVerdict;
import dev.assay.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is new in a scan, and what is not.
 *
 * <p>Suppressions come first, so that one that expires is not replaced by a baseline that took its
 * findings up. A known finding uses up one copy of the baseline, in the order of the input.
 */
public final class Settlement {
  private final Map<Long, Standings> standings = new HashMap<>();
  private final List<RecordVerdict> examples = new ArrayList<>();
  private final List<RecordVerdict> leftOut = new ArrayList<>();
  private final Map<Key, Long> left = new HashMap<>();
  private final @Nullable Baseline baseline;
  private final @Nullable SuppressionMatches matches;
  private long known;
  private long suppressed;
  private long fresh;

  private Settlement(TriageOptions options, Collection<Held> held) {
    this.baseline = options.baseline();
    this.matches =
        options.suppressions() == null
            ? null
            : SuppressionMatches.of(options.suppressions(), options.today(), held);
    if (baseline != null) {
      for (BaselineEntry entry : baseline.entries()) {
        left.put(new Key(entry.fingerprint(), entry.weight()), entry.count());
      }
    }
  }

  /**
   * @param held the records, in the order of the input
   */
  static Settlement of(TriageOptions options, Collection<Held> held) {
    Settlement settlement = new Settlement(options, held);
    held.forEach(settlement::record);
    return settlement;
  }

  private void record(Held one) {
    List<Boolean> inBaseline = new ArrayList<>(one.prints().size());
    List<@Nullable Suppression> by = new ArrayList<>(one.prints().size());
    boolean told = false;
    boolean isKnown = false;
    boolean isNew = false;
    for (int i = 0; i < one.prints().size(); i++) {
      Key print = one.prints().get(i);
      boolean counted = print.weight() == Weight.COUNTED;
      Suppression suppression = matches == null ? null : matches.holding(one, i);
      boolean met = use(print);
      by.add(suppression);
      inBaseline.add(met);
      isKnown |= counted && suppression == null && met;
      isNew |= counted && suppression == null && !met;
      told |= met || suppression != null;
    }
    if (told) {
      Standing whole = isNew ? Standing.NEW : isKnown ? Standing.KNOWN : Standing.SUPPRESSED;
      standings.put(one.record().ordinal(), new Standings(inBaseline, by, whole));
    }
    if (one.record().verdict() == Verdict.SUSPECT) {
      suspect(one, isKnown, isNew);
    }
  }

  private void suspect(Held one, boolean isKnown, boolean isNew) {
    if (isNew) {
      fresh++;
      if (one.whole() && examples.size() < Ledger.MAX_EXAMPLES) {
        examples.add(one.record());
      }
      return;
    }
    leftOut.add(one.record());
    if (isKnown) {
      known++;
    } else {
      suppressed++;
    }
  }

  /** Whether the baseline holds one more copy, which is used up. */
  private boolean use(Key print) {
    long copies = left.getOrDefault(print, 0L);
    if (copies > 0) {
      left.put(print, copies - 1);
    }
    return copies > 0;
  }

  /** Suspect records that the gate leaves out, in the order of the input. */
  public List<RecordVerdict> leftOut() {
    return Collections.unmodifiableList(leftOut);
  }

  /** Suspect records that only suppressed findings make suspect. */
  public long suppressed() {
    return suppressed;
  }

  /** New records, for people to look at. */
  public List<RecordVerdict> examples() {
    return Collections.unmodifiableList(examples);
  }

  /** By ordinal, records of which something is known. */
  public Map<Long, Standings> standings() {
    return Collections.unmodifiableMap(standings);
  }

  /** What became of each suppression, or null where no file was given. */
  public @Nullable List<SuppressionUse> suppressions() {
    return matches == null ? null : matches.uses();
  }

  /** What the baseline says, or null where none was given. */
  public @Nullable BaselineUse baseline() {
    if (baseline == null) {
      return null;
    }
    List<BaselineEntry> absent = new ArrayList<>();
    long gone = 0;
    for (BaselineEntry entry : baseline.entries()) {
      long copies = left.getOrDefault(new Key(entry.fingerprint(), entry.weight()), 0L);
      if (copies > 0) {
        absent.add(entry.times(copies));
        gone += entry.weight() == Weight.COUNTED ? copies : 0;
      }
    }
    return new BaselineUse(known, fresh, gone, absent);
  }
}
