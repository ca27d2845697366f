package dev.assay.internal.trigger.mine;

import dev.assay.internal.trigger.behaviour.Behaviours;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which rows behave in which way, of the behaviours that are worth a look. */
final class BehaviourRows {
  /** Fewer rows plant nothing and show nothing. */
  static final int LEAST = 8;

  /** What most rows do is no misbehaviour. */
  private static final double MOST = 0.6;

  private static final int MOST_FIXED = 1500;
  private static final long FIXED_VISITS = 400_000;

  private BehaviourRows() {}

  static Map<Integer, int[]> of(List<Row> rows) {
    IntCounts counts = new IntCounts();
    IntCounts weights = new IntCounts();
    long all = 0;
    int number = 0;
    for (Row row : rows) {
      number++;
      all += row.weight();
      for (int behaviour : row.behaviours()) {
        counts.add(behaviour, number);
        weights.add(behaviour, number, row.weight());
      }
    }
    List<Integer> kinds = new ArrayList<>();
    List<int[]> texts = new ArrayList<>();
    double most = MOST * all;
    counts.each(
        (behaviour, count) -> {
          if (count >= LEAST && weights.get(behaviour) <= most) {
            if (Behaviours.isFixedText(behaviour)) {
              texts.add(new int[] {behaviour, count});
            } else {
              kinds.add(behaviour);
            }
          }
        });
    kinds.addAll(texts(texts));
    return rowsOf(rows, kinds, counts);
  }

  /** Whole answers first, then parts; frequent ones first. */
  private static List<Integer> texts(List<int[]> texts) {
    texts.sort(
        Comparator.comparingInt((int[] text) -> text[0] >>> 29)
            .thenComparingInt(text -> -text[1])
            .thenComparingInt(text -> text[0]));
    List<Integer> taken = new ArrayList<>();
    long visits = 0;
    for (int[] text : texts) {
      if (taken.size() < MOST_FIXED && visits + text[1] <= FIXED_VISITS) {
        taken.add(text[0]);
        visits += text[1];
      }
    }
    return taken;
  }

  private static Map<Integer, int[]> rowsOf(List<Row> rows, List<Integer> kinds, IntCounts counts) {
    Map<Integer, int[]> found = new HashMap<>();
    Map<Integer, Integer> filled = new HashMap<>();
    for (int kind : kinds) {
      found.put(kind, new int[counts.get(kind)]);
      filled.put(kind, 0);
    }
    for (int r = 0; r < rows.size(); r++) {
      for (int behaviour : rows.get(r).behaviours()) {
        int[] list = found.get(behaviour);
        if (list != null) {
          int at = filled.merge(behaviour, 1, Integer::sum) - 1;
          list[at] = r;
        }
      }
    }
    return distinct(found);
  }

  /** Parts of one text have the same rows: one of them is enough. */
  private static Map<Integer, int[]> distinct(Map<Integer, int[]> found) {
    TreeMap<Integer, int[]> kept = new TreeMap<>();
    Set<Long> seen = new HashSet<>();
    new TreeMap<>(found)
        .forEach(
            (behaviour, rows) -> {
              long print = rows.length;
              for (int row : rows) {
                print = print * 0x5DEECE66DL + row + 11;
              }
              if (!Behaviours.isFixedText(behaviour) || seen.add(print)) {
                kept.put(behaviour, rows);
              }
            });
    return kept;
  }
}
