package dev.assay.internal.code.flow;

import dev.assay.internal.code.tree.Kind;
import dev.assay.internal.code.tree.Tree;
import java.util.Locale;

/** Whether every part of a value was looked at by a condition, or is bounded by itself. */
public final class Bounds {
  private static final int MAX_DEPTH = 8;

  private final Flow flow;
  private final Tree tree;

  Bounds(Flow flow) {
    this.flow = flow;
    this.tree = flow.tree;
  }

  /**
   * Whether conditions before the node look at all that its value is made of; constants, sizes and
   * what is cut to a range need none.
   *
   * @param bound only comparisons of size count, not tests for zero or equality
   */
  public boolean checked(int node, boolean bound) {
    return checked(node, bound, 0);
  }

  private boolean checked(int node, boolean bound, int depth) {
    if (node == 0 || depth > MAX_DEPTH) {
      return true;
    }
    return switch (tree.kind(node)) {
      case Kind.NAME -> name(node, bound, depth);
      case Kind.ATTRIBUTE, Kind.INDEX ->
          Guards.constantLike(word(node)) || flow.mentions().lookedAtBefore(node, bound);
      case Kind.CALL -> call(node, bound, depth);
      case Kind.BINARY -> binary(node, bound, depth);
      case Kind.TERNARY -> all(tree.next(tree.first(node)), bound, depth);
      case Kind.UNARY, Kind.STAR, Kind.AWAIT, Kind.HOLE ->
          checked(tree.first(node), bound, depth + 1);
      case Kind.ASSIGN -> checked(tree.last(node), bound, depth + 1);
      default -> true;
    };
  }

  private boolean all(int first, boolean bound, int depth) {
    for (int child = first; child != 0; child = tree.next(child)) {
      if (!checked(child, bound, depth + 1)) {
        return false;
      }
    }
    return true;
  }

  private String word(int node) {
    byte kind = tree.kind(node);
    return kind == Kind.NAME || kind == Kind.ATTRIBUTE ? tree.word(tree.data(node)) : "";
  }

  private boolean name(int node, boolean bound, int depth) {
    if (Guards.constantLike(word(node)) || flow.mentions().lookedAtBefore(node, bound)) {
      return true;
    }
    Definitions definitions = flow.definitions();
    int[] reaching = definitions.of(node);
    for (int definition : reaching) {
      byte kind = definitions.kind[definition];
      int value = definitions.value[definition];
      if (kind == Definitions.PARAMETER
          || kind == Definitions.EXCEPTION
          || kind != Definitions.PART && (value == node || !checked(value, bound, depth + 1))) {
        return false;
      }
    }
    return reaching.length > 0;
  }

  private boolean call(int node, boolean bound, int depth) {
    String word = word(tree.first(node)).toLowerCase(Locale.ROOT);
    if (word.startsWith("sizeof")
        || word.contains("size_of")
        || word.contains("array_size")
        || word.contains("count_of")
        || word.contains("clamp")
        || word.equals("min")
        || word.startsWith("min_")
        || word.endsWith("min")
        || word.endsWith("_min_t")) {
      return true;
    }
    int first = tree.next(tree.first(node));
    return !constants(first) && all(first, bound, depth);
  }

  /** What a call makes of constants alone, such as {@code getenv("HOME")}, is unknown. */
  private boolean constants(int first) {
    for (int child = first; child != 0; child = tree.next(child)) {
      byte kind = tree.kind(child);
      if (kind != Kind.STRING && kind != Kind.NUMBER && kind != Kind.LITERAL) {
        return false;
      }
    }
    return true;
  }

  /** A remainder and a mask with a constant are bounded; of a quotient the dividend counts. */
  private boolean binary(int node, boolean bound, int depth) {
    int op = tree.data(node);
    if (op == '%') {
      return true;
    }
    if (op == '&') {
      for (int child = tree.first(node); child != 0; child = tree.next(child)) {
        if (tree.kind(child) == Kind.NUMBER || Guards.constantLike(word(child))) {
          return true;
        }
      }
    }
    if (op == '/' || op == ('>' | '>' << 8)) {
      return checked(tree.first(node), bound, depth + 1);
    }
    return all(tree.first(node), bound, depth);
  }
}
