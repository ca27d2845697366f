package dev.assay.internal.code.pattern;

import dev.assay.internal.code.flow.PathSet;
import dev.assay.internal.code.tree.Kind;
import dev.assay.internal.code.tree.Tree;
import java.util.ArrayList;
import java.util.List;

/** Compiles what must hold of a node that a finder found. */
final class Conditions {
  private static final String[] NOT_KEYS = {
    "call",
    "arg",
    "missing",
    "value",
    "key",
    "on",
    "left",
    "right",
    "either",
    "in",
    "file",
    "function",
    "result",
    "code",
    "no-code"
  };

  private Conditions() {}

  static List<ValuePattern> compile(Spec spec) {
    List<ValuePattern> all = new ArrayList<>();
    value(spec, all);
    sides(spec, all);
    if (spec.has("in")) {
      all.add(in(spec));
    }
    if (spec.has("file")) {
      scope(
          new Spec(
              spec.where("file"),
              spec.map("file"),
              "has",
              "lacks",
              "imports",
              "no-imports",
              "text",
              "no-text"),
          false,
          all);
    }
    if (spec.has("function")) {
      scope(
          new Spec(
              spec.where("function"),
              spec.map("function"),
              "has",
              "lacks",
              "named",
              "not-named",
              "text",
              "no-text"),
          true,
          all);
    }
    if (spec.has("not")) {
      Spec not = new Spec(spec.where("not"), spec.map("not"), NOT_KEYS);
      List<ValuePattern> none = compile(not);
      if (not.has("call")) {
        PathSet paths = NamedSets.paths(not.where("call"), not.strings("call"));
        none.add((match, node) -> match.flow.is(match.tree.first(node), paths));
      }
      Arguments arguments = Arguments.compile(not);
      boolean calls = not.has("arg") || not.has("missing");
      ValuePattern together =
          (match, node) -> (!calls || arguments.test(match, node)) && holds(none, match, node);
      all.add((match, node) -> match.fails(together, node));
    }
    return all;
  }

  private static boolean holds(List<ValuePattern> patterns, Match match, int node) {
    for (ValuePattern pattern : patterns) {
      if (!pattern.test(match, node)) {
        return false;
      }
    }
    return true;
  }

  private static void value(Spec spec, List<ValuePattern> all) {
    if (spec.has("value")) {
      ValuePattern value = Values.compile(spec.where("value"), spec.get("value"));
      all.add(
          (match, node) -> {
            int last = match.tree.last(node);
            return last != 0 && value.test(match, last);
          });
    }
    if (spec.has("key")) {
      ValuePattern key = Values.compile(spec.where("key"), spec.get("key"));
      all.add(
          (match, node) -> {
            int target = match.tree.first(node);
            int index = match.tree.kind(target) == Kind.INDEX ? match.tree.last(target) : 0;
            return index != 0 && key.test(match, index);
          });
    }
    for (String finder : new String[] {"return", "assert"}) {
      if (spec.has(finder) && !Boolean.TRUE.equals(spec.get(finder))) {
        ValuePattern value = Values.compile(spec.where(finder), spec.get(finder));
        all.add(
            (match, node) -> {
              int first = match.tree.first(node);
              return first != 0 && value.test(match, first);
            });
      }
    }
    if (spec.has("result")) {
      ValuePattern result = Values.compile(spec.where("result"), spec.get("result"));
      all.add(
          (match, node) -> {
            int target = Surroundings.target(match.tree, node);
            return target != 0 && result.test(match, target);
          });
    }
    for (String key : new String[] {"code", "no-code"}) {
      if (spec.has(key)) {
        Expression pattern = Values.regex(spec, key);
        boolean wanted = key.equals("code");
        all.add((match, node) -> pattern.find(match.tree.text(node)) == wanted);
      }
    }
    if (spec.has("on")) {
      ValuePattern object = Values.compile(spec.where("on"), spec.get("on"));
      all.add(
          (match, node) -> {
            int callee = match.tree.first(node);
            if (match.tree.kind(node) == Kind.INDEX) {
              return object.test(match, callee);
            }
            return match.tree.kind(callee) == Kind.ATTRIBUTE
                && object.test(match, match.tree.first(callee));
          });
    }
  }

  private static void sides(Spec spec, List<ValuePattern> all) {
    ValuePattern left =
        spec.has("left") ? Values.compile(spec.where("left"), spec.get("left")) : null;
    ValuePattern right =
        spec.has("right") ? Values.compile(spec.where("right"), spec.get("right")) : null;
    boolean either = spec.has("either") && spec.flag("either");
    if (left == null && right == null) {
      return;
    }
    ValuePattern first = left == null ? (match, node) -> true : left;
    ValuePattern second = right == null ? (match, node) -> true : right;
    all.add(
        (match, node) -> {
          int a = match.tree.first(node);
          int b = match.tree.last(node);
          return first.test(match, a) && second.test(match, b)
              || either && first.test(match, b) && second.test(match, a);
        });
  }

  private static ValuePattern in(Spec spec) {
    if ("handler".equals(spec.get("in"))) {
      return (match, node) -> {
        int function = match.flow.functionOf(node);
        return function != 0 && match.flow.handlers(NamedSets.HANDLERS).isHandler(function);
      };
    }
    if ("loop".equals(spec.get("in"))) {
      return (match, node) ->
          match.tree.enclosing(node, Kind.FOR) != 0 || match.tree.enclosing(node, Kind.WHILE) != 0;
    }
    if ("loop-header".equals(spec.get("in"))) {
      return (match, node) -> {
        byte around = match.tree.kind(match.tree.parent(node));
        return around == Kind.FOR || around == Kind.WHILE;
      };
    }
    if ("statement".equals(spec.get("in"))) {
      return (match, node) -> match.tree.kind(match.tree.parent(node)) == Kind.EXPRESSION;
    }
    throw new IllegalArgumentException(
        spec.where("in") + ": known are handler, loop, loop-header, statement");
  }

  private static void scope(Spec spec, boolean function, List<ValuePattern> all) {
    for (String key : new String[] {"has", "lacks"}) {
      if (spec.has(key)) {
        PathSet paths = NamedSets.paths(spec.where(key), spec.strings(key));
        boolean wanted = key.equals("has");
        all.add(scoped(function, paths, (match, at) -> calls(match, at, paths) == wanted));
      }
    }
    for (String key : new String[] {"imports", "no-imports"}) {
      if (spec.has(key)) {
        PathSet paths = NamedSets.paths(spec.where(key), spec.strings(key));
        boolean wanted = key.equals("imports");
        all.add(scoped(function, paths, (match, at) -> imports(match, paths) == wanted));
      }
    }
    for (String key : new String[] {"text", "no-text"}) {
      if (spec.has(key)) {
        Expression pattern = Values.regex(spec, key);
        boolean wanted = key.equals("text");
        all.add(
            scoped(
                function,
                pattern,
                (match, at) ->
                    pattern.find(match.tree.text(at == 0 ? match.tree.root() : at)) == wanted));
      }
    }
    for (String key : new String[] {"named", "not-named"}) {
      if (spec.has(key)) {
        Expression pattern = Values.regex(spec, key);
        boolean wanted = key.equals("named");
        all.add(
            (match, node) -> {
              int at = match.flow.functionOf(node);
              String name = at == 0 ? "" : match.flow.nameOf(at);
              return pattern.find(name) == wanted;
            });
      }
    }
  }

  /** A test of the function around a node (or of the file), made once for each. */
  private static ValuePattern scoped(boolean function, Object test, ValuePattern scope) {
    return (match, node) -> {
      int at = function ? match.flow.functionOf(node) : 0;
      return match.once(test, at, () -> scope.test(match, at));
    };
  }

  private static boolean calls(Match match, int function, PathSet paths) {
    Tree tree = match.tree;
    for (int call : match.index.of(Kind.CALL)) {
      if ((function == 0
              || tree.start(call) >= tree.start(function) && tree.end(call) <= tree.end(function))
          && match.flow.is(tree.first(call), paths)) {
        return true;
      }
    }
    return false;
  }

  private static boolean imports(Match match, PathSet paths) {
    for (int imported : match.index.of(Kind.IMPORTED)) {
      for (int path = match.tree.first(imported); path != 0; path = match.tree.next(path)) {
        String written =
            match.tree.kind(path) == Kind.STRING
                ? match.tree.stringValue(path)
                : match.flow.written(path);
        if (written != null && (paths.matches(written) || paths.matches(root(written)))) {
          return true;
        }
      }
    }
    return false;
  }

  private static String root(String path) {
    int dot = path.indexOf('.');
    return dot < 0 ? path : path.substring(0, dot);
  }
}
