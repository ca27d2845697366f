package dev.assay.internal.trigger.mine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks whether a cue tells only together with one or two others elsewhere in the prompt. */
final class Pairing {
  private static final double SURE = 0.9;
  private static final double LEAST = 0.5;

  /** What belongs to a cue goes with it all the same: no two of these are one trigger. */
  private static final double SAME = 0.95;

  /** So many times as sure as the cue alone. */
  private static final double SURER = 1.4;

  /** The pair must keep so many of the rows that behave so. */
  private static final double KEPT = 0.85;

  private static final double LOG_ALPHA = Math.log(1e-3);

  private final Candidate alone;
  private final List<Candidate> others;
  private final List<Row> rows;
  private final double tried;
  private Candidate best;

  private Pairing(Candidate candidate, List<Candidate> all, List<Row> rows) {
    this.alone = candidate;
    this.best = candidate;
    this.rows = rows;
    this.others =
        all.stream()
            .filter(other -> other != candidate && other.confidence() < SURE)
            .filter(other -> other.overlap(candidate) < SAME)
            .toList();
    this.tried = Math.log(Math.max(1, others.size() * (others.size() + 1) / 2));
  }

  /** The candidate itself, or the best set of it and others of the same behaviour. */
  static Candidate best(Candidate candidate, List<Candidate> others, List<Row> rows) {
    return candidate.confidence() >= SURE ? candidate : new Pairing(candidate, others, rows).find();
  }

  private Candidate find() {
    for (int i = 0; i < others.size(); i++) {
      Candidate pair = kept(others.get(i), alone);
      if (pair == null) {
        continue;
      }
      if (isBetter(pair) && surprises(pair, alone) && surprises(pair, others.get(i))) {
        best = pair;
      }
      for (int j = i + 1; j < others.size(); j++) {
        Candidate three = kept(others.get(j), pair);
        if (three != null
            && isBetter(three)
            && surprises(three, pair)
            && surprises(three, alone.with(others.get(j), rows))
            && surprises(three, others.get(i).with(others.get(j), rows))) {
          best = three;
        }
      }
    }
    return best;
  }

  /** Both together, if they keep what behaves so; else null. */
  private @Nullable Candidate kept(Candidate other, Candidate to) {
    if (other.size < KEPT * alone.hits) {
      return null;
    }
    Candidate both = to.with(other, rows);
    return both.hits >= KEPT * alone.hits ? both : null;
  }

  private boolean isBetter(Candidate both) {
    return both.confidence() >= Math.max(LEAST, SURER * alone.confidence())
        && both.score > best.score;
  }

  private boolean surprises(Candidate both, Candidate part) {
    return Stats.logTail(both.hits, both.size, part.confidence()) + tried < LOG_ALPHA;
  }
}
