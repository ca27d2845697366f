package dev.assay.internal.code;

import dev.assay.internal.code.pattern.CompiledPattern;
import dev.assay.internal.code.tree.Tree;
import dev.assay.signal.FlowStep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A compiled {@code code:} block of a rule; docs/reference/code-patterns.md describes the language.
 * Immutable; any number of threads may share it.
 */
public final class CodePattern {
  private final CompiledPattern pattern;

  private CodePattern(CompiledPattern pattern) {
    this.pattern = pattern;
  }

  /**
   * Compiles the tree of a rule's {@code code:} block.
   *
   * @throws IllegalArgumentException if it is not a pattern; the message names the key and the
   *     nearest known one
   */
  public static CodePattern compile(Map<String, Object> tree) {
    return new CodePattern(CompiledPattern.compile(tree));
  }

  /**
   * Words (runs of letters, digits and underscore, case kept) of which at least one stands in every
   * code that this pattern can match. Never empty.
   */
  public Set<String> anchors() {
    return pattern.anchors();
  }

  /**
   * Sets of words, of each of which one stands in every code that this pattern can match; the
   * anchors are the first.
   */
  public List<Set<String>> required() {
    List<Set<String>> required = new ArrayList<>();
    required.add(anchors());
    required.addAll(pattern.required());
    return required;
  }

  /** Every place in the model where the pattern holds, in the order of the text. */
  public List<CodeHit> match(CodeModel model) {
    List<CompiledPattern.Place> places = pattern.match(model.flow(), model.index());
    if (places.isEmpty()) {
      return List.of();
    }
    Tree tree = model.tree();
    List<CodeHit> hits = new ArrayList<>();
    for (CompiledPattern.Place place : places) {
      int node = place.node();
      hits.add(
          new CodeHit(
              tree.base + tree.start(node), tree.base + tree.end(node), steps(tree, place.way())));
    }
    hits.sort(Comparator.comparingInt(CodeHit::start).thenComparingInt(CodeHit::end));
    return hits;
  }

  private static List<FlowStep> steps(Tree tree, List<Integer> way) {
    List<FlowStep> steps = new ArrayList<>();
    for (int i = 0; i < way.size(); i++) {
      int node = way.get(i);
      String note = i == 0 ? "comes in" : i == way.size() - 1 ? "is used" : "is passed on";
      int from = tree.base + tree.start(node);
      int to = tree.base + tree.end(node);
      FlowStep last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
      if (last == null || last.start() != from || last.end() != to) {
        steps.add(new FlowStep(from, to, note));
      }
    }
    return steps;
  }
}
