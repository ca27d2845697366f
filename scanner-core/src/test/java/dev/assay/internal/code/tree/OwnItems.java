package dev.assay.internal.code.tree;

import dev.assay.segment.Language;
import java.util.HashSet;
import java.util.Set;

/** Calls, arguments, assignments and interpolations of a {@link Tree}, as {@link SitterItems}. */
final class OwnItems {
  private static final Set<String> NO_CALLS =
      Set.of("sizeof", "defined", "offsetof", "_Alignof", "alignof", "switch", "import");

  private final Tree tree;
  private final Set<String> items = new HashSet<>();

  private OwnItems(Tree tree) {
    this.tree = tree;
  }

  static Set<String> of(String code, Language language) {
    OwnItems items = new OwnItems(CodeParser.parse(code, 0, code.length(), language));
    for (int node = 1; node < items.tree.size(); node++) {
      if (items.tree.parent(node) != 0) {
        items.node(node);
      }
    }
    return items.items;
  }

  private void node(int node) {
    switch (tree.kind(node)) {
      case Kind.CALL -> call(node);
      case Kind.ASSIGN -> assign(node);
      case Kind.HOLE -> items.add("hole " + tree.start(node));
      default -> {}
    }
  }

  private void call(int node) {
    int callee = tree.first(node);
    String path = path(callee);
    boolean annotation =
        tree.kind(tree.parent(node)) == Kind.DECORATOR && tree.language != Language.PYTHON;
    boolean command = tree.end(node) == 0 || tree.charAt(tree.end(node) - 1) != ')';
    boolean template = tree.end(node) > 0 && tree.charAt(tree.end(node) - 1) == '`';
    boolean made = tree.data(node) == 1;
    if (annotation || tree.data(node) == 2 || NO_CALLS.contains(path)) {
      return;
    }
    if (command && !template && !made) {
      return;
    }
    String at = "call " + tree.end(node) + ' ';
    items.add(at + path);
    int index = 0;
    for (int child = tree.next(callee); child != 0; child = tree.next(child)) {
      String kind =
          switch (tree.kind(child)) {
            case Kind.KEYWORD -> "=" + tree.word(tree.data(child));
            case Kind.STAR -> tree.data(child) == 1 && c() ? "" : "*";
            default -> "";
          };
      items.add("arg " + tree.end(node) + ' ' + index++ + kind);
    }
  }

  private boolean c() {
    return tree.language == Language.C;
  }

  private void assign(int node) {
    int value = tree.last(node);
    for (int at = tree.first(node); at != value && at != 0; at = tree.next(at)) {
      target(at);
    }
  }

  private void target(int node) {
    switch (tree.kind(node)) {
      case Kind.TUPLE, Kind.LIST, Kind.DICT -> {
        for (int child = tree.first(node); child != 0; child = tree.next(child)) {
          target(child);
        }
      }
      case Kind.PAIR -> target(tree.last(node));
      case Kind.ASSIGN, Kind.STAR -> {
        if (tree.kind(node) == Kind.STAR && c()) {
          items.add("assign " + tree.start(node) + " *");
        } else {
          target(tree.first(node));
        }
      }
      default -> {
        String path = path(node);
        boolean subject = path.equals("switch") && tree.language != Language.PYTHON;
        if (!subject && !defined(tree.start(node))) {
          items.add("assign " + tree.start(node) + ' ' + path);
        }
      }
    }
  }

  /** Whether the name stands behind {@code #define}. */
  private boolean defined(int at) {
    int line = at;
    while (line > 0 && tree.charAt(line - 1) != '\n') {
      line--;
    }
    return tree.text(line, at).contains("#");
  }

  private String path(int node) {
    return switch (tree.kind(node)) {
      case Kind.NAME, Kind.LITERAL -> tree.word(tree.data(node));
      case Kind.ATTRIBUTE -> path(tree.first(node)) + "." + tree.word(tree.data(node));
      case Kind.CALL -> path(tree.first(node)) + "()";
      case Kind.INDEX -> path(tree.first(node)) + "[]";
      case Kind.AWAIT -> path(tree.first(node));
      case Kind.STRING, Kind.TEMPLATE -> "''";
      case Kind.BINARY ->
          tree.kind(tree.first(node)) == Kind.STRING
                  && tree.language == Language.PYTHON
                  && tree.kind(tree.last(node)) == Kind.STRING
              ? "''"
              : "?";
      default -> "?";
    };
  }
}
