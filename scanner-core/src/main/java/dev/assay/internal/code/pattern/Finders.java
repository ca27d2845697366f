package dev.assay.internal.code.pattern;

import dev.assay.internal.code.flow.PathSet;
import dev.assay.internal.code.tree.Kind;
import dev.assay.internal.code.tree.Operators;
import dev.assay.internal.code.tree.Tree;
import dev.assay.internal.text.CharFold;
import dev.assay.internal.text.Rarity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles patterns: a finder, and conditions on what it finds. */
final class Finders {
  private static final String[] FINDERS = {
    "call",
    "return",
    "assign",
    "import",
    "compare",
    "string",
    "keyword",
    "decorator",
    "assert",
    "entry",
    "index",
    "define",
    "any"
  };
  private static final String[] KEYS = {
    "call",
    "return",
    "assign",
    "import",
    "compare",
    "string",
    "keyword",
    "decorator",
    "assert",
    "entry",
    "index",
    "define",
    "any",
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
    "not",
    "result",
    "code",
    "no-code",
    "anchors"
  };

  /** A module's or object's name stands wherever any of its members is used. */
  private static final double SHARED_BY_MEMBERS = 3;

  private Finders() {}

  /** A kind of node, a cheap test on it, and the words that must stand in the code. */
  private record Finder(byte[] kinds, ValuePattern test, Set<String> anchors) {}

  static NodePattern compile(String where, Map<?, ?> written) {
    Spec spec = new Spec(where, written, KEYS);
    String kind = finderKey(spec, where);
    if (kind.equals("any")) {
      return any(spec);
    }
    Finder finder = finder(spec, kind);
    List<ValuePattern> conditions = Conditions.compile(spec);
    Set<String> anchors = new LinkedHashSet<>(finder.anchors);
    if (spec.has("anchors")) {
      anchors.clear();
      anchors.addAll(spec.strings("anchors"));
    }
    if (anchors.isEmpty()) {
      throw new IllegalArgumentException(
          where
              + ": name under \"anchors\" the words of which one stands in all code that matches");
    }
    return new Simple(finder, conditions.toArray(new ValuePattern[0]), Set.copyOf(anchors));
  }

  private static String finderKey(Spec spec, String where) {
    String found = null;
    for (String key : FINDERS) {
      if (spec.has(key)) {
        if (found != null) {
          throw new IllegalArgumentException(
              where
                  + ": both \""
                  + found
                  + "\" and \""
                  + key
                  + "\"; a pattern looks for one of them");
        }
        found = key;
      }
    }
    if (found == null) {
      throw new IllegalArgumentException(
          where + ": says not what to look for; give one of " + String.join(", ", FINDERS));
    }
    return found;
  }

  private static Finder finder(Spec spec, String kind) {
    List<String> words =
        kind.equals("return") || kind.equals("assert") || kind.equals("index")
            ? List.of()
            : spec.strings(kind);
    String at = spec.where(kind);
    return switch (kind) {
      case "call" -> {
        PathSet paths = NamedSets.paths(at, words);
        Arguments arguments = Arguments.compile(spec);
        boolean every = words.contains("*");
        yield new Finder(
            new byte[] {Kind.CALL},
            (match, node) ->
                (every || match.flow.is(match.tree.first(node), paths))
                    && arguments.test(match, node),
            anchors(paths));
      }
      case "import" -> {
        PathSet paths = NamedSets.paths(at, words);
        yield new Finder(
            new byte[] {Kind.IMPORTED},
            (match, node) -> imports(match, node, paths),
            anchors(paths));
      }
      case "decorator" -> {
        PathSet paths = NamedSets.paths(at, words);
        yield new Finder(
            new byte[] {Kind.DECORATOR},
            (match, node) -> match.flow.is(callee(match.tree, node), paths),
            anchors(paths));
      }
      case "return" ->
          new Finder(new byte[] {Kind.RETURN}, (match, node) -> true, Set.of("return"));
      case "assert" ->
          new Finder(new byte[] {Kind.ASSERT}, (match, node) -> true, Set.of("assert"));
      case "assign" -> {
        PathSet names = NamedSets.paths(at, words);
        yield new Finder(
            new byte[] {Kind.ASSIGN}, (match, node) -> assigns(match, node, names), anchors(names));
      }
      case "keyword" -> {
        Set<String> names = Set.copyOf(words);
        yield new Finder(
            new byte[] {Kind.KEYWORD},
            (match, node) -> names.contains(match.tree.word(match.tree.data(node))),
            names);
      }
      case "entry" -> {
        Set<String> names = Set.copyOf(words);
        yield new Finder(
            new byte[] {Kind.PAIR},
            (match, node) -> names.contains(Names.of(match, match.tree.first(node))),
            plainWords(words));
      }
      case "define" -> {
        PathSet names = NamedSets.paths(at, words);
        yield new Finder(
            new byte[] {Kind.FUNCTION},
            (match, node) ->
                match.tree.data(node) >= 0 && names.matches(match.tree.word(match.tree.data(node))),
            anchors(names));
      }
      case "compare" -> compare(words, at);
      case "string" -> string(spec);
      case "index" -> new Finder(new byte[] {Kind.INDEX}, index(spec.get("index"), at), Set.of());
      default -> throw new IllegalStateException(kind);
    };
  }

  private static ValuePattern index(@Nullable Object written, String at) {
    if (Boolean.TRUE.equals(written)) {
      return (match, node) -> !match.flow.declares(match.tree.first(node));
    }
    if ("past-end".equals(written)) {
      return Surroundings::pastEnd;
    }
    throw new IllegalArgumentException(at + ": must be true or past-end");
  }

  private static Finder string(Spec spec) {
    Expression pattern = Values.regex(spec, "string");
    return new Finder(
        new byte[] {Kind.STRING, Kind.TEMPLATE, Kind.BINARY},
        (match, node) ->
            topString(match.tree, node) && pattern.find(match.flow.constants().text(node)),
        Set.of());
  }

  /** Whether a string is not itself a piece of a longer one. */
  private static boolean topString(Tree tree, int node) {
    byte around = tree.kind(tree.parent(node));
    if (around == Kind.TEMPLATE || around == Kind.HOLE) {
      return false;
    }
    if (tree.kind(node) == Kind.BINARY) {
      byte first = tree.kind(tree.first(node));
      if (first != Kind.STRING && first != Kind.TEMPLATE && first != Kind.NAME) {
        return false;
      }
    }
    return around != Kind.BINARY;
  }

  private static Finder compare(List<String> operators, String at) {
    Set<Integer> wanted = new LinkedHashSet<>();
    for (String operator : operators) {
      switch (operator) {
        case "in" -> wanted.add(Operators.IN);
        case "not in" -> wanted.add(Operators.NOT_IN);
        case "==" -> {
          wanted.add(Operators.EQUAL);
          wanted.add(Operators.SAME);
        }
        case "!=" -> {
          wanted.add(Operators.NOT_EQUAL);
          wanted.add(Operators.NOT_SAME);
        }
        case "<" -> wanted.add((int) '<');
        case ">" -> wanted.add((int) '>');
        case "<=" -> wanted.add('<' | '=' << 8);
        case ">=" -> wanted.add('>' | '=' << 8);
        default ->
            throw new IllegalArgumentException(at + ": unknown comparison \"" + operator + "\"");
      }
    }
    return new Finder(
        new byte[] {Kind.COMPARE},
        (match, node) -> wanted.contains(match.tree.data(node)),
        Set.of());
  }

  private static int callee(Tree tree, int decorator) {
    int value = tree.first(decorator);
    return tree.kind(value) == Kind.CALL ? tree.first(value) : value;
  }

  private static boolean imports(Match match, int node, PathSet paths) {
    Tree tree = match.tree;
    for (int path = tree.first(node); path != 0; path = tree.next(path)) {
      String written =
          tree.kind(path) == Kind.STRING ? tree.stringValue(path) : match.flow.written(path);
      if (written != null && paths.matches(written)) {
        return true;
      }
    }
    return false;
  }

  private static boolean assigns(Match match, int node, PathSet names) {
    Tree tree = match.tree;
    int value = tree.last(node);
    for (int target = tree.first(node);
        target != value && target != 0;
        target = tree.next(target)) {
      if (targets(match, target, names)) {
        return true;
      }
    }
    return false;
  }

  private static boolean targets(Match match, int target, PathSet names) {
    Tree tree = match.tree;
    if (tree.kind(target) == Kind.TUPLE) {
      for (int child = tree.first(target); child != 0; child = tree.next(child)) {
        if (targets(match, child, names)) {
          return true;
        }
      }
      return false;
    }
    if (tree.kind(target) == Kind.INDEX) {
      return names.matches(Names.of(match, target));
    }
    String word = Names.of(match, target);
    String path = match.flow.written(target);
    return names.matches(word) || path != null && names.matches(path);
  }

  private static NodePattern any(Spec spec) {
    List<NodePattern> patterns = new ArrayList<>();
    Set<String> anchors = new LinkedHashSet<>();
    for (Object item : spec.list("any")) {
      NodePattern pattern = compile(spec.where("any"), Spec.map(spec.where("any"), item));
      patterns.add(pattern);
      anchors.addAll(pattern.anchors());
    }
    return new AnyOf(
        patterns, Conditions.compile(spec).toArray(new ValuePattern[0]), Set.copyOf(anchors));
  }

  private static Set<String> plainWords(List<String> words) {
    Set<String> plain = new LinkedHashSet<>();
    for (String word : words) {
      plain.add(longestWord(word));
    }
    return plain;
  }

  /** Of each path the rarest of its words: all of them stand where it is written or imported. */
  static Set<String> anchors(PathSet paths) {
    Set<String> anchors = new LinkedHashSet<>();
    for (String path : paths.patterns()) {
      String rarest = rarestWord(path);
      if (rarest.isEmpty()) {
        return Set.of();
      }
      anchors.add(rarest);
    }
    return anchors;
  }

  private static String rarestWord(String path) {
    String[] parts = path.split("\\.");
    String rarest = "";
    double least = Double.MAX_VALUE;
    for (int i = parts.length - 1; i >= 0; i--) {
      String word = parts[i].indexOf('*') < 0 ? longestWord(parts[i]) : "";
      double cost =
          Rarity.ofWord(CharFold.fold(word)) * (i == parts.length - 1 ? 1 : SHARED_BY_MEMBERS);
      if (!word.isEmpty() && cost < least) {
        rarest = word;
        least = cost;
      }
    }
    return rarest;
  }

  /** The longest run of letters, digits and underscores. */
  static String longestWord(String text) {
    String best = "";
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      boolean part =
          i < text.length() && (Character.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == '_');
      if (!part) {
        if (i - from > best.length()) {
          best = text.substring(from, i);
        }
        from = i + 1;
      }
    }
    return best;
  }

  private static boolean holds(ValuePattern[] conditions, Match match, int node) {
    for (ValuePattern condition : conditions) {
      if (!condition.test(match, node)) {
        return false;
      }
    }
    return true;
  }

  /** Patterns of which any finds, and conditions that hold for what all of them find. */
  private record AnyOf(List<NodePattern> patterns, ValuePattern[] conditions, Set<String> anchors)
      implements NodePattern {
    @Override
    public void find(Match match, Found found) {
      for (NodePattern pattern : patterns) {
        pattern.find(
            match,
            node -> {
              if (holds(conditions, match, node)) {
                found.accept(node);
              }
            });
      }
    }
  }

  private record Simple(Finder finder, ValuePattern[] conditions, Set<String> anchors)
      implements NodePattern {
    @Override
    public void find(Match match, Found found) {
      for (byte kind : finder.kinds) {
        for (int node : match.index.of(kind)) {
          match.tainted = 0;
          if (finder.test.test(match, node) && holds(conditions, match, node)) {
            found.accept(node);
          }
        }
      }
    }
  }
}
