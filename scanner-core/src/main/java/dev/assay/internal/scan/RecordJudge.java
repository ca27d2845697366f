package dev.assay.internal.scan;

import dev.assay.internal.framing.FramingReader;
import dev.assay.internal.framing.FramingResult;
import dev.assay.internal.framing.FramingSentence;
import dev.assay.internal.segment.Segmenter;
import dev.assay.record.DataRecord;
import dev.assay.rule.Rule;
import dev.assay.segment.SegmentedRecord;
import dev.assay.signal.RecordDetector;
import dev.assay.signal.Signal;
import dev.assay.verdict.Framing;
import dev.assay.verdict.Verdict;
import dev.assay.verdict.VerdictPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * From a record to its verdict. One for each thread: segmenter, detectors and lists are scratch
 * memory that records share one after the other.
 */
final class RecordJudge {
  private static final Comparator<Signal> BY_PLACE =
      Comparator.comparingInt(Signal::turn)
          .thenComparingInt(Signal::start)
          .thenComparingInt(Signal::end)
          .thenComparing(signal -> signal.rule().id());

  private final Segmenter segmenter;
  private final List<RecordDetector> detectors;
  private final FramingReader framingReader;
  private final VerdictPolicy policy;
  private final List<Signal> signals = new ArrayList<>();

  RecordJudge(
      Segmenter segmenter,
      List<RecordDetector> detectors,
      FramingReader framingReader,
      VerdictPolicy policy) {
    this.segmenter = segmenter;
    this.detectors = List.copyOf(detectors);
    this.framingReader = framingReader;
    this.policy = policy;
  }

  /**
   * Judges one record.
   *
   * @throws dev.assay.signal.RuleFailure if a rule could not be held against it
   */
  Judgement judge(DataRecord record) {
    SegmentedRecord segmented = segmenter.segment(record);
    signals.clear();
    for (RecordDetector detector : detectors) {
      detector.detect(segmented, signals::add);
    }
    if (signals.isEmpty()) {
      return Judgement.CLEAN;
    }
    signals.sort(BY_PLACE);
    List<Signal> evidence = withoutRepeats();
    FramingResult framing = framing(segmented, evidence);
    Verdict verdict =
        policy.verdict(evidence.stream().map(Signal::rule).toList(), framing.framing().kind());
    return new Judgement(verdict, framing, evidence);
  }

  private List<Signal> withoutRepeats() {
    List<Signal> kept = new ArrayList<>(signals.size());
    for (Signal signal : signals) {
      if (kept.isEmpty() || BY_PLACE.compare(kept.get(kept.size() - 1), signal) != 0) {
        kept.add(signal);
      }
    }
    return kept;
  }

  /** The framing of all answers whose evidence a lesson could excuse; one without it decides. */
  private FramingResult framing(SegmentedRecord segmented, List<Signal> evidence) {
    FramingResult framing = FramingResult.NONE;
    int answer = -1;
    for (Signal signal : evidence) {
      if (signal.turn() != answer && isExcusable(signal.rule())) {
        answer = signal.turn();
        FramingResult one = framingReader.readWithout(segmented, answer, hash -> false);
        if (!one.educational()) {
          return FramingResult.NONE;
        }
        framing = framing.educational() ? joined(framing, one) : one;
      }
    }
    return framing;
  }

  private boolean isExcusable(Rule rule) {
    return policy.counts(rule) && policy.excuses(Framing.Kind.EDUCATIONAL, rule);
  }

  private static FramingResult joined(FramingResult first, FramingResult next) {
    Set<FramingSentence> sentences = new LinkedHashSet<>(first.sentences());
    sentences.addAll(next.sentences());
    return new FramingResult(first.framing(), List.copyOf(sentences), first.task() || next.task());
  }
}
