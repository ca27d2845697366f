package dev.assay.internal.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses, for a condition, the rarest anchors of which one stands in every text that meets it. */
final class Anchors {
  private Anchors() {}

  /** The anchors, any of which makes a candidate; null if the condition can hold without any. */
  static @Nullable List<Anchor> of(Condition condition) {
    if (condition instanceof Condition.Words words) {
      return List.of(rarest(words));
    }
    if (condition instanceof Condition.Affix affix) {
      return List.of(Anchor.of(affix.kind(), affix.literal(), affix.raw()));
    }
    if (condition instanceof Condition.Bool bool) {
      return of(bool);
    }
    List<Anchor> best = null;
    for (Anchor anchor : ((Condition.Other) condition).required()) {
      best = Anchor.cheaper(best, List.of(anchor));
    }
    return best;
  }

  private static Anchor rarest(Condition.Words words) {
    return words.words().stream()
        .map(word -> Anchor.of(Anchor.Kind.WORD, word, words.raw()))
        .min(Comparator.comparingDouble(Anchor::cost))
        .orElseThrow();
  }

  private static @Nullable List<Anchor> of(Condition.Bool bool) {
    List<Anchor> best = null;
    for (Condition must : bool.must()) {
      List<Anchor> anchors = of(must);
      best = anchors == null ? best : Anchor.cheaper(best, anchors);
    }
    List<Anchor> any = bool.least() > 0 ? ofAny(bool.should(), bool.least()) : null;
    return any == null ? best : Anchor.cheaper(best, any);
  }

  /** Where {@code least} of n must hold, one of any n - least + 1 of them does: the rarest ones. */
  private static @Nullable List<Anchor> ofAny(List<Condition> should, int least) {
    List<List<Anchor>> all = new ArrayList<>();
    for (Condition condition : should) {
      List<Anchor> anchors = of(condition);
      if (anchors != null) {
        all.add(anchors);
      }
    }
    int needed = should.size() - least + 1;
    if (all.size() < needed || needed < 1) {
      return null;
    }
    all.sort(Comparator.comparingDouble(Anchor::cost));
    LinkedHashSet<Anchor> union = new LinkedHashSet<>();
    all.subList(0, needed).forEach(union::addAll);
    return List.copyOf(union);
  }
}
