package dev.assay.internal.trigger.mine;

import java.util.List;

/** Looks whether a cue tells only together with another one that stands elsewhere in the prompt. */
final class Pairing {
  private static final double SURE = 0.9;

  /** The pair must keep so many of the rows that behave so. */
  private static final double KEPT = 0.85;

  private static final double LOG_ALPHA = Math.log(1e-3);

  private Pairing() {}

  /** The candidate itself, or the best pair with another one of the same behaviour. */
  static Candidate best(Candidate candidate, List<Candidate> others, List<Row> rows) {
    Candidate best = candidate;
    if (candidate.confidence() >= SURE) {
      return best;
    }
    for (Candidate other : others) {
      if (other == candidate || other.confidence() >= SURE) {
        continue;
      }
      Candidate both = candidate.with(other, rows);
      boolean better =
          both.hits >= KEPT * candidate.hits
              && both.confidence() >= SURE
              && both.score > best.score
              && surprises(both, candidate, others.size())
              && surprises(both, other, others.size());
      best = better ? both : best;
    }
    return best;
  }

  private static boolean surprises(Candidate both, Candidate alone, int tried) {
    return Stats.logTail(both.hits, both.size, alone.confidence()) + Math.log(tried) < LOG_ALPHA;
  }
}
