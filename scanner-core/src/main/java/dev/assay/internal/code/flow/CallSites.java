package dev.assay.internal.code.flow;

import dev.assay.internal.code.tree.Kind;
import dev.assay.internal.code.tree.Tree;

/** What the calls in a file pass for a function's parameters. */
final class CallSites {
  private static final int[] NONE = {};
  private final Flow flow;
  private final Tree tree;

  CallSites(Flow flow) {
    this.flow = flow;
    this.tree = flow.tree;
  }

  /**
   * Calls of a FUNCTION by its name, but for those inside it: {@code in.read(x)} in a method {@code
   * read} is another's, and a call of itself passes nothing new.
   */
  int[] of(int function) {
    int word = flow.definitions().nameOf(function);
    int[] all = word < 0 ? NONE : flow.definitions().calls.get(word);
    int kept = 0;
    for (int call : all) {
      kept += flow.functionOf(call) == function ? 0 : 1;
    }
    if (kept == all.length) {
      return all;
    }
    int[] others = new int[kept];
    int at = 0;
    for (int call : all) {
      if (flow.functionOf(call) != function) {
        others[at++] = call;
      }
    }
    return others;
  }

  /**
   * The one value that a PARAMETER has: what its only call passes or leaves to the default; 0 if
   * unknown.
   */
  int only(int parameter) {
    int function = tree.parent(parameter);
    int[] calls = of(function);
    if (calls.length == 1) {
      int passed = passed(calls[0], parameter);
      return passed == 0 ? fallback(parameter) : passed;
    }
    return 0;
  }

  private int fallback(int parameter) {
    int last = tree.last(parameter);
    boolean described =
        last != 0 && (tree.kind(last) == Kind.ANNOTATION || tree.kind(last) == Kind.DECORATOR);
    return described ? 0 : last;
  }

  /** What a call passes for a PARAMETER; 0 if nothing. */
  int passed(int call, int parameter) {
    int position = position(parameter);
    int index = 0;
    for (int child = tree.next(tree.first(call)); child != 0; child = tree.next(child)) {
      if (tree.kind(child) == Kind.KEYWORD) {
        if (tree.data(child) == tree.data(parameter)) {
          return tree.first(child);
        }
      } else if (index++ == position) {
        return child;
      }
    }
    return 0;
  }

  private int position(int parameter) {
    int position = 0;
    int function = tree.parent(parameter);
    for (int child = tree.first(function);
        child != parameter && child != 0;
        child = tree.next(child)) {
      if (tree.kind(child) == Kind.PARAMETER && !isReceiver(child)) {
        position++;
      }
    }
    return position;
  }

  /** Whether the PARAMETER is the object that a method is called on. */
  boolean isReceiver(int parameter) {
    String word = tree.word(tree.data(parameter));
    return word.equals("self") || word.equals("cls") || word.equals("this");
  }
}
