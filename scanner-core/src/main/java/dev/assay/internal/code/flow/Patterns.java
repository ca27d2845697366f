package dev.assay.internal.code.flow;

import dev.assay.internal.code.tree.Kind;
import dev.assay.internal.code.tree.Tree;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Patterns that take objects apart: {@code const { query: { id } } = req}. */
final class Patterns {
  private static final int MAX_NESTING = 8;
  private static final Set<String> RESPONSES =
      Set.of("res", "response", "reply", "_res", "resp", "h", "_");

  private final Tree tree;

  Patterns(Tree tree) {
    this.tree = tree;
  }

  /**
   * The keys that lead to a NAME in a pattern, as {@code .query.id}; empty where there are none.
   */
  String keys(int name) {
    StringBuilder keys = new StringBuilder();
    int at = name;
    for (int i = 0; i < MAX_NESTING && at != 0; i++) {
      int around = tree.parent(at);
      while (around != 0 && tree.kind(around) == Kind.ASSIGN && isMember(around)) {
        at = around;
        around = tree.parent(at);
      }
      if (around == 0) {
        break;
      }
      if (tree.kind(around) == Kind.PAIR) {
        keys.insert(0, "." + key(tree.first(around)));
        at = tree.parent(around);
      } else if (tree.kind(around) == Kind.DICT) {
        keys.insert(0, "." + tree.word(tree.data(name)));
        at = around;
      } else {
        break;
      }
    }
    return keys.toString();
  }

  private boolean isMember(int assign) {
    byte around = tree.kind(tree.parent(assign));
    return around == Kind.DICT || around == Kind.PAIR;
  }

  private String key(int node) {
    return tree.kind(node) == Kind.STRING ? tree.stringValue(node) : tree.word(tree.data(node));
  }

  /**
   * What a PARAMETER that is taken apart stands for: {@code req} where a response follows it, else
   * {@code {}}; null if the node is no parameter.
   */
  @Nullable String object(int value) {
    if (tree.kind(value) != Kind.PARAMETER) {
      return null;
    }
    int second = tree.next(value);
    boolean answers =
        second != 0
            && tree.kind(second) == Kind.PARAMETER
            && RESPONSES.contains(tree.word(tree.data(second)));
    return answers ? "req" : "{}";
  }
}
