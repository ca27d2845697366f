package dev.assay.internal.code.pattern;

import dev.assay.internal.code.flow.PathSet;
import dev.assay.internal.code.tree.Kind;
import dev.assay.internal.code.tree.Tree;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Compiles what is written of a value's place among statements: checked before, used behind. */
final class Surroundings {
  static final String[] KEYS = {
    "declared", "not-declared", "checked-before", "bounded-before", "checked-after", "used-after",
    "reached-after", "set-after", "used-next", "given-next", "given-before", "given-after"
  };

  private Surroundings() {}

  static void compile(Spec spec, List<ValuePattern> all) {
    declared(spec, "declared", true, all);
    declared(spec, "not-declared", false, all);
    flag(spec, "checked-before", all, (match, node) -> match.flow.bounds().checked(node, false));
    flag(spec, "bounded-before", all, (match, node) -> match.flow.bounds().checked(node, true));
    flag(spec, "checked-after", all, (match, node) -> match.flow.mentions().lookedAtAfter(node));
    flag(spec, "used-after", all, (match, node) -> match.flow.mentions().usedAfter(node));
    flag(
        spec,
        "reached-after",
        all,
        (match, node) -> match.flow.mentions().reachedThroughAfter(node));
    flag(spec, "set-after", all, (match, node) -> match.flow.mentions().setAfter(node));
    flag(spec, "used-next", all, (match, node) -> match.flow.mentions().usedNext(node, null));
    @Nullable PathSet next = paths(spec, "given-next");
    if (next != null) {
      all.add((match, node) -> match.flow.mentions().usedNext(node, next));
    }
    given(spec, "given-before", false, all);
    given(spec, "given-after", true, all);
  }

  private static void given(Spec spec, String key, boolean after, List<ValuePattern> all) {
    @Nullable PathSet calls = paths(spec, key);
    if (calls != null) {
      all.add((match, node) -> match.flow.mentions().given(node, calls, after));
    }
  }

  private static @Nullable PathSet paths(Spec spec, String key) {
    return spec.has(key) ? NamedSets.paths(spec.where(key), spec.strings(key)) : null;
  }

  private static void flag(Spec spec, String key, List<ValuePattern> all, ValuePattern test) {
    if (spec.has(key)) {
      boolean wanted = spec.flag(key);
      all.add((match, node) -> test.test(match, node) == wanted);
    }
  }

  private static void declared(Spec spec, String key, boolean wanted, List<ValuePattern> all) {
    if (spec.has(key)) {
      Expression pattern = Values.regex(spec, key);
      all.add((match, node) -> pattern.find(match.flow.declaration(node)) == wanted);
    }
  }

  /** The variable or member that a call's result is assigned to; 0 if it is not. */
  static int target(Tree tree, int call) {
    int parent = tree.parent(call);
    return tree.kind(parent) == Kind.ASSIGN && tree.last(parent) == call ? tree.first(parent) : 0;
  }

  /** Whether the INDEX lies behind the end of an array whose length stands in its declaration. */
  static boolean pastEnd(Match match, int index) {
    Tree tree = match.tree;
    String declaration = match.flow.declaration(tree.first(index));
    int open = declaration.indexOf('[');
    int close = declaration.indexOf(']', open + 1);
    int key = tree.last(index);
    boolean local = !declaration.startsWith("(") && !declaration.startsWith("::");
    int parent = tree.parent(index);
    if (!local
        || open < 0
        || close < 0
        || tree.kind(parent) == Kind.UNARY
        || match.flow.declares(tree.first(index))) {
      return false;
    }
    String length = declaration.substring(open + 1, close).strip();
    if (length.isEmpty()) {
      return false;
    }
    if (tree.text(key).equals(length)) {
      return true;
    }
    if (tree.kind(key) == Kind.NAME) {
      return loopsTo(tree, index, tree.data(key), length);
    }
    OptionalLong at = match.flow.constants().integer(key);
    return at.isPresent()
        && length.length() < 9
        && length.chars().allMatch(Character::isDigit)
        && at.getAsLong() >= Long.parseLong(length);
  }

  /** Whether a loop around runs the variable up to and including {@code length}. */
  private static boolean loopsTo(Tree tree, int node, int variable, String length) {
    for (int loop = tree.enclosing(node, Kind.FOR);
        loop != 0;
        loop = tree.enclosing(loop, Kind.FOR)) {
      for (int child = tree.first(loop); child != 0; child = tree.next(child)) {
        if (tree.kind(child) == Kind.COMPARE
            && tree.data(child) == ('<' | '=' << 8)
            && tree.kind(tree.first(child)) == Kind.NAME
            && tree.data(tree.first(child)) == variable) {
          return tree.text(tree.last(child)).equals(length);
        }
      }
    }
    return false;
  }
}
