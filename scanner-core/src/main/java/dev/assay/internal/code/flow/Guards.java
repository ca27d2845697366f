package dev.assay.internal.code.flow;

import dev.assay.internal.code.tree.Kind;
import dev.assay.internal.code.tree.Operators;
import dev.assay.internal.code.tree.Tree;
import java.util.Locale;

/** Conditions that make a value harmless: allow-lists and calls that check it. */
final class Guards {
  private final Flow flow;
  private final Tree tree;
  private final Sources sources;
  private final Vocabulary vocabulary;

  Guards(Flow flow, Sources sources) {
    this.flow = flow;
    this.tree = flow.tree;
    this.sources = sources;
    this.vocabulary = Vocabulary.of(tree.language);
  }

  /** Whether a condition before the NAME checks it, so that it is harmless there. */
  boolean guarded(int node) {
    if (!sources.allowLists() && sources.guards() == null) {
      return false;
    }
    for (int guard : flow.definitions().guards.get(tree.data(node))) {
      if (tree.start(guard) < tree.start(node)
          && tree.end(guard) <= tree.start(node)
          && flow.functionOf(guard) == flow.functionOf(node)
          && checks(guard)) {
        return true;
      }
    }
    return false;
  }

  private boolean checks(int guard) {
    if (tree.kind(guard) == Kind.CALL) {
      return sources.guards() != null && flow.is(tree.first(guard), sources.guards());
    }
    int op = tree.data(guard);
    if (!sources.allowLists()) {
      return false;
    }
    int right = tree.last(guard);
    if (op == Operators.IN || op == Operators.NOT_IN) {
      return isCollection(right);
    }
    return false;
  }

  /** Whether a name stands for a list of what is allowed, not for a text that is searched. */
  private boolean isCollection(int node) {
    int value = flow.constants().behind(node);
    return switch (tree.kind(value)) {
      case Kind.LIST, Kind.TUPLE, Kind.SET, Kind.DICT -> true;
      case Kind.CALL -> vocabulary.collections().contains(lastWord(tree.first(value)));
      case Kind.NAME, Kind.ATTRIBUTE, Kind.INDEX -> {
        String word = lastWord(tree.kind(value) == Kind.INDEX ? tree.first(value) : value);
        yield constantLike(word) || listWord(word);
      }
      default -> false;
    };
  }

  private String lastWord(int node) {
    byte kind = tree.kind(node);
    return kind == Kind.NAME || kind == Kind.ATTRIBUTE ? tree.word(tree.data(node)) : "";
  }

  private boolean listWord(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    for (String part : vocabulary.allowListParts()) {
      if (lower.contains(part)) {
        return true;
      }
    }
    return false;
  }

  static boolean constantLike(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (Character.isLowerCase(word.charAt(i))) {
        return false;
      }
    }
    return word.length() > 1;
  }
}
