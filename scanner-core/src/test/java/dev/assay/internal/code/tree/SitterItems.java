package dev.assay.internal.code.tree;

import dev.assay.segment.Language;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.treesitter.TSLanguage;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TSTree;
import org.treesitter.TreeSitterC;
import org.treesitter.TreeSitterJava;
import org.treesitter.TreeSitterJavascript;
import org.treesitter.TreeSitterPython;

/**
 * Calls, arguments, assignments and interpolations as tree-sitter reads them, each as one text with
 * its place: {@code call END PATH}, {@code arg END INDEX KIND}, {@code assign START TARGET}, {@code
 * hole START}.
 */
final class SitterItems {
  private final byte[] bytes;
  private final int[] positions;
  private final Set<String> items = new HashSet<>();

  private SitterItems(String code) {
    bytes = code.getBytes(StandardCharsets.UTF_8);
    positions = new int[bytes.length + 1];
    int at = 0;
    for (int i = 0; i < code.length(); ) {
      int point = code.codePointAt(i);
      int length = new String(Character.toChars(point)).getBytes(StandardCharsets.UTF_8).length;
      for (int b = 0; b < length; b++) {
        positions[at++] = i;
      }
      i += Character.charCount(point);
    }
    positions[at] = code.length();
  }

  /** The items, or null where tree-sitter finds errors or does not know the language. */
  static @Nullable Set<String> of(String code, Language language) {
    TSLanguage grammar =
        switch (language) {
          case PYTHON -> new TreeSitterPython();
          case JAVASCRIPT -> new TreeSitterJavascript();
          case JAVA -> new TreeSitterJava();
          case C -> new TreeSitterC();
          default -> null;
        };
    if (grammar == null) {
      return null;
    }
    TSParser parser = new TSParser();
    parser.setLanguage(grammar);
    TSTree tree = parser.parseString(null, code);
    TSNode root = tree.getRootNode();
    if (root.hasError()) {
      return null;
    }
    SitterItems items = new SitterItems(code);
    Deque<TSNode> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      TSNode node = open.pop();
      items.node(node);
      for (int i = node.getNamedChildCount() - 1; i >= 0; i--) {
        open.push(node.getNamedChild(i));
      }
    }
    return items.items;
  }

  private void node(TSNode node) {
    switch (node.getType()) {
      case "call", "call_expression" -> call(node, field(node, "function"));
      case "new_expression" -> call(node, field(node, "constructor"));
      case "method_invocation" -> call(node, node);
      case "object_creation_expression" -> call(node, field(node, "type"));
      case "explicit_constructor_invocation" -> call(node, field(node, "constructor"));
      case "enum_constant" -> {
        if (field(node, "arguments") != null) {
          call(node, field(node, "name"));
        }
      }
      case "assignment", "assignment_expression" -> {
        if (field(node, "right") != null) {
          target(field(node, "left"));
        }
      }
      case "augmented_assignment", "augmented_assignment_expression" -> target(field(node, "left"));
      case "named_expression" -> target(field(node, "name"));
      case "variable_declarator", "resource" -> {
        if (field(node, "value") != null) {
          target(field(node, "name"));
        }
      }
      case "field_definition" -> {
        if (field(node, "value") != null) {
          target(field(node, "property"));
        }
      }
      case "init_declarator" -> target(field(node, "declarator"));
      case "interpolation", "template_substitution" -> items.add("hole " + start(node));
      default -> {}
    }
  }

  private void call(TSNode node, @Nullable TSNode callee) {
    TSNode arguments = field(node, "arguments");
    int end = positions[(arguments == null ? node : arguments).getEndByte()];
    String path = callee == null ? "?" : path(callee);
    if (path.endsWith("()") && callee == node) {
      path = path.substring(0, path.length() - 2);
    }
    if (path.equals("import") || path.equals("defined") || path.equals("offsetof")) {
      return;
    }
    items.add("call " + end + ' ' + path);
    if (arguments == null) {
      return;
    }
    if (!arguments.getType().endsWith("list") && !arguments.getType().equals("arguments")) {
      items.add("arg " + end + " 0");
      return;
    }
    int index = 0;
    for (int i = 0; i < arguments.getNamedChildCount(); i++) {
      TSNode argument = arguments.getNamedChild(i);
      if (argument.isExtra()) {
        continue;
      }
      String kind =
          switch (argument.getType()) {
            case "keyword_argument" -> "=" + text(field(argument, "name"));
            case "list_splat", "dictionary_splat", "spread_element" -> "*";
            default -> "";
          };
      items.add("arg " + end + ' ' + index++ + kind);
    }
  }

  private void target(@Nullable TSNode node) {
    if (node == null) {
      return;
    }
    switch (node.getType()) {
      case "pattern_list", "tuple_pattern", "list_pattern", "array_pattern", "object_pattern" -> {
        for (int i = 0; i < node.getNamedChildCount(); i++) {
          target(node.getNamedChild(i));
        }
      }
      case "pair_pattern" -> target(field(node, "value"));
      case "assignment_pattern", "object_assignment_pattern" -> target(field(node, "left"));
      case "list_splat_pattern", "rest_pattern" -> target(node.getNamedChild(0));
      case "parenthesized_expression" -> target(node.getNamedChild(0));
      case "pointer_declarator", "array_declarator", "function_declarator" ->
          target(field(node, "declarator"));
      case "parenthesized_declarator" -> target(node.getNamedChild(0));
      case "pointer_expression" -> items.add("assign " + start(node) + " *");
      case "comment" -> {}
      default -> items.add("assign " + start(node) + ' ' + path(node));
    }
  }

  private String path(TSNode node) {
    return switch (node.getType()) {
      case "member_expression" -> member(node, "object", "property");
      case "attribute" -> member(node, "object", "attribute");
      case "field_access" -> member(node, "object", "field");
      case "field_expression" -> member(node, "argument", "field");
      case "scoped_type_identifier" ->
          path(node.getNamedChild(0))
              + "."
              + text(node.getNamedChild(node.getNamedChildCount() - 1));
      case "generic_type" -> path(node.getNamedChild(0));
      case "method_invocation" -> {
        TSNode object = field(node, "object");
        yield (object == null ? "" : path(object) + ".") + text(field(node, "name")) + "()";
      }
      case "call", "call_expression" -> of(node, "function") + "()";
      case "new_expression" -> of(node, "constructor") + "()";
      case "object_creation_expression" -> of(node, "type") + "()";
      case "subscript_expression" ->
          of(node, field(node, "object") == null ? "argument" : "object") + "[]";
      case "subscript" -> of(node, "value") + "[]";
      case "array_access" -> of(node, "array") + "[]";
      case "parenthesized_expression" ->
          node.getNamedChildCount() == 0 ? "?" : path(node.getNamedChild(0));
      case "cast_expression" -> of(node, "value");
      case "await", "await_expression" -> path(node.getNamedChild(0));
      case "string",
          "template_string",
          "string_literal",
          "concatenated_string",
          "text_block",
          "char_literal",
          "regex" ->
          "''";
      case "identifier",
          "property_identifier",
          "private_property_identifier",
          "this",
          "super",
          "type_identifier",
          "field_identifier",
          "shorthand_property_identifier_pattern",
          "none",
          "true",
          "false",
          "null",
          "import" ->
          text(node);
      default -> "?";
    };
  }

  private String of(TSNode node, String name) {
    TSNode child = field(node, name);
    return child == null ? "?" : path(child);
  }

  private String member(TSNode node, String object, String name) {
    return of(node, object) + "." + text(field(node, name));
  }

  private static @Nullable TSNode field(TSNode node, String name) {
    TSNode child = node.getChildByFieldName(name);
    return child == null || child.isNull() ? null : child;
  }

  private int start(TSNode node) {
    return positions[node.getStartByte()];
  }

  private String text(@Nullable TSNode node) {
    return node == null
        ? "?"
        : new String(
            bytes,
            node.getStartByte(),
            node.getEndByte() - node.getStartByte(),
            StandardCharsets.UTF_8);
  }
}
