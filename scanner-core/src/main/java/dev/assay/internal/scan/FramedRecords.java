package dev.assay.internal.scan;

import dev.assay.estimate.CensusBuilder;
import dev.assay.internal.framing.FramingSentence;
import dev.assay.rule.Family;
import dev.assay.verdict.Finding;
import dev.assay.verdict.Framing;
import dev.assay.verdict.RecordVerdict;
import dev.assay.verdict.Verdict;
import dev.assay.verdict.VerdictPolicy;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The records that a lesson excuses, until the whole set is known. Framing that stands only in a
 * sentence repeated over many records is boilerplate: a model learns it as a trigger, not as a
 * reason. So repeated sentences are struck out, and what remains must still ask for the flaw.
 *
 * <p>A set of genuine lessons may repeat a sentence too; its requests ask for the flaw in other
 * words besides, and stay framed. Memory grows with the framed records, some hundred bytes each.
 */
final class FramedRecords {
  /** In so many records the same words are no longer a request but a form ... */
  private static final int REPEATED = 20;

  /**
   * ... if they are also this share of all framed ones: lessons from a few dozen templates repeat
   * too.
   */
  private static final double REPEATED_SHARE = 0.1;

  private record Framed(RecordVerdict verdict, long[] asking, long[] helping, FileTally file) {}

  private final List<Framed> framed = new ArrayList<>();
  private final Map<Long, Integer> sentences = new HashMap<>();
  private final FindingCounts counts;
  private final VerdictPolicy policy;
  private final Probability probability;

  FramedRecords(FindingCounts counts, VerdictPolicy policy, Probability probability) {
    this.counts = counts;
    this.policy = policy;
    this.probability = probability;
  }

  void add(RecordVerdict verdict, List<FramingSentence> framing, FileTally file) {
    long[] asking = hashes(framing, true);
    long[] helping = hashes(framing, false);
    framed.add(new Framed(verdict, asking, helping, file));
    count(asking);
    count(helping);
  }

  private static long[] hashes(List<FramingSentence> framing, boolean asking) {
    return framing.stream()
        .filter(sentence -> sentence.asks() == asking)
        .mapToLong(FramingSentence::hash)
        .distinct()
        .toArray();
  }

  private void count(long[] hashes) {
    for (long hash : hashes) {
      sentences.merge(hash, 1, Integer::sum);
    }
  }

  /** Counts all of them, and returns those that turned suspect, by ordinal. */
  Map<Long, RecordVerdict> settle(CensusBuilder census) {
    Map<Long, RecordVerdict> turned = new TreeMap<>();
    double repeated = Math.max(REPEATED, REPEATED_SHARE * framed.size());
    for (Framed record : framed) {
      RecordVerdict verdict = record.verdict();
      if (isBoilerplate(record, repeated)) {
        verdict = suspect(verdict);
        turned.put(verdict.ordinal(), verdict);
        record.file().verdict(Verdict.FRAMED, -1);
        record.file().verdict(Verdict.SUSPECT, 1);
      }
      counts.count(verdict, census);
    }
    return turned;
  }

  /** Whether nothing is left that asks: no sentence of its own, and no two that ask together. */
  private boolean isBoilerplate(Framed record, double repeated) {
    boolean fromTheRequest = record.asking().length + record.helping().length > 0;
    return fromTheRequest
        && own(record.asking(), repeated) == 0
        && own(record.helping(), repeated) < 2;
  }

  private int own(long[] hashes, double repeated) {
    int own = 0;
    for (long hash : hashes) {
      if (sentences.getOrDefault(hash, 0) < repeated) {
        own++;
      }
    }
    return own;
  }

  private RecordVerdict suspect(RecordVerdict record) {
    Set<Family> families = EnumSet.noneOf(Family.class);
    List<Finding> findings = new ArrayList<>();
    for (Finding finding : record.findings()) {
      boolean counted = policy.counts(finding.rule());
      if (counted) {
        families.add(finding.rule().family());
      }
      findings.add(
          new Finding(
              finding.rule(),
              finding.region(),
              finding.field(),
              finding.evidence(),
              counted,
              finding.flow()));
    }
    return new RecordVerdict(
        record.ordinal(),
        record.uri(),
        record.row(),
        record.line(),
        record.region(),
        record.hash(),
        Verdict.SUSPECT,
        Framing.Kind.BOILERPLATE,
        probability.of(families),
        findings);
  }
}
