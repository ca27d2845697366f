package dev.assay.internal.code.flow;

import dev.assay.internal.code.tree.Kind;
import dev.assay.internal.code.tree.Operators;
import dev.assay.internal.code.tree.Tree;
import java.util.Locale;

/** Conditions that make a value harmless: allow-lists and calls that check it. */
final class Guards {
  private static final int MAX_LINKS = 8;

  /**
   * Of a condition's text so many units are searched, so that a huge one is not read again and
   * again.
   */
  private static final int LONGEST = 1000;

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

  /**
   * Whether a condition before the NAME, or the member or entry that begins with one, checks it, so
   * that it is harmless there.
   */
  boolean guarded(int node) {
    int root = root(node);
    if (root == 0 || !sources.allowLists() && sources.guards() == null) {
      return false;
    }
    for (int guard : flow.definitions().guards.get(tree.data(root))) {
      if (tree.start(guard) < tree.start(node)
          && tree.end(guard) <= tree.start(node)
          && flow.functionOf(guard) == flow.functionOf(node)
          && checks(guard)
          && (root == node || holds(guard, tree.text(node)))) {
        return true;
      }
    }
    return hostGuarded(root, node);
  }

  /** Whether a condition before checks the host that was parsed out of the value. */
  private boolean hostGuarded(int root, int node) {
    for (int looked : flow.definitions().parsed.get(tree.data(root))) {
      int guard = condition(looked);
      if (guard != 0
          && tree.end(guard) <= tree.start(node)
          && flow.functionOf(guard) == flow.functionOf(node)
          && checks(guard)
          && (root == node || parsedFrom(looked, tree.text(node)))) {
        return true;
      }
    }
    return false;
  }

  /** The comparison, call or entry around a name in a condition. */
  private int condition(int looked) {
    int at = tree.parent(looked);
    for (int i = 0; i < MAX_LINKS && at != 0; i++) {
      byte kind = tree.kind(at);
      if (kind == Kind.COMPARE || kind == Kind.INDEX || kind == Kind.CALL && checks(at)) {
        return at;
      }
      at = tree.parent(at);
    }
    return 0;
  }

  private boolean parsedFrom(int looked, String member) {
    for (int definition : flow.definitions().of(looked)) {
      if (holds(flow.definitions().value[definition], member)) {
        return true;
      }
    }
    return false;
  }

  private int root(int node) {
    int at = node;
    for (int i = 0; i < MAX_LINKS && at != 0; i++) {
      byte kind = tree.kind(at);
      if (kind == Kind.NAME) {
        return at;
      }
      if (kind != Kind.ATTRIBUTE && kind != Kind.INDEX) {
        return 0;
      }
      at = tree.first(at);
    }
    return 0;
  }

  /** Whether the condition looks at that very member or entry. */
  private boolean holds(int guard, String member) {
    int from = tree.start(guard);
    String text = tree.text(from, Math.min(tree.end(guard), from + LONGEST));
    int at = text.indexOf(member);
    int after = at + member.length();
    if (at < 0 || after == text.length()) {
      return at >= 0;
    }
    char c = text.charAt(after);
    return !Character.isJavaIdentifierPart(c) && c != '.' && c != '[' && c != '?' && c != '-';
  }

  private boolean checks(int guard) {
    if (tree.kind(guard) == Kind.CALL) {
      return sources.guards() != null && flow.is(tree.first(guard), sources.guards())
          || sources.allowLists() && isMembership(guard);
    }
    if (!sources.allowLists()) {
      return false;
    }
    if (tree.kind(guard) == Kind.INDEX) {
      return isCollection(tree.first(guard));
    }
    int op = tree.data(guard);
    int left = tree.first(guard);
    if (tree.kind(left) == Kind.CALL && isMembership(left)) {
      return true;
    }
    int right = tree.last(guard);
    if (op == Operators.IN || op == Operators.NOT_IN) {
      return isCollection(right);
    }
    return false;
  }

  /** {@code ALLOWED.includes(x)}, {@code allowed.indexOf(x)}. */
  private boolean isMembership(int call) {
    int callee = tree.first(call);
    return tree.kind(callee) == Kind.ATTRIBUTE
        && vocabulary.membership().contains(tree.word(tree.data(callee)))
        && isCollection(tree.first(callee));
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
