package dev.assay.internal.code.flow;

import dev.assay.internal.code.tree.Kind;
import dev.assay.internal.code.tree.Tree;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How variables are declared, as text without their values: {@code char *line}, {@code int a[8]}.
 */
final class Declarations {
  private static final int MAX_TEXT = 120;

  private record Key(int function, int word) {}

  private final Tree tree;
  private final Map<Key, String> declared = new HashMap<>();

  /** Where the names that declarations declare start. */
  private final Set<Integer> names = new HashSet<>();

  Declarations(Flow flow) {
    this.tree = flow.tree;
    for (int node = 1; node < tree.size(); node++) {
      byte kind = tree.kind(node);
      if (tree.parent(node) == 0) {
        continue;
      }
      if (kind == Kind.EXPRESSION || kind == Kind.ASSIGN && isStatement(node)) {
        statement(flow, node);
      } else if (kind == Kind.PARAMETER && tree.data(node) >= 0) {
        String text = text(before(tree.start(node)), tree.end(node));
        note(tree.parent(node), tree.data(node), "(" + text);
      }
    }
  }

  private boolean isStatement(int node) {
    byte around = tree.kind(tree.parent(node));
    return around == Kind.BLOCK || around == Kind.FOR;
  }

  private void statement(Flow flow, int node) {
    boolean assign = tree.kind(node) == Kind.ASSIGN;
    int first = assign ? node : tree.first(node);
    if (first == 0) {
      return;
    }
    int from = before(tree.start(first));
    int target = name(first);
    if (target == 0 || !declares(first, from, tree.start(target))) {
      return;
    }
    int function = flow.functionOf(node);
    String type = text(from, tree.start(target)).replace("*", "");
    note(function, tree.data(target), text(from, end(first)));
    names.add(tree.start(target));
    for (int other = assign ? 0 : tree.next(first); other != 0; other = tree.next(other)) {
      int name = name(other);
      if (name != 0) {
        names.add(tree.start(name));
        note(function, tree.data(name), type + text(tree.start(other), end(other)));
      }
    }
  }

  /** Whether the NAME stands in its declaration. */
  boolean declares(int name) {
    return names.contains(tree.start(name));
  }

  private void note(int function, int word, String text) {
    String known = declared.putIfAbsent(new Key(function, word), text);
    if (known != null && !known.equals(text)) {
      declared.put(new Key(function, word), ""); // two blocks, two variables: which one is unknown
    }
  }

  /** Whether words stand before the name: a type, and not a call, a return or an operator. */
  private boolean declares(int first, int from, int name) {
    byte kind = tree.kind(first);
    if (kind != Kind.TYPED
        && kind != Kind.BINARY
        && kind != Kind.ASSIGN
        && kind != Kind.NAME
        && kind != Kind.INDEX) {
      return false;
    }
    String before = text(from, name).strip();
    if (before.isEmpty() || before.equals("*") || before.equals("else")) {
      return false;
    }
    for (int i = 0; i < before.length(); i++) {
      char c = before.charAt(i);
      if (!Character.isLetterOrDigit(c) && "_*&:<>, \t\n\r[]".indexOf(c) < 0) {
        return false;
      }
    }
    return Character.isLetter(before.charAt(0)) || before.charAt(0) == '_';
  }

  /** The NAME that a declarator declares; 0 if none. */
  private int name(int declarator) {
    int at = declarator;
    for (int i = 0; i < 12 && at != 0; i++) {
      switch (tree.kind(at)) {
        case Kind.NAME -> {
          return at;
        }
        case Kind.INDEX, Kind.STAR, Kind.ASSIGN -> at = tree.first(at);
        case Kind.TYPED, Kind.BINARY -> at = tree.last(at);
        default -> {
          return 0;
        }
      }
    }
    return 0;
  }

  /** Where a declarator ends before its value: lengths in brackets may be no nodes. */
  private int end(int declarator) {
    int at = declarator;
    for (int i = 0; i < 12 && (tree.kind(at) == Kind.TYPED || tree.kind(at) == Kind.BINARY); i++) {
      at = tree.last(at);
    }
    if (tree.kind(at) != Kind.ASSIGN) {
      return tree.end(declarator);
    }
    int end = tree.end(tree.first(at));
    int value = tree.start(tree.last(at));
    while (end < value && tree.charAt(end) != '=') {
      end++;
    }
    return end < value ? end : tree.end(tree.first(at));
  }

  /** Where the statement or parameter really starts: words such as "unsigned" are no nodes. */
  private int before(int start) {
    int at = start;
    while (at > 0 && start - at < MAX_TEXT && ";{}(),\n:#".indexOf(tree.charAt(at - 1)) < 0) {
      at--;
    }
    return at;
  }

  private String text(int from, int to) {
    return tree.text(from, Math.min(Math.max(from, to), from + MAX_TEXT)).strip();
  }

  /**
   * How a NAME is declared: behind {@code (} for a parameter, behind {@code ::} where that is
   * outside its function; empty if it is not in sight.
   */
  String of(Flow flow, int name) {
    int function = flow.functionOf(name);
    String local = declared.get(new Key(function, tree.data(name)));
    if (local != null) {
      return local;
    }
    String outer = declared.get(new Key(0, tree.data(name)));
    return outer == null || outer.isEmpty() ? "" : "::" + outer;
  }
}
