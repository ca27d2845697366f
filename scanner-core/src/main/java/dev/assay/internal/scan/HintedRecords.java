package dev.assay.internal.scan;

import dev.assay.estimate.Calibration;
import dev.assay.estimate.Census;
import dev.assay.estimate.HintTest;
import dev.assay.rule.Family;
import dev.assay.verdict.Finding;
import dev.assay.verdict.RecordVerdict;
import dev.assay.verdict.Verdict;
import dev.assay.verdict.VerdictPolicy;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Clean records with hints, until the whole set is known: hints do not count alone, but where a set
 * holds far more of them than clean sets do, the records that carry them are suspect. Memory grows
 * with the hinted records, some hundred bytes each.
 */
final class HintedRecords {
  /** A hinted record and the file that it counts for. */
  private record Hinted(RecordVerdict verdict, FileTally file) {}

  /** Turns a record, for the counts. */
  interface Turn {
    void turn(RecordVerdict before, RecordVerdict now, FileTally file);
  }

  private final VerdictPolicy policy;
  private final List<Hinted> hinted = new ArrayList<>();
  private final List<String> reasons = new ArrayList<>();

  HintedRecords(VerdictPolicy policy) {
    this.policy = policy;
  }

  /** Keeps the record if it is clean and carries hints. */
  void add(RecordVerdict verdict, FileTally file) {
    if (verdict.verdict() == Verdict.CLEAN && !families(verdict).isEmpty()) {
      hinted.add(new Hinted(verdict, file));
    }
  }

  /**
   * Makes suspect the records whose hints are too many to be those of a clean set.
   *
   * @param calibration what is known of clean sets
   * @param census of the whole set, framed records settled
   * @param turn called for each record that turns, in input order
   * @return the calibration as it is where those hints count
   */
  Calibration settle(Calibration calibration, Census census, Turn turn) {
    Calibration counting = calibration;
    for (Family family : VerdictPolicy.hinting()) {
      List<Hinted> of = of(family);
      HintTest test = HintTest.of(calibration, family);
      long hits = census.family(family).suspect() + of.size();
      if (test.tooMany(hits, hits - commonestAlone(of, family), census.scanned())) {
        counting = counting.withHints(family);
        Probability probability = new Probability(counting);
        of.forEach(one -> turn.turn(one.verdict(), suspect(one, family, probability), one.file()));
        reasons.add(reason(family, of.size(), hits, census.scanned(), test));
      }
    }
    return counting;
  }

  /** What a reader must know of the records that turned; empty if none did. */
  List<String> reasons() {
    return List.copyOf(reasons);
  }

  private List<Hinted> of(Family family) {
    return hinted.stream().filter(one -> families(one.verdict()).contains(family)).toList();
  }

  private Set<Family> families(RecordVerdict record) {
    Set<Family> families = EnumSet.noneOf(Family.class);
    for (Finding finding : record.findings()) {
      if (policy.hints(finding.rule())) {
        families.add(finding.rule().family());
      }
    }
    return families;
  }

  /** In how many records the commonest rule alone gives the hint. */
  private long commonestAlone(List<Hinted> of, Family family) {
    Map<String, Long> alone = new HashMap<>();
    for (Hinted one : of) {
      Set<String> rules =
          one.verdict().findings().stream()
              .filter(finding -> isHint(finding, family))
              .map(finding -> finding.rule().id())
              .collect(Collectors.toSet());
      if (rules.size() == 1) {
        alone.merge(rules.iterator().next(), 1L, Long::sum);
      }
    }
    return alone.values().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  private boolean isHint(Finding finding, Family family) {
    return finding.rule().family() == family && policy.hints(finding.rule());
  }

  private RecordVerdict suspect(Hinted one, Family family, Probability probability) {
    RecordVerdict record = one.verdict();
    List<Finding> findings =
        record.findings().stream()
            .map(finding -> finding.counted(finding.counted() || isHint(finding, family)))
            .toList();
    return record.judged(
        Verdict.SUSPECT, record.framing(), probability.of(Set.of(family)), findings);
  }

  private static String reason(Family family, long turned, long hits, long scanned, HintTest test) {
    return String.format(
        Locale.ROOT,
        "%,d %s through hints that count because they are many: %.1f %% of all records hint at %s,"
            + " and clean sets hardly reach %.1f %%.",
        turned,
        turned == 1 ? "record is suspect" : "records are suspect",
        100.0 * hits / scanned,
        family.id(),
        100 * test.cleanHigh());
  }
}
