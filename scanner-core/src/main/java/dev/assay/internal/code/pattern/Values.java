package dev.assay.internal.code.pattern;

import com.google.re2j.PatternSyntaxException;
import dev.assay.internal.code.flow.Constants;
import dev.assay.internal.code.flow.PathSet;
import dev.assay.internal.code.flow.Sources;
import dev.assay.internal.code.tree.Kind;
import dev.assay.internal.code.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compiles what is written of a value. */
final class Values {
  static final Sources NOTHING =
      new Sources(
          "",
          PathSet.of(),
          false,
          false,
          false,
          PathSet.of(),
          false,
          false,
          false,
          PathSet.of(),
          null,
          false,
          true);
  private static final String[] KEYS = {
    "from",
    "unless",
    "checks",
    "allow-lists",
    "numbers",
    "text",
    "no-text",
    "built",
    "const",
    "bits",
    "min",
    "max",
    "call",
    "arg",
    "missing",
    "named",
    "not-named",
    "kind",
    "item",
    "first",
    "entry",
    "lacks-entry",
    "any",
    "all",
    "not",
    "receiver",
    "operand",
    "star",
    "value",
    "hole",
    "code",
    "no-code"
  };
  private static final String[] ALL_KEYS =
      Stream.of(KEYS, Surroundings.KEYS).flatMap(Stream::of).toArray(String[]::new);

  private Values() {}

  static ValuePattern compile(String where, @Nullable Object written) {
    if (written instanceof Map<?, ?> map) {
      return compile(new Spec(where, map, ALL_KEYS));
    }
    if (written instanceof Boolean flag) {
      String word = flag ? "true" : "false";
      return (match, node) -> literal(match, node).equals(word);
    }
    if (written instanceof Number number) {
      long wanted = number.longValue();
      return (match, node) -> {
        OptionalLong value = match.flow.constants().integer(node);
        return value.isPresent() && value.getAsLong() == wanted;
      };
    }
    if (written instanceof String text) {
      return (match, node) -> {
        int value = match.flow.constants().behind(node);
        return match.tree.kind(value) == Kind.STRING && match.tree.stringValue(value).equals(text);
      };
    }
    if (written == null) {
      return (match, node) -> literal(match, node).equals("null");
    }
    throw new IllegalArgumentException(where + ": must be a value or a map");
  }

  private static String literal(Match match, int node) {
    int value = match.flow.constants().behind(node);
    if (match.tree.kind(value) != Kind.LITERAL) {
      return "";
    }
    return switch (match.tree.word(match.tree.data(value))) {
      case "True", "true", "TRUE" -> "true";
      case "False", "false", "FALSE" -> "false";
      default -> "null";
    };
  }

  private static ValuePattern compile(Spec spec) {
    List<ValuePattern> all = new ArrayList<>();
    shape(spec, all);
    if (spec.has("call")) {
      all.add(call(spec));
    }
    if (spec.has("from")) {
      all.add(from(spec));
    }
    text(spec, all);
    combine(spec, all);
    Surroundings.compile(spec, all);
    ValuePattern[] patterns = all.toArray(new ValuePattern[0]);
    return (match, node) -> {
      for (ValuePattern pattern : patterns) {
        if (!pattern.test(match, node)) {
          return false;
        }
      }
      return true;
    };
  }

  private static void shape(Spec spec, List<ValuePattern> all) {
    if (spec.has("kind")) {
      List<Byte> kinds = kinds(spec);
      all.add(
          (match, node) -> kinds.contains(match.tree.kind(match.flow.constants().behind(node))));
    }
    if (spec.has("bits")) {
      long bits = number(spec, "bits");
      all.add(
          (match, node) -> {
            OptionalLong value = match.flow.constants().integer(node);
            return value.isPresent() && (value.getAsLong() & bits) != 0;
          });
    }
    if (spec.has("min") || spec.has("max")) {
      long min = spec.has("min") ? number(spec, "min") : Long.MIN_VALUE;
      long max = spec.has("max") ? number(spec, "max") : Long.MAX_VALUE;
      all.add(
          (match, node) -> {
            OptionalLong value = match.flow.constants().integer(node);
            return value.isPresent() && value.getAsLong() >= min && value.getAsLong() <= max;
          });
    }
    if (spec.has("named")) {
      Expression pattern = regex(spec, "named");
      all.add((match, node) -> pattern.find(Names.of(match, node)));
    }
    if (spec.has("not-named")) {
      Expression pattern = regex(spec, "not-named");
      all.add((match, node) -> !pattern.find(Names.of(match, node)));
    }
  }

  private static List<Byte> kinds(Spec spec) {
    List<Byte> kinds = new ArrayList<>();
    for (String name : spec.strings("kind")) {
      kinds.add(
          switch (name) {
            case "string" -> Kind.STRING;
            case "template" -> Kind.TEMPLATE;
            case "number" -> Kind.NUMBER;
            case "name" -> Kind.NAME;
            case "member" -> Kind.ATTRIBUTE;
            case "call" -> Kind.CALL;
            case "index" -> Kind.INDEX;
            case "list" -> Kind.LIST;
            case "tuple" -> Kind.TUPLE;
            case "dict" -> Kind.DICT;
            case "literal" -> Kind.LITERAL;
            case "binary" -> Kind.BINARY;
            case "comprehension" -> Kind.COMPREHENSION;
            default ->
                throw new IllegalArgumentException(
                    spec.where("kind") + ": unknown kind \"" + name + "\"");
          });
    }
    return kinds;
  }

  private static void text(Spec spec, List<ValuePattern> all) {
    if (spec.has("text")) {
      Expression pattern = regex(spec, "text");
      boolean needsHole = needsHole(pattern.regex());
      all.add(
          (match, node) -> {
            String text = match.flow.constants().text(node);
            return (!needsHole || text.indexOf(Constants.HOLE) >= 0) && pattern.find(text);
          });
    }
    if (spec.has("no-text")) {
      Expression pattern = regex(spec, "no-text");
      all.add((match, node) -> !pattern.find(match.flow.constants().text(node)));
    }
    if (spec.has("built")) {
      boolean wanted = spec.flag("built");
      all.add((match, node) -> built(match.flow.constants().text(node)) == wanted);
    }
    if (spec.has("const")) {
      boolean wanted = spec.flag("const");
      all.add((match, node) -> isConstant(match, node) == wanted);
    }
  }

  /**
   * Whether every alternative of the expression asks for a hole, so that texts without need no run.
   */
  private static boolean needsHole(String regex) {
    int depth = 0;
    boolean hole = false;
    for (int i = 0; i < regex.length(); i++) {
      char c = regex.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '(' || c == '[') {
        depth++;
      } else if (c == ')' || c == ']') {
        depth--;
      } else if (c == '|' && depth == 0) {
        if (!hole) {
          return false;
        }
        hole = false;
      } else if (c == Constants.HOLE && depth == 0) {
        boolean optional = i + 1 < regex.length() && "*?{".indexOf(regex.charAt(i + 1)) >= 0;
        hole |= !optional;
      }
    }
    return hole;
  }

  private static boolean isConstant(Match match, int node) {
    byte kind = match.tree.kind(match.flow.constants().behind(node));
    if (kind == Kind.LITERAL || kind == Kind.NUMBER) {
      return true;
    }
    return match.flow.constants().text(node).indexOf(Constants.HOLE) < 0;
  }

  private static boolean built(String text) {
    boolean hole = false;
    boolean constant = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      hole |= c == Constants.HOLE;
      constant |= c != Constants.HOLE && c > ' ';
    }
    return hole && constant;
  }

  private static ValuePattern call(Spec spec) {
    PathSet paths = NamedSets.paths(spec.where("call"), spec.strings("call"));
    Arguments arguments = Arguments.compile(spec);
    return (match, node) -> {
      Tree tree = match.tree;
      int value = match.flow.constants().behind(node);
      while (tree.kind(value) == Kind.AWAIT) {
        value = tree.first(value);
      }
      return tree.kind(value) == Kind.CALL
          && match.flow.is(tree.first(value), paths)
          && arguments.test(match, value);
    };
  }

  /** The question as written, so that rules which ask the same share the answers. */
  private static String key(Spec spec) {
    StringBuilder key = new StringBuilder();
    for (String part : new String[] {"from", "unless", "checks", "allow-lists", "numbers"}) {
      key.append(part).append(spec.has(part) ? String.valueOf(spec.get(part)) : "").append(';');
    }
    return key.toString();
  }

  private static ValuePattern from(Spec spec) {
    List<String> paths = new ArrayList<>();
    List<String> written = spec.strings("from");
    for (String item : written) {
      switch (item) {
        case "param", "handler-param", "typed-param", "unknown", "member", "exception" -> {}
        default -> paths.add(item);
      }
    }
    Sources sources =
        new Sources(
            key(spec),
            NamedSets.paths(spec.where("from"), paths),
            written.contains("param"),
            written.contains("handler-param") || written.contains("param"),
            written.contains("typed-param"),
            NamedSets.HANDLERS,
            written.contains("unknown"),
            written.contains("member"),
            written.contains("exception"),
            NamedSets.paths(spec.where("unless"), spec.strings("unless")),
            spec.has("checks")
                ? NamedSets.paths(spec.where("checks"), spec.strings("checks"))
                : null,
            !spec.has("allow-lists") || spec.flag("allow-lists"),
            !spec.has("numbers") || !spec.flag("numbers"));
    return (match, node) -> {
      if (match.flow.taint(sources).reaches(node)) {
        match.tainted = node;
        match.taintedBy = sources;
        return true;
      }
      return false;
    };
  }

  private static void combine(Spec spec, List<ValuePattern> all) {
    if (spec.has("item")) {
      ValuePattern item = compile(spec.where("item"), spec.get("item"));
      all.add((match, node) -> Names.anyItem(match, node, item));
    }
    if (spec.has("first")) {
      ValuePattern first = compile(spec.where("first"), spec.get("first"));
      all.add((match, node) -> Names.firstItem(match, node, first));
    }
    if (spec.has("entry")) {
      for (Map.Entry<?, ?> entry : spec.map("entry").entrySet()) {
        String key = String.valueOf(entry.getKey());
        ValuePattern value = compile(spec.where("entry." + key), entry.getValue());
        all.add(
            (match, node) -> {
              int found = Names.entry(match, node, key);
              return found != 0 && value.test(match, found);
            });
      }
    }
    for (String part : new String[] {"receiver", "operand", "star", "value", "hole"}) {
      if (spec.has(part)) {
        ValuePattern inner = compile(spec.where(part), spec.get(part));
        all.add((match, node) -> Names.anyPart(match, node, part, inner));
      }
    }
    if (spec.has("code")) {
      Expression pattern = regex(spec, "code");
      all.add((match, node) -> pattern.find(match.tree.text(node)));
    }
    if (spec.has("no-code")) {
      Expression pattern = regex(spec, "no-code");
      all.add((match, node) -> !pattern.find(match.tree.text(node)));
    }
    if (spec.has("lacks-entry")) {
      for (String key : spec.strings("lacks-entry")) {
        all.add((match, node) -> Names.lacksEntry(match, node, key));
      }
    }
    if (spec.has("any")) {
      all.add(any(compileAll(spec, "any")));
    }
    if (spec.has("all")) {
      all.addAll(compileAll(spec, "all"));
    }
    if (spec.has("not")) {
      ValuePattern not = compile(spec.where("not"), spec.get("not"));
      all.add((match, node) -> match.fails(not, node));
    }
  }

  private static List<ValuePattern> compileAll(Spec spec, String key) {
    List<ValuePattern> patterns = new ArrayList<>();
    for (Object item : spec.list(key)) {
      patterns.add(compile(spec.where(key), item));
    }
    return patterns;
  }

  private static ValuePattern any(List<ValuePattern> patterns) {
    return (match, node) -> {
      for (ValuePattern pattern : patterns) {
        if (pattern.test(match, node)) {
          return true;
        }
      }
      return false;
    };
  }

  static Expression regex(Spec spec, String key) {
    List<String> written = spec.strings(key);
    if (written.size() != 1) {
      throw new IllegalArgumentException(spec.where(key) + ": must be one regular expression");
    }
    try {
      return new Expression(written.get(0));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(spec.where(key) + ": " + e.getMessage(), e);
    }
  }

  private static long number(Spec spec, String key) {
    Object value = spec.get(key);
    if (value instanceof Number number) {
      return number.longValue();
    }
    String text = String.valueOf(value);
    try {
      return text.startsWith("0o") ? Long.parseLong(text.substring(2), 8) : Long.decode(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(spec.where(key) + ": must be a number, not " + text, e);
    }
  }
}
