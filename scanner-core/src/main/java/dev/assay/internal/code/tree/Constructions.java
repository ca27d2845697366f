package dev.assay.internal.code.tree;

import dev.assay.segment.Language;

/** {@code new X(a)} with arrays, initializers and bodies of anonymous classes. */
final class Constructions {
  private static final int CLASS = Words.reserved("class");

  private Constructions() {}

  static int read(Operands in) {
    int start = in.from();
    int word = in.info();
    int wordEnd = in.to();
    in.advance();
    if (in.isOp('[') || in.isOp('{') && in.tree.language == Language.CSHARP) {
      return untyped(in);
    }
    if (in.isWord(CLASS) && in.tree.language == Language.PHP) {
      return in.statementValue();
    }
    int callee;
    if (in.isOp('(') && in.tree.language == Language.CSHARP) {
      callee = in.tree.add(Kind.NAME, start, wordEnd, word);
    } else if (in.isName() || in.isOp('(') || in.isOp('\\') || in.isOp(Operators.SCOPE)) {
      callee = callee(in);
    } else {
      return in.error();
    }
    if (in.isOp('[') && isArrayLanguage(in)) {
      return array(in, start, callee);
    }
    int node = in.isOp('(') ? Collections.call(in, callee) : bare(in, callee);
    in.tree.setStart(node, start);
    in.tree.setData(node, 1);
    return in.isOp('{') && !in.noBrace ? withBraces(in, node) : node;
  }

  private static boolean isArrayLanguage(Operands in) {
    return switch (in.tree.language) {
      case JAVA, CSHARP, CPP -> true;
      default -> false;
    };
  }

  /** {@code new[] {a}}, {@code new {a = 1}}. */
  private static int untyped(Operands in) {
    boolean list = in.isOp('[');
    if (list) {
      in.skipBalanced();
    }
    if (!in.isOp('{')) {
      return in.error();
    }
    int node = Collections.braces(in);
    if (list) {
      in.tree.setKind(node, Kind.LIST);
    }
    return node;
  }

  private static int callee(Operands in) {
    if (in.isOp('\\') || in.isOp(Operators.SCOPE)) {
      in.advance();
    }
    int node = in.isName() ? in.leaf(Kind.NAME, in.info()) : in.prefix();
    while (true) {
      if (in.isOp('<') || in.isOp(Operators.DIAMOND)) {
        int after = in.tree.language == Language.JAVASCRIPT ? -1 : in.types.angle(in.p);
        if (after < 0) {
          return node;
        }
        in.p = after;
      } else if ((in.isOp('.')
              || in.isOp(Operators.SCOPE)
              || in.isOp('\\')
              || in.isOp(Operands.THIN_ARROW))
          && !(in.isOp('.') && in.syntax.dotConcat())
          && in.isNameAt(in.p + 1)) {
        int linked = Members.read(in, node);
        node = in.tree.tall(node) ? node : linked;
      } else if (in.isOp('[') && !isArrayLanguage(in)) {
        int linked = Collections.index(in, node);
        node = in.tree.tall(node) ? node : linked;
      } else {
        return node;
      }
    }
  }

  private static int bare(Operands in, int callee) {
    while (in.isOp('*') && in.tree.language == Language.CPP && in.isOpAt(in.p + 1, '[')) {
      in.advance();
    }
    if (in.isOp('[') && in.tree.language == Language.CPP) {
      return Collections.index(in, callee);
    }
    int node = in.node(Kind.CALL, in.tree.start(callee), 1);
    in.tree.append(node, 0, callee);
    return node;
  }

  /** {@code new byte[n]}, {@code new String[] {a, b}}. */
  private static int array(Operands in, int start, int type) {
    int node = type;
    while (in.isOp('[')) {
      int linked = Collections.index(in, node);
      node = in.tree.tall(node) ? node : linked;
    }
    if (in.tree.language == Language.CPP && in.tree.kind(node) == Kind.INDEX) {
      return allocation(in, node, start);
    }
    in.tree.setStart(node, start);
    if (in.isOp('{') && !in.noBrace) {
      int list = Collections.braces(in);
      in.tree.setKind(list, Kind.LIST);
      in.tree.setStart(list, start);
      return list;
    }
    return node;
  }

  /** {@code new T[n]} of C++ is a call of "new" with the length. */
  private static int allocation(Operands in, int index, int start) {
    Tree tree = in.tree;
    int call = tree.add(Kind.CALL, start, tree.end(index), 1);
    int last = tree.append(call, 0, tree.add(Kind.NAME, start, start + 3, Operands.NEW));
    int length = tree.next(tree.first(index));
    if (length != 0) {
      tree.append(call, last, length);
    }
    return call;
  }

  private static int withBraces(Operands in, int call) {
    return switch (in.tree.language) {
      case JAVA -> anonymous(in, call);
      case CSHARP -> initialized(in, call);
      default -> call;
    };
  }

  /** A CLASS whose base is the call and whose methods stand in the block. */
  private static int anonymous(Operands in, int call) {
    int node = in.node(Kind.CLASS, in.tree.start(call), -1);
    int last = in.tree.append(node, 0, call);
    in.tree.append(node, last, in.statementValue());
    return node;
  }

  /** {@code new X(a) {B = c}}: the members are further arguments, by name. */
  private static int initialized(Operands in, int call) {
    Tree tree = in.tree;
    int members = Collections.braces(in);
    int last = tree.last(call);
    for (int child = tree.first(members), following; child != 0; child = following) {
      following = tree.next(child);
      tree.cutSiblings(child);
      last = tree.append(call, last, Collections.keyword(tree, child));
    }
    tree.setEnd(call, in.behind());
    return call;
  }
}
