package dev.assay.internal.code.flow;

import dev.assay.internal.code.tree.Kind;
import dev.assay.internal.code.tree.Operators;
import dev.assay.internal.code.tree.Tree;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which mentions of a value are looks at it by a condition, and which statements leave. */
final class Looks {
  /** Parts of names of calls that look at what they are given. */
  private static final List<String> CHECKERS =
      List.of(
          "check", "valid", "verify", "assert", "ensure", "require", "expect", "sanit", "bound");

  private static final Set<String> LEAVING =
      Set.of("goto", "break", "continue", "exit", "_exit", "abort", "die", "err", "errx", "panic");

  private final Tree tree;

  Looks(Tree tree) {
    this.tree = tree;
  }

  /** Whether a condition looks at the mention; with {@code bound}, whether it is measured there. */
  boolean at(int mention, boolean bound) {
    int child = mention;
    for (int at = tree.parent(mention); at != 0; child = at, at = tree.parent(at)) {
      switch (tree.kind(at)) {
        case Kind.COMPARE -> {
          if (!bound || measures(tree.data(at)) && !besideNothing(at, child)) {
            return true;
          }
        }
        case Kind.NOT, Kind.LOGIC -> {
          if (!bound) {
            return true;
          }
        }
        case Kind.IF, Kind.WHILE, Kind.FOR, Kind.OTHER, Kind.ASSERT -> {
          return !bound && tree.kind(child) != Kind.BLOCK && tree.kind(child) != Kind.ASSIGN;
        }
        case Kind.TERNARY -> {
          if (tree.first(at) == child && !bound) {
            return true;
          }
        }
        case Kind.CALL -> {
          if (tree.first(at) != child && looksAtArguments(at)) {
            return true;
          }
        }
        case Kind.ATTRIBUTE -> {
          if (!isCallee(at)) {
            return false;
          }
        }
        case Kind.ASSIGN -> {
          if (tree.last(at) == child) {
            return false;
          }
        }
        case Kind.INDEX, Kind.BLOCK, Kind.EXPRESSION, Kind.RETURN, Kind.FUNCTION -> {
          return false;
        }
        default -> {}
      }
    }
    return false;
  }

  private boolean isCallee(int attribute) {
    int parent = tree.parent(attribute);
    return tree.kind(parent) == Kind.CALL && tree.first(parent) == attribute;
  }

  private static boolean measures(int operator) {
    return operator != Operators.EQUAL
        && operator != Operators.NOT_EQUAL
        && operator != Operators.IS
        && operator != Operators.IS_NOT;
  }

  /** Whether the value is compared with 0 or 1: that says that it is there, not how great it is. */
  private boolean besideNothing(int compare, int value) {
    for (int child = tree.first(compare); child != 0; child = tree.next(child)) {
      int at = tree.kind(child) == Kind.UNARY ? tree.first(child) : child;
      if (child != value && tree.kind(at) == Kind.NUMBER && tree.end(at) - tree.start(at) == 1) {
        char digit = tree.charAt(tree.start(at));
        return digit == '0' || digit == '1';
      }
    }
    return false;
  }

  private boolean looksAtArguments(int call) {
    String word = word(tree.first(call)).toLowerCase(Locale.ROOT);
    for (String part : CHECKERS) {
      if (word.contains(part)) {
        return true;
      }
    }
    return false;
  }

  private String word(int node) {
    byte kind = tree.kind(node);
    return kind == Kind.NAME || kind == Kind.ATTRIBUTE ? tree.word(tree.data(node)) : "";
  }

  /** Whether what stands behind the statement is not reached from it. */
  boolean leaves(int statement) {
    byte kind = tree.kind(statement);
    if (kind == Kind.RETURN || kind == Kind.RAISE) {
      return true;
    }
    if (kind == Kind.OTHER) {
      return LEAVING.contains(tree.word(tree.data(statement)));
    }
    int first = kind == Kind.EXPRESSION ? tree.first(statement) : 0;
    if (first != 0 && (tree.kind(first) == Kind.TYPED || tree.kind(first) == Kind.CALL)) {
      first = tree.first(first);
    }
    return first != 0 && LEAVING.contains(word(first));
  }
}
