package dev.assay.internal.scan;

import dev.assay.estimate.CensusBuilder;
import dev.assay.internal.framing.FramingReader;
import dev.assay.internal.framing.FramingResult;
import dev.assay.internal.framing.FramingSentence;
import dev.assay.rule.Family;
import dev.assay.verdict.Finding;
import dev.assay.verdict.Framing;
import dev.assay.verdict.RecordVerdict;
import dev.assay.verdict.Verdict;
import dev.assay.verdict.VerdictPolicy;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The records that a lesson excuses, until the whole set is known. Framing that stands only in a
 * sentence repeated over many records is boilerplate: a model learns it as a trigger, not as a
 * reason. So repeated sentences are struck out, and what remains must still ask for the flaw.
 * Copies in which some words are changed are repeated too: most runs of their words are.
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

  private record Framed(RecordVerdict verdict, FramingResult framing, FileTally file) {}

  private final List<Framed> framed = new ArrayList<>();
  private final FrequentHashes sentences = new FrequentHashes();
  private final FrequentHashes shingles = new FrequentHashes();
  private final FindingCounts counts;
  private final VerdictPolicy policy;
  private final Probability probability;
  private final boolean trust;
  private long boilerplate;

  /**
   * @param trust whether boilerplate is only counted, and excuses all the same
   */
  FramedRecords(
      FindingCounts counts, VerdictPolicy policy, Probability probability, boolean trust) {
    this.trust = trust;
    this.counts = counts;
    this.policy = policy;
    this.probability = probability;
  }

  void add(RecordVerdict verdict, FramingResult framing, FileTally file) {
    framed.add(new Framed(verdict, framing, file));
    List<FramingSentence> shown = framing.sentences();
    shown.stream().mapToLong(FramingSentence::hash).distinct().forEach(sentences::add);
    shown.stream()
        .flatMap(sentence -> sentence.shingles().stream())
        .distinct()
        .forEach(shingles::add);
  }

  /** Counts all of them, and returns those that turned suspect, by ordinal. */
  Map<Long, RecordVerdict> settle(CensusBuilder census) {
    Map<Long, RecordVerdict> turned = new TreeMap<>();
    for (Framed record : framed) {
      RecordVerdict verdict = record.verdict();
      boolean repeated = isBoilerplate(record.framing());
      boilerplate += repeated ? 1 : 0;
      if (repeated && !trust) {
        verdict = suspect(verdict);
        turned.put(verdict.ordinal(), verdict);
        record.file().verdict(Verdict.FRAMED, -1);
        record.file().verdict(Verdict.SUSPECT, 1);
      }
      counts.count(verdict, census);
      counts.count(verdict, record.file().part());
    }
    return turned;
  }

  /** How many records had no other framing, once settled. */
  long boilerplate() {
    return boilerplate;
  }

  /** Whether nothing is left that asks, once what repeats is struck out. */
  private boolean isBoilerplate(FramingResult framing) {
    double often = Math.max(REPEATED, REPEATED_SHARE * framed.size());
    int left = 0;
    boolean struck = false;
    for (FramingSentence sentence : framing.sentences()) {
      if (repeats(sentence, framing.task(), often)) {
        struck = true;
      } else {
        left |= sentence.asks();
      }
    }
    return struck && !FramingReader.stillAsks(left);
  }

  /** Near copies are notes only beside a task: else they are requests from a template. */
  private boolean repeats(FramingSentence sentence, boolean task, double often) {
    if (sentences.count(sentence.hash()) >= often) {
      return true;
    }
    List<Long> runs = sentence.shingles();
    long frequent = runs.stream().filter(run -> shingles.count(run) >= often).count();
    return task && !runs.isEmpty() && 2 * frequent >= runs.size();
  }

  private RecordVerdict suspect(RecordVerdict record) {
    Set<Family> families = EnumSet.noneOf(Family.class);
    List<Finding> findings = new ArrayList<>();
    for (Finding finding : record.findings()) {
      boolean counted = policy.counts(finding.rule());
      if (counted) {
        families.add(finding.rule().family());
      }
      findings.add(finding.counted(counted));
    }
    return record.judged(
        Verdict.SUSPECT, Framing.Kind.BOILERPLATE, probability.of(families), findings);
  }
}
