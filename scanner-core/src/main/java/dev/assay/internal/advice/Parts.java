package dev.assay.internal.advice;

import dev.assay.internal.advice.NormSet.CompiledPattern;
import dev.assay.internal.advice.NormSet.Use;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Collects the patterns of norms, and gives each different set of phrases one number. */
final class Parts {
  private static final int NO_PART = -1;

  private final Phrases.Builder phrases;
  private final Map<List<Integer>, Integer> ids = new HashMap<>();
  private final List<List<Integer>> parts = new ArrayList<>();
  private final List<Double> weights = new ArrayList<>();
  private final List<CompiledPattern> patterns = new ArrayList<>();

  Parts(Phrases.Builder phrases) {
    this.phrases = phrases;
  }

  void add(int norm, Use use, Norm.Kind kind, List<Norm.Pattern> all) {
    for (Norm.Pattern pattern : all) {
      int[] numbers = pattern.parts().stream().mapToInt(this::number).toArray();
      int anchor = rarest(numbers, NO_PART);
      patterns.add(new CompiledPattern(norm, use, kind, numbers, anchor, rarest(numbers, anchor)));
    }
  }

  private int number(List<String> part) {
    TreeSet<Integer> sorted = new TreeSet<>();
    part.forEach(phrase -> sorted.add(phrases.add(phrase)));
    List<Integer> key = List.copyOf(sorted);
    return ids.computeIfAbsent(
        key,
        one -> {
          parts.add(one);
          weights.add(weight(part));
          return parts.size() - 1;
        });
  }

  /**
   * Roughly how often one of the phrases stands in a text: a word more makes it ten times rarer.
   */
  private static double weight(List<String> part) {
    double weight = 0;
    for (String phrase : part) {
      weight += Math.pow(10, 1 - Phrases.split(phrase).size());
    }
    return weight;
  }

  PartTable table(int phraseCount, List<List<CompiledPattern>> practices) {
    boolean[] anchors = new boolean[parts.size()];
    for (int part = 0; part < anchors.length; part++) {
      anchors[part] = !practices.get(part).isEmpty();
    }
    return new PartTable(byPhrase(phraseCount), anchors);
  }

  private int[][] byPhrase(int phraseCount) {
    List<List<Integer>> lists = new ArrayList<>();
    for (int i = 0; i < phraseCount; i++) {
      lists.add(new ArrayList<>(1));
    }
    for (int part = 0; part < parts.size(); part++) {
      for (int phrase : parts.get(part)) {
        lists.get(phrase).add(part);
      }
    }
    return lists.stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  List<List<CompiledPattern>> practices() {
    List<List<CompiledPattern>> byPart = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      byPart.add(new ArrayList<>(1));
    }
    for (CompiledPattern pattern : patterns) {
      if (pattern.use() == Use.PRACTICE) {
        byPart.get(pattern.anchor()).add(pattern);
      }
    }
    return byPart;
  }

  /** The part of least weight but for one; that one if there is no other. */
  private int rarest(int[] of, int but) {
    int rarest = but;
    for (int part : of) {
      if (part != but && (rarest == but || weights.get(part) < weights.get(rarest))) {
        rarest = part;
      }
    }
    return rarest;
  }

  /** By use and norm. */
  CompiledPattern[][][] others(int norms) {
    CompiledPattern[][][] byUse = new CompiledPattern[Use.values().length][norms][];
    for (Use use : Use.values()) {
      List<List<CompiledPattern>> byNorm = new ArrayList<>();
      for (int i = 0; i < norms; i++) {
        byNorm.add(new ArrayList<>());
      }
      for (CompiledPattern pattern : patterns) {
        if (pattern.use() == use && use != Use.PRACTICE) {
          byNorm.get(pattern.norm()).add(pattern);
        }
      }
      for (int i = 0; i < norms; i++) {
        byUse[use.ordinal()][i] = byNorm.get(i).toArray(CompiledPattern[]::new);
      }
    }
    return byUse;
  }
}
