package dev.assay.internal.code.pattern;

import dev.assay.internal.code.flow.Flow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A pattern, ready to be held against trees. Immutable; any number of threads may share it. */
public final class CompiledPattern {
  private final NodePattern pattern;
  private final Map<String, Object> written;

  private CompiledPattern(NodePattern pattern, Map<String, Object> written) {
    this.pattern = pattern;
    this.written = written;
  }

  /**
   * Compiles a pattern as written.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static CompiledPattern compile(Map<String, Object> tree) {
    return new CompiledPattern(Finders.compile("code", tree), tree);
  }

  /** Words of which one stands in every code that can match. */
  public Set<String> anchors() {
    return pattern.anchors();
  }

  /** Sets of words, of each of which one stands in every code that can match, besides an anchor. */
  public List<Set<String>> required() {
    return RequiredWords.of(written);
  }

  /** Every node that matches, each with the nodes that a value came through, source first. */
  public List<Place> match(Flow flow, NodeIndex index) {
    List<Place> places = new ArrayList<>();
    Match match = new Match(flow, index);
    pattern.find(match, node -> places.add(new Place(node, match.way())));
    return places;
  }

  /**
   * A node that matches.
   *
   * @param node the node
   * @param way nodes that a value came through, source first
   */
  public record Place(int node, List<Integer> way) {}
}
