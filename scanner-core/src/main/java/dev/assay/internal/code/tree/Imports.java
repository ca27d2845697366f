package dev.assay.internal.code.tree;

/** Imports, as names bound to paths. */
final class Imports {
  private static final int IMPORT = Words.reserved("import");
  private static final int AS = Words.reserved("as");

  private Imports() {}

  static int python(Operands in) {
    Tree tree = in.tree;
    int node = tree.add(Kind.IMPORT, in.from(), in.to(), 0);
    boolean from = in.isWord(Operands.FROM);
    in.advance();
    int last = 0;
    if (!from) {
      do {
        if (!in.isName()) {
          break;
        }
        int root = in.info();
        int path = path(in, 0);
        boolean alias = in.acceptWord(AS) && in.isName();
        int bound = alias ? in.info() : root;
        int imported = tree.add(Kind.IMPORTED, tree.start(path), tree.end(path), bound);
        tree.append(imported, 0, alias ? path : firstName(tree, path));
        if (!alias && tree.kind(path) == Kind.ATTRIBUTE) {
          tree.append(imported, tree.first(imported), path);
        }
        if (alias) {
          in.advance();
        }
        last = tree.append(node, last, imported);
      } while (in.accept(','));
      return node;
    }
    while (in.isOp('.') || in.isOp('.' | '.' << 8 | '.' << 16) || in.isOp('.' | '.' << 8)) {
      in.advance();
    }
    int start = in.p;
    int module = in.isName() && !in.isWord(IMPORT) ? path(in, 0) : 0;
    int afterModule = in.p;
    if (!in.acceptWord(IMPORT)) {
      return node;
    }
    in.accept('(');
    while (in.isName() || in.isOp(',') || in.isOp('*')) {
      if (!in.isName()) {
        in.advance();
        continue;
      }
      int member = in.p;
      in.p = start;
      int object = module == 0 ? 0 : path(in, afterModule);
      in.p = member;
      int bound = in.info();
      int path =
          object == 0
              ? tree.add(Kind.NAME, in.from(), in.to(), bound)
              : tree.add(Kind.ATTRIBUTE, tree.start(object), in.to(), bound);
      if (object != 0) {
        tree.append(path, 0, object);
      }
      int begin = in.from();
      in.advance();
      if (in.acceptWord(AS) && in.isName()) {
        bound = in.info();
        in.advance();
      }
      int imported = tree.add(Kind.IMPORTED, begin, in.behind(), bound);
      tree.append(imported, 0, path);
      last = tree.append(node, last, imported);
    }
    in.accept(')');
    return node;
  }

  /**
   * {@code import a, {b as c} from 'd'}: each bound to the module, then the member if it is one.
   */
  static int script(Operands in) {
    Tree tree = in.tree;
    int node = tree.add(Kind.IMPORT, in.from(), in.to(), 0);
    in.advance();
    int last = 0;
    boolean members = false;
    while (!in.atEnd() && in.type() != Tokens.STRING && !in.isOp(';') && !in.isOp('(')) {
      if (in.isOp('{')) {
        members = true;
      } else if (in.isOp('*') && in.isWordAt(in.p + 1, AS)) {
        in.advance();
      } else if (in.isName() && !in.isWord(Operands.FROM)) {
        int member = in.info();
        int start = in.from();
        in.advance();
        int bound = member;
        if (in.acceptWord(AS) && in.isName()) {
          bound = in.info();
        } else {
          in.p--;
        }
        int imported = tree.add(Kind.IMPORTED, start, in.to(), bound);
        if (members) {
          tree.append(imported, 0, tree.add(Kind.NAME, start, in.to(), member));
        }
        last = tree.append(node, last, imported);
      }
      in.advance();
    }
    if (in.type() == Tokens.STRING) {
      module(in, node);
    }
    return node;
  }

  private static void module(Operands in, int node) {
    Tree tree = in.tree;
    if (tree.first(node) == 0) {
      tree.append(node, 0, tree.add(Kind.IMPORTED, in.from(), in.to(), -1));
    }
    for (int imported = tree.first(node); imported != 0; imported = tree.next(imported)) {
      int member = tree.first(imported);
      int path = tree.add(Kind.STRING, in.from(), in.to(), in.info());
      tree.setFirst(imported, path);
      tree.setNext(path, member);
    }
    in.advance();
  }

  private static int firstName(Tree tree, int path) {
    int at = path;
    while (tree.kind(at) == Kind.ATTRIBUTE) {
      at = tree.first(at);
    }
    return tree.add(Kind.NAME, tree.start(at), tree.end(at), tree.data(at));
  }

  /** A dotted name, up to token {@code stop} if that is not 0. */
  static int path(Operands in, int stop) {
    Tree tree = in.tree;
    int start = in.from();
    int node = tree.add(Kind.NAME, start, in.to(), in.info());
    in.advance();
    int segments = 0;
    while ((in.isOp('.') || !in.syntax.indented() && (in.isOp(Operators.SCOPE) || in.isOp('\\')))
        && in.isNameAt(in.p + 1)
        && (stop == 0 || in.p < stop)
        && segments++ < 16) {
      in.advance();
      int member = tree.add(Kind.ATTRIBUTE, start, in.to(), in.info());
      tree.append(member, 0, node);
      node = member;
      in.advance();
    }
    return node;
  }
}
