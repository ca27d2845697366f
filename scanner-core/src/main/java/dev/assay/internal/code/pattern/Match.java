package dev.assay.internal.code.pattern;

import dev.assay.internal.code.flow.Flow;
import dev.assay.internal.code.flow.Handlers;
import dev.assay.internal.code.flow.PathSet;
import dev.assay.internal.code.flow.Sources;
import dev.assay.internal.code.tree.Tree;
import java.util.List;

/** What a pattern is held against, and what it found on the way. */
final class Match {
  final Flow flow;
  final Tree tree;
  final NodeIndex index;
  final Handlers handlers;

  /** Value that came from a source, with the question that found it; 0 if none was asked. */
  int tainted;

  Sources taintedBy = Values.NOTHING;

  Match(Flow flow, NodeIndex index, PathSet handlerDecorators) {
    this.flow = flow;
    this.tree = flow.tree();
    this.index = index;
    this.handlers = new Handlers(flow, handlerDecorators);
  }

  List<Integer> way() {
    return tainted == 0 ? List.of() : flow.taint(taintedBy).way(tainted);
  }
}
