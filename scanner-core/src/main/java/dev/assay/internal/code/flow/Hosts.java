package dev.assay.internal.code.flow;

import dev.assay.internal.code.tree.Kind;
import dev.assay.internal.code.tree.Tree;
import java.util.Locale;
import java.util.Set;

/** Addresses taken apart: who looks at the host looks at the address. */
final class Hosts {
  /** Calls that parse an address, in lower case. */
  private static final Set<String> PARSERS = Set.of("urlparse", "urlsplit", "url", "uri", "parse");

  /** Members that hold where an address leads, in lower case. */
  private static final Set<String> PARTS =
      Set.of("hostname", "host", "netloc", "gethost", "origin", "authority", "getauthority");

  private static final int MAX_LINKS = 4;

  private Hosts() {}

  /** Whether the value is an address taken apart, or a part of it that says where it leads. */
  static boolean parses(Tree tree, int value) {
    int at = value;
    for (int i = 0; i < MAX_LINKS && at != 0; i++) {
      switch (tree.kind(at)) {
        case Kind.ATTRIBUTE -> {
          if (PARTS.contains(word(tree, at))) {
            return true;
          }
          at = tree.first(at);
        }
        case Kind.CALL -> {
          int callee = tree.first(at);
          String word = word(tree, callee);
          if (PARTS.contains(word) || PARSERS.contains(word) && !word.equals("parse")) {
            return true;
          }
          if (word.equals("parse")) {
            return tree.kind(callee) == Kind.ATTRIBUTE
                && PARSERS.contains(word(tree, tree.first(callee)));
          }
          at = tree.kind(callee) == Kind.ATTRIBUTE ? tree.first(callee) : 0;
        }
        case Kind.AWAIT, Kind.STAR -> at = tree.first(at);
        default -> {
          return false;
        }
      }
    }
    return false;
  }

  private static String word(Tree tree, int node) {
    byte kind = tree.kind(node);
    return kind == Kind.NAME || kind == Kind.ATTRIBUTE
        ? tree.word(tree.data(node)).toLowerCase(Locale.ROOT)
        : "";
  }
}
