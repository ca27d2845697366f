package dev.assay.internal.code.tree;

import dev.assay.segment.Language;

/** Imports of languages with braces, as names bound to paths. */
final class BraceImports {
  private static final int MAX_DEPTH = 16;
  private static final int IMPORT = Words.reserved("import");
  private static final int AS = Words.reserved("as");
  private static final int PACKAGE = Words.reserved("package");
  private static final int USING = Words.reserved("using");
  private static final int USE = Words.reserved("use");
  private static final int INCLUDE = Words.reserved("include");
  private static final boolean[] RUBY =
      Reserved.flags("import", "use", "package", "include", "require", "using");

  private final Operands in;
  private final Tree tree;
  private final int node;
  private int last;
  private final int[] prefix = new int[MAX_DEPTH * 4];

  private BraceImports(Operands in) {
    this.in = in;
    this.tree = in.tree;
    this.node = tree.add(Kind.IMPORT, in.from(), in.to(), 0);
  }

  /** Whether the word starts an import of the language. */
  static boolean here(Operands in, int word) {
    return switch (in.tree.language) {
      case JAVA -> word == IMPORT || word == PACKAGE;
      case JAVASCRIPT, TYPESCRIPT ->
          word == IMPORT && !in.isOpAt(in.p + 1, '(') && !in.isOpAt(in.p + 1, '.');
      case CSHARP -> word == USING && plainUsing(in);
      case CPP -> word == USING || word == INCLUDE || word == IMPORT;
      case C -> word == INCLUDE;
      case GO -> word == IMPORT || word == PACKAGE;
      case PHP, RUST -> word == USE;
      default -> Reserved.is(RUBY, word);
    };
  }

  /** Whether it is no {@code using var x = ...}. */
  private static boolean plainUsing(Operands in) {
    return in.isOpAt(in.p + 2, '.')
        || in.isOpAt(in.p + 2, ';')
        || in.isOpAt(in.p + 2, '=')
        || in.isOpAt(in.p + 3, '.')
        || in.isOpAt(in.p + 3, ';');
  }

  static int read(Operands in) {
    if (in.tree.language == Language.JAVASCRIPT || in.tree.language == Language.TYPESCRIPT) {
      return Imports.script(in);
    }
    return new BraceImports(in).all();
  }

  private int all() {
    in.advance();
    if (in.tree.language == Language.PHP || in.tree.language == Language.RUST) {
      while (in.isWord(Operands.FUNCTION) || in.isOp('\\') || in.isOp(Operators.SCOPE)) {
        in.advance();
      }
      tree(0);
    } else {
      plain();
    }
    while (!in.atEnd() && !in.isOp(';') && !in.isOp('}') && in.type() != Tokens.NEWLINE) {
      in.advance();
    }
    in.accept(';');
    return node;
  }

  /** {@code a::{b, c::{self, d as e}}}. */
  private void tree(int depth) {
    int length = depth;
    while (in.isName() && length < prefix.length) {
      prefix[length++] = in.p;
      in.advance();
      if (!in.accept(Operators.SCOPE) && !in.accept('\\')) {
        leaf(length);
        return;
      }
    }
    if (in.accept('{')) {
      while (!in.atEnd() && !in.isOp('}') && !in.isOp(';')) {
        int before = in.p;
        if (!in.accept(',') && in.isName() && length < prefix.length - 4) {
          tree(length);
        }
        if (in.p == before) {
          in.advance();
        }
      }
      in.accept('}');
    }
  }

  private void leaf(int length) {
    int end = length;
    if (end > 1 && tree.word(in.tokens.info[prefix[end - 1]]).equals("self")) {
      end--;
    }
    int path = 0;
    for (int i = 0; i < end; i++) {
      int token = prefix[i];
      int start = i == 0 ? in.tokens.start[token] : tree.start(path);
      int part =
          tree.add(
              i == 0 ? Kind.NAME : Kind.ATTRIBUTE,
              start,
              Math.max(in.tokens.end[token], start),
              in.tokens.info[token]);
      if (i > 0) {
        tree.append(part, 0, path);
      }
      path = part;
    }
    add(path, alias(tree.data(path)));
  }

  private int alias(int otherwise) {
    if (in.acceptWord(AS) && in.isName()) {
      int bound = in.info();
      in.advance();
      return bound;
    }
    return otherwise;
  }

  private void add(int path, int bound) {
    int imported = tree.add(Kind.IMPORTED, tree.start(path), tree.end(path), bound);
    tree.append(imported, 0, path);
    last = tree.append(node, last, imported);
  }

  private void plain() {
    boolean group = in.isOp('(');
    int bound = -1;
    while (!in.atEnd()
        && !in.isOp('}')
        && (group || !in.isOp(';') && in.type() != Tokens.NEWLINE)) {
      if (in.isOp(')')) {
        in.advance();
        return;
      }
      if (in.type() == Tokens.STRING) {
        int path = tree.add(Kind.STRING, in.from(), in.to(), in.info());
        add(path, bound >= 0 ? bound : lastPart());
        bound = -1;
        in.advance();
      } else if (in.isName() && in.info() >= Words.FIRST_FREE) {
        bound = path(bound);
      } else {
        in.advance();
      }
    }
  }

  /** A path, or a name that the path after it is bound to, which is returned. */
  private int path(int bound) {
    if (in.tokens.type[in.p + 1] == Tokens.STRING || in.isOpAt(in.p + 1, '=')) {
      int alias = in.info();
      in.advance();
      return alias;
    }
    int path = Imports.path(in, 0);
    add(path, bound >= 0 ? bound : tree.data(path));
    return -1;
  }

  /** The word of the last part of a path in a string; -1 where that is not what is bound. */
  private int lastPart() {
    if (in.tree.language != Language.GO) {
      return -1;
    }
    int to = in.to() - 1;
    int from = to;
    while (from > in.from() + 1 && tree.source[from - 1] != '/') {
      from--;
    }
    return to > from ? tree.words.number(from, to) : -1;
  }
}
