package dev.assay.internal.code.tree;

import dev.assay.segment.Language;
import java.util.Map;
import java.util.StringJoiner;

/** Prints trees as nested words, so that tests can say what they expect in a line. */
final class Sketch {
  private static final Map<Byte, String> NAMES =
      Map.ofEntries(
          Map.entry(Kind.ERROR, "?"),
          Map.entry(Kind.TEMPLATE, "template"),
          Map.entry(Kind.HOLE, "hole"),
          Map.entry(Kind.CALL, "call"),
          Map.entry(Kind.STAR, "star"),
          Map.entry(Kind.INDEX, "index"),
          Map.entry(Kind.BINARY, "binary"),
          Map.entry(Kind.UNARY, "unary"),
          Map.entry(Kind.COMPARE, "compare"),
          Map.entry(Kind.LOGIC, "logic"),
          Map.entry(Kind.NOT, "not"),
          Map.entry(Kind.TERNARY, "either"),
          Map.entry(Kind.LIST, "list"),
          Map.entry(Kind.TUPLE, "tuple"),
          Map.entry(Kind.SET, "set"),
          Map.entry(Kind.DICT, "dict"),
          Map.entry(Kind.PAIR, "pair"),
          Map.entry(Kind.COMPREHENSION, "each"),
          Map.entry(Kind.CLAUSE, "for"),
          Map.entry(Kind.AWAIT, "await"),
          Map.entry(Kind.TYPED, "typed"),
          Map.entry(Kind.BLOCK, "block"),
          Map.entry(Kind.EXPRESSION, "do"),
          Map.entry(Kind.ASSIGN, "assign"),
          Map.entry(Kind.RETURN, "return"),
          Map.entry(Kind.IF, "if"),
          Map.entry(Kind.WHILE, "while"),
          Map.entry(Kind.FOR, "loop"),
          Map.entry(Kind.WITH, "with"),
          Map.entry(Kind.WITH_ITEM, "as"),
          Map.entry(Kind.TRY, "try"),
          Map.entry(Kind.EXCEPT, "except"),
          Map.entry(Kind.CLASS, "class"),
          Map.entry(Kind.ANNOTATION, "is"),
          Map.entry(Kind.DECORATOR, "decorated"),
          Map.entry(Kind.IMPORT, "import"),
          Map.entry(Kind.RAISE, "raise"),
          Map.entry(Kind.ASSERT, "assert"),
          Map.entry(Kind.DELETE, "delete"),
          Map.entry(Kind.OTHER, "other"));

  private Sketch() {}

  static String of(Language language, String code) {
    Tree tree = CodeParser.parse(code, 0, code.length(), language);
    StringJoiner lines = new StringJoiner("\n");
    for (int child = tree.first(tree.root()); child != 0; child = tree.next(child)) {
      lines.add(of(tree, child));
    }
    return lines.toString();
  }

  private static String of(Tree tree, int node) {
    return switch (tree.kind(node)) {
      case Kind.NAME, Kind.LITERAL -> tree.word(tree.data(node));
      case Kind.NUMBER -> tree.text(node);
      case Kind.STRING -> "'" + tree.stringValue(node) + "'";
      case Kind.ATTRIBUTE -> of(tree, tree.first(node)) + "." + tree.word(tree.data(node));
      case Kind.KEYWORD -> tree.word(tree.data(node)) + "=" + of(tree, tree.first(node));
      case Kind.PARAMETER -> wrap(tree, node, ":" + tree.word(tree.data(node)));
      case Kind.FUNCTION -> wrap(tree, node, "def " + tree.word(tree.data(node)));
      case Kind.IMPORTED -> tree.word(tree.data(node)) + "<-" + of(tree, tree.first(node));
      default -> wrap(tree, node, NAMES.get(tree.kind(node)));
    };
  }

  private static String wrap(Tree tree, int node, String name) {
    StringJoiner parts = new StringJoiner(" ", name + "(", ")");
    for (int child = tree.first(node); child != 0; child = tree.next(child)) {
      parts.add(of(tree, child));
    }
    return parts.toString();
  }
}
