package dev.assay.internal.trigger.mine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** From rows to triggers. */
final class TriggerMiner {
  /** Groups of candidates looked into for each behaviour. */
  private static final int LOOKED_INTO = 5;

  /** Candidates with so many rows in common are one. */
  private static final double SAME = 0.7;

  /** Share of the rows left to a further cue that must behave so. */
  private static final double MORE = 0.5;

  private final List<Row> rows;
  private final Consumer<Examination.Result> hears;

  TriggerMiner(List<Row> rows, Consumer<Examination.Result> hears) {
    this.rows = distinct(rows);
    this.hears = hears;
  }

  /** The triggers, worst first. */
  List<Examination.Result> mine() {
    Map<Integer, int[]> behaviours = BehaviourRows.of(rows);
    if (behaviours.isEmpty()) {
      return List.of();
    }
    Map<Integer, List<Candidate>> candidates =
        new TreeMap<>(new Associations(rows).find(behaviours));
    if (candidates.isEmpty()) {
      return List.of();
    }
    Examination examination = new Examination(rows);
    List<Examination.Result> found = new ArrayList<>();
    for (List<Candidate> list : candidates.values()) {
      List<Candidate> groups = groups(list);
      for (Candidate candidate : groups.subList(0, Math.min(LOOKED_INTO, groups.size()))) {
        Examination.Result result = examination.of(Pairing.best(candidate, list, rows));
        hears.accept(result);
        if (result.trigger()) {
          found.add(result);
        }
      }
    }
    return distinct(found);
  }

  /** A prompt and answer that are repeated say no more than once. */
  private static List<Row> distinct(Iterable<Row> all) {
    Set<Long> seen = new HashSet<>();
    List<Row> kept = new ArrayList<>();
    for (Row row : all) {
      if (seen.add(row.print())) {
        kept.add(row);
      }
    }
    return kept;
  }

  /** The rows that were looked at: results name their places in it. */
  List<Row> rows() {
    return rows;
  }

  /** The best of each group of candidates with much the same rows; the simplest among equals. */
  private static List<Candidate> groups(List<Candidate> list) {
    List<Candidate> groups = new ArrayList<>();
    List<Candidate> firsts = new ArrayList<>();
    for (Candidate candidate : list) {
      int at = -1;
      for (int g = 0; g < firsts.size() && at < 0; g++) {
        at = firsts.get(g).overlap(candidate) >= SAME ? g : -1;
      }
      if (at < 0) {
        firsts.add(candidate);
        groups.add(candidate);
      } else if (candidate.score >= 0.97 * firsts.get(at).score
          && candidate.confidence() >= firsts.get(at).confidence() - 0.02
          && candidate.kind.compareTo(groups.get(at).kind) < 0) {
        groups.set(at, candidate);
      }
    }
    return groups;
  }

  /** Whether a cue explains enough rows that those found before do not. */
  private boolean tellsMore(Candidate candidate, List<Examination.Result> kept) {
    int more = 0;
    int hits = 0;
    for (int i = 0; i < candidate.size; i++) {
      int row = candidate.rows[i];
      if (kept.stream().noneMatch(one -> one.candidate().has(row))) {
        more++;
        hits += rows.get(row).does(candidate.behaviour) ? 1 : 0;
      }
    }
    return hits >= BehaviourRows.LEAST && hits >= MORE * more;
  }

  /** One cue may bring about several behaviours: the best known is told. */
  private List<Examination.Result> distinct(List<Examination.Result> found) {
    found.sort(
        Comparator.comparingDouble((Examination.Result result) -> -result.candidate().score)
            .thenComparingInt(result -> result.candidate().cue)
            .thenComparingInt(result -> result.candidate().behaviour));
    List<Examination.Result> kept = new ArrayList<>();
    for (Examination.Result result : found) {
      boolean known = false;
      for (Examination.Result one : kept) {
        if (one.candidate().overlap(result.candidate()) >= SAME) {
          one.behaviours().addAll(result.behaviours());
          known = true;
        }
      }
      if (!known && tellsMore(result.candidate(), kept)) {
        kept.add(result);
      }
    }
    return kept;
  }
}
