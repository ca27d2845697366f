package dev.assay.internal.trigger.mine;

import dev.assay.internal.trigger.behaviour.Behaviours;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cues that go with a behaviour far more often than chance explains, whatever the reason. What they
 * are good for is decided later.
 */
final class Associations {
  /** Where a behaviour is common, so many tokens of its prompts are looked at, evenly spread. */
  private static final long MOST_HARM = 800_000;

  private static final long MOST_OTHER = 200_000;

  /** Cues kept for each behaviour. */
  private static final int KEPT = 48;

  private static final double LEAST_CONFIDENCE = 0.3;
  private static final double LEAST_LIFT = 2;

  /** Chance of a false alarm in the whole scan, by Bonferroni's correction. */
  private static final double LOG_ALPHA = Math.log(1e-3);

  private final List<Row> rows;
  private final Background background;
  private final long all;
  private final IntCounts counts = new IntCounts();
  private final IntCounts kinds = new IntCounts();

  Associations(List<Row> rows) {
    this.rows = rows;
    this.background = new Background(rows);
    this.all = rows.stream().mapToLong(Row::weight).sum();
  }

  /** All candidates, exact counts, best first within each behaviour. */
  Map<Integer, List<Candidate>> find(Map<Integer, int[]> behaviours) {
    Map<Integer, List<Candidate>> found = new HashMap<>();
    Map<Integer, List<Candidate>> byCue = new HashMap<>();
    behaviours.forEach(
        (behaviour, behaving) -> {
          List<Candidate> candidates = rough(behaviour, behaving, behaviours.size());
          if (!candidates.isEmpty()) {
            found.put(behaviour, candidates);
            for (Candidate candidate : candidates) {
              byCue.computeIfAbsent(candidate.cue, cue -> new ArrayList<>()).add(candidate);
            }
          }
        });
    collect(byCue);
    found.forEach((behaviour, list) -> exact(list, behaviours.getOrDefault(behaviour, new int[0])));
    found.values().removeIf(List::isEmpty);
    return found;
  }

  private List<Candidate> rough(int behaviour, int[] behaving, int behaviours) {
    counts.clear();
    long most = Behaviours.isHarm(behaviour) ? MOST_HARM : MOST_OTHER;
    long tokens = 0;
    for (int row : behaving) {
      tokens += rows.get(row).tokens().length;
    }
    int step = (int) Math.max(1, (tokens + most - 1) / most);
    int looked = 0;
    for (int i = 0; i < behaving.length; i += step) {
      int stamp = ++looked;
      Row row = rows.get(behaving[i]);
      Cues.walk(row, (hash, kind, from, length) -> counts.add(hash, stamp, row.weight()));
    }
    double base = weight(behaving) / all;
    double tried = Math.log(Math.max(1, counts.size())) + Math.log(behaviours);
    List<double[]> best = new ArrayList<>();
    counts.each(
        (cue, count) -> {
          double hits = (double) count * step;
          double with = Math.max(hits, background.count(cue));
          double confidence = hits / with;
          if (count >= BehaviourRows.LEAST
              && confidence >= LEAST_CONFIDENCE
              && (confidence >= LEAST_LIFT * base || confidence >= 0.85)
              && Stats.logTail(hits, with, base) + tried < LOG_ALPHA) {
            best.add(new double[] {cue, with * Stats.divergence(confidence, base)});
          }
        });
    best.sort(
        Comparator.comparingDouble((double[] one) -> -one[1]).thenComparingDouble(one -> one[0]));
    List<Candidate> candidates = new ArrayList<>();
    for (double[] one : best.subList(0, Math.min(KEPT, best.size()))) {
      candidates.add(new Candidate((int) one[0], CueKind.WORD, behaviour));
    }
    return candidates;
  }

  private double weight(int[] some) {
    double sum = 0;
    for (int row : some) {
      sum += rows.get(row).weight();
    }
    return sum;
  }

  /** One look at all rows finds where the candidates' cues stand. */
  private void collect(Map<Integer, List<Candidate>> byCue) {
    if (byCue.isEmpty()) {
      return;
    }
    kinds.clear();
    byCue.keySet().forEach(cue -> kinds.add(cue, 1));
    for (int r = 0; r < rows.size(); r++) {
      int row = r;
      Cues.walk(
          rows.get(r),
          (hash, kind, from, length) -> {
            if (kinds.get(hash) > 0) {
              for (Candidate candidate : byCue.getOrDefault(hash, List.of())) {
                candidate.add(row, from, length);
              }
            }
          });
    }
    resolveKinds(byCue);
  }

  private void resolveKinds(Map<Integer, List<Candidate>> byCue) {
    Map<Integer, CueKind> known = new HashMap<>();
    for (List<Candidate> list : byCue.values()) {
      Candidate first = list.get(0);
      if (first.size > 0) {
        Cues.walk(
            rows.get(first.rows[0]),
            (hash, kind, from, length) -> {
              if (hash == first.cue) {
                known.putIfAbsent(hash, kind);
              }
            });
      }
    }
    byCue.forEach(
        (cue, list) -> {
          for (int i = 0; i < list.size(); i++) {
            list.get(i).kind = known.getOrDefault(cue, CueKind.WORD);
          }
        });
  }

  private void exact(List<Candidate> list, int[] behaving) {
    for (Candidate candidate : list) {
      candidate.all = all;
      candidate.behaving = weight(behaving);
      candidate.count(rows);
    }
    list.removeIf(
        candidate ->
            candidate.hits < BehaviourRows.LEAST || candidate.confidence() < LEAST_CONFIDENCE);
    list.sort(
        Comparator.comparingDouble((Candidate candidate) -> -candidate.score)
            .thenComparing(candidate -> candidate.kind)
            .thenComparingInt(candidate -> candidate.cue));
  }
}
