package dev.assay.internal.code.pattern;

import dev.assay.internal.code.tree.Kind;
import dev.assay.internal.code.tree.Tree;
import java.util.Set;

/** Names of values, elements of collections. */
final class Names {
  private static final int MAX_LINKS = 24;

  /** Methods of Java that make a list of their arguments. */
  private static final Set<String> LISTS = Set.of("of", "asList");

  private Names() {}

  /**
   * What an expression is called: the last word of its path, the constant key it is taken from
   * ({@code form["password"]}, {@code form.get("password")}), or empty.
   */
  static String of(Match match, int node) {
    Tree tree = match.tree;
    return switch (tree.kind(node)) {
      case Kind.NAME, Kind.ATTRIBUTE, Kind.KEYWORD, Kind.PARAMETER -> tree.word(tree.data(node));
      case Kind.INDEX, Kind.CALL -> {
        int key = tree.next(tree.first(node));
        if (key != 0 && tree.kind(key) == Kind.STRING) {
          yield tree.stringValue(key);
        }
        int callee = tree.first(node);
        byte kind = tree.kind(callee);
        yield kind == Kind.NAME || kind == Kind.ATTRIBUTE ? tree.word(tree.data(callee)) : "";
      }
      case Kind.STRING -> tree.stringValue(node);
      default -> "";
    };
  }

  static boolean anyItem(Match match, int node, ValuePattern pattern) {
    Tree tree = match.tree;
    int list = match.flow.constants().behind(node);
    byte kind = tree.kind(list);
    boolean made = kind == Kind.CALL && LISTS.contains(calleeWord(tree, list));
    if (!made && kind != Kind.LIST && kind != Kind.TUPLE && kind != Kind.SET && kind != Kind.DICT) {
      return false;
    }
    int first = tree.first(list);
    for (int child = made ? tree.next(first) : first; child != 0; child = tree.next(child)) {
      if (pattern.test(match, child)) {
        return true;
      }
    }
    return false;
  }

  private static String calleeWord(Tree tree, int call) {
    int callee = tree.first(call);
    return tree.kind(callee) == Kind.ATTRIBUTE ? tree.word(tree.data(callee)) : "";
  }

  /** Whether the first element of a list or tuple matches. */
  static boolean firstItem(Match match, int node, ValuePattern pattern) {
    int list = match.flow.constants().behind(node);
    byte kind = match.tree.kind(list);
    int first = kind == Kind.LIST || kind == Kind.TUPLE ? match.tree.first(list) : 0;
    return first != 0 && pattern.test(match, first);
  }

  /** Whether a part of the expression, of the kind that a pattern names, matches. */
  static boolean anyPart(Match match, int node, String part, ValuePattern pattern) {
    return anyPart(match, node, part, pattern, 0);
  }

  /** A name may stand for a call on itself ({@code x = x.trim()}), so the way back is bounded. */
  private static boolean anyPart(
      Match match, int node, String part, ValuePattern pattern, int depth) {
    if (depth > MAX_LINKS) {
      return false;
    }
    Tree tree = match.tree;
    int value =
        part.equals("star") || part.equals("value") ? node : match.flow.constants().behind(node);
    byte kind = tree.kind(value);
    return switch (part) {
      case "receiver" ->
          kind == Kind.CALL
              && tree.kind(tree.first(value)) == Kind.ATTRIBUTE
              && pattern.test(match, tree.first(tree.first(value)));
      case "operand" ->
          (kind == Kind.BINARY || kind == Kind.LOGIC)
                  && anyChild(match, value, Kind.BINARY, pattern)
              || kind == Kind.CALL
                  && tree.kind(tree.first(value)) == Kind.ATTRIBUTE
                  && anyPart(match, tree.first(tree.first(value)), part, pattern, depth + 1);
      case "star" ->
          kind == Kind.STAR && tree.data(node) >= 2 && pattern.test(match, tree.first(value));
      case "value" ->
          (kind == Kind.PAIR || kind == Kind.KEYWORD) && pattern.test(match, tree.last(value));
      case "hole" -> kind == Kind.TEMPLATE && anyChild(match, value, Kind.HOLE, pattern);
      default -> throw new IllegalStateException(part);
    };
  }

  private static boolean anyChild(Match match, int node, byte kind, ValuePattern pattern) {
    Tree tree = match.tree;
    for (int child = tree.first(node); child != 0; child = tree.next(child)) {
      boolean hole = tree.kind(child) == Kind.HOLE;
      if (kind != Kind.HOLE && pattern.test(match, child)
          || hole && pattern.test(match, tree.first(child))) {
        return true;
      }
    }
    return false;
  }

  /** The value under a constant key of a dictionary, or 0. */
  static int entry(Match match, int node, String key) {
    Tree tree = match.tree;
    int dictionary = match.flow.constants().behind(node);
    if (tree.kind(dictionary) == Kind.DICT) {
      for (int child = tree.first(dictionary); child != 0; child = tree.next(child)) {
        int name = tree.first(child);
        if (tree.kind(child) == Kind.PAIR && key.equals(keyOf(tree, name))) {
          return tree.last(child);
        }
      }
    }
    return 0;
  }

  private static String keyOf(Tree tree, int name) {
    return switch (tree.kind(name)) {
      case Kind.STRING -> tree.stringValue(name);
      case Kind.NAME, Kind.ATTRIBUTE, Kind.LITERAL -> tree.word(tree.data(name));
      default -> "";
    };
  }

  /** Whether the value is a dictionary that is written out and does not have the key. */
  static boolean lacksEntry(Match match, int node, String key) {
    int dictionary = match.flow.constants().behind(node);
    return match.tree.kind(dictionary) == Kind.DICT && entry(match, node, key) == 0;
  }
}
