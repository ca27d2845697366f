package dev.assay.internal.code;

import dev.assay.internal.code.flow.Flow;
import dev.assay.internal.code.pattern.NodeIndex;
import dev.assay.internal.code.tree.Tree;
import dev.assay.segment.Language;
import org.jspecify.annotations.Nullable;

/**
 * A code segment, analysed. Made once and shared by all rules; used by one thread at a time, since
 * it computes what it is asked for as far as it is asked.
 */
public final class CodeModel {
  private final Tree tree;
  private @Nullable Flow flow;
  private @Nullable NodeIndex index;

  CodeModel(Tree tree) {
    this.tree = tree;
  }

  /** The language whose tables were used. */
  public Language language() {
    return tree.language;
  }

  Tree tree() {
    return tree;
  }

  Flow flow() {
    Flow known = flow;
    if (known == null) {
      known = new Flow(tree);
      flow = known;
    }
    return known;
  }

  NodeIndex index() {
    NodeIndex known = index;
    if (known == null) {
      known = new NodeIndex(tree);
      index = known;
    }
    return known;
  }
}
