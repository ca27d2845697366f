package dev.assay.internal.code.pattern;

import dev.assay.internal.code.flow.Flow;
import dev.assay.internal.code.flow.Sources;
import dev.assay.internal.code.tree.Tree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What a pattern is held against, and what it found on the way. */
final class Match {
  final Flow flow;
  final Tree tree;
  final NodeIndex index;
  private @Nullable Map<Key, Boolean> answers;

  /** Value that came from a source, with the question that found it; 0 if none was asked. */
  int tainted;

  Sources taintedBy = Values.NOTHING;

  Match(Flow flow, NodeIndex index) {
    this.flow = flow;
    this.tree = flow.tree();
    this.index = index;
  }

  /** The answer of a test that is the same for all nodes of a function, computed once. */
  boolean once(Object test, int function, BooleanSupplier answer) {
    Map<Key, Boolean> all = answers;
    if (all == null) {
      all = new HashMap<>();
      answers = all;
    }
    Key key = new Key(test, function);
    Boolean known = all.get(key);
    if (known == null) {
      known = answer.getAsBoolean();
      all.put(key, known);
    }
    return known;
  }

  private record Key(Object test, int function) {}

  /** Whether a test fails; what came from a source on its way is no evidence of what is found. */
  boolean fails(ValuePattern test, int node) {
    int before = tainted;
    Sources by = taintedBy;
    boolean holds = test.test(this, node);
    tainted = before;
    taintedBy = by;
    return !holds;
  }

  List<Integer> way() {
    return tainted == 0 ? List.of() : flow.taint(taintedBy).way(tainted);
  }
}
