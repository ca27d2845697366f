package dev.assay.internal.code.pattern;

import java.util.Set;

/** A node that a pattern looks for: how to find candidates and what must hold of them. */
interface NodePattern {
  /** Words of which one stands in every code that can match. */
  Set<String> anchors();

  /** Hands every node that matches to {@code found}, in the order of the text. */
  void find(Match match, Found found);

  /** Takes a node that matches. */
  interface Found {
    /** Takes the node; what the match knows of its flow is valid during the call. */
    void accept(int node);
  }
}
