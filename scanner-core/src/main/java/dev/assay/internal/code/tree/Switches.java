package dev.assay.internal.code.tree;

import dev.assay.segment.Language;

/** Switches of all kinds, read as branches: label, block, label, block, ..., block of default. */
final class Switches {
  private static final int CASE = Words.reserved("case");
  private static final int DEFAULT = Words.reserved("default");
  private static final int WHEN = Words.reserved("when");
  private final BraceStatements in;
  private final Tree tree;

  Switches(BraceStatements in) {
    this.in = in;
    this.tree = in.tree;
  }

  /** A whole switch; stands at its word. */
  int read() {
    int start = in.from();
    int word = in.info();
    in.advance();
    int subject = in.isOp('{') ? 0 : in.isOp('(') ? in.bracketed() : in.withoutBraces();
    return over(start, word, subject);
  }

  /** The arms, which stand here in braces, of a switch over {@code subject}. */
  int over(int start, int word, int subject) {
    int node = in.node(Kind.BLOCK, start, 0);
    int last = 0;
    if (subject != 0) {
      int assign = tree.add(Kind.ASSIGN, tree.start(subject), tree.start(subject), 0);
      boolean bound = tree.kind(subject) == Kind.ASSIGN;
      if (bound) {
        assign = subject;
      } else {
        int name = tree.add(Kind.NAME, tree.start(subject), tree.end(subject), word);
        tree.append(assign, tree.append(assign, 0, name), subject);
      }
      last = tree.append(node, 0, assign);
    }
    boolean colon = in.isOp(':');
    if (in.isOp('{') || colon) {
      tree.append(node, last, arms(word, colon));
    }
    tree.setEnd(node, in.behind());
    return node;
  }

  private int arms(int word, boolean colon) {
    int node = in.node(Kind.IF, in.from(), 0);
    in.advance();
    int last = 0;
    int otherwise = 0;
    while (!in.atEnd() && !in.isOp('}')) {
      int before = in.p;
      in.skipSeparators();
      if (in.accept(',') || in.isOp('}')) {
        continue;
      }
      if (colon && in.isName() && Reserved.is(BraceHeaders.BLOCK_ENDS, in.info())) {
        break;
      }
      boolean fallback = in.isWord(DEFAULT) || in.isName() && isUnderscore();
      int label = label(word);
      int block = body();
      if (fallback) {
        otherwise = block;
      } else {
        last = tree.append(node, last, label);
        last = tree.append(node, last, block);
      }
      if (in.p == before) {
        in.advance();
      }
    }
    in.accept('}');
    in.acceptEnd();
    if (otherwise != 0) {
      tree.append(node, last, otherwise);
    }
    tree.setEnd(node, in.behind());
    return node;
  }

  private boolean isUnderscore() {
    return in.to() - in.from() == 1 && tree.source[in.from()] == '_';
  }

  private int label(int word) {
    boolean outer = in.noArrow;
    boolean outerBrace = in.noBrace;
    in.noArrow = true;
    in.noBrace = in.tree.language != Language.RUST;
    int tuple = in.node(Kind.TUPLE, in.from(), 0);
    int last = 0;
    boolean more = true;
    while (more) {
      in.acceptWord(CASE);
      last = tree.append(tuple, last, pattern(word));
      more = in.accept(',') || caseFollows();
    }
    if (in.acceptWord(Operands.IF) || in.acceptWord(WHEN)) {
      last = tree.append(tuple, last, in.binary(Operators.OR));
    }
    in.noArrow = outer;
    in.noBrace = outerBrace;
    int only = tree.first(tuple);
    return tree.next(only) == 0 ? only : tuple;
  }

  /** Whether another label follows at once, which shares the block of this one. */
  private boolean caseFollows() {
    int i = in.p;
    if (!in.isOpAt(i, ':')) {
      return false;
    }
    i++;
    while (in.tokens.type[i] == Tokens.NEWLINE) {
      i++;
    }
    if (!in.isWordAt(i, CASE)) {
      return false;
    }
    in.p = i;
    return true;
  }

  private int pattern(int word) {
    int start = in.from();
    int end = in.typedLanguage() ? in.types.end(in.p) : -1;
    int pattern;
    if (end > 0 && in.isNameAt(end) && !in.isWordAt(end, WHEN)) {
      in.p = end;
      pattern = in.leaf(Kind.NAME, in.info());
      return bind(start, word, pattern);
    }
    pattern = in.tree.language == Language.GO ? in.simple() : in.binary(Operators.OR);
    while (!in.atEnd() && !labelEnds()) {
      in.skipBalanced();
    }
    byte kind = tree.kind(pattern);
    boolean binds = in.tree.language == Language.RUST && (kind == Kind.CALL || kind == Kind.TUPLE);
    return binds ? bind(start, word, Patterns.bound(tree, pattern)) : pattern;
  }

  private boolean labelEnds() {
    return in.isOp(':')
        || in.isOp(',')
        || in.isOp('}')
        || in.isOp('{')
        || in.isOp(';')
        || in.isOp(Operators.ARROW)
        || in.isOp(Operators.THIN_ARROW)
        || in.isWord(Operands.IF)
        || in.isWord(WHEN);
  }

  private int bind(int start, int word, int target) {
    int node = in.node(Kind.ASSIGN, start, 0);
    int value = tree.add(Kind.NAME, start, in.behind(), word);
    tree.append(node, tree.append(node, 0, target), value);
    return node;
  }

  private int body() {
    boolean arrow = in.accept(Operators.ARROW) || in.accept(Operators.THIN_ARROW);
    if (arrow) {
      in.skipNewlines();
      int block = in.isOp('{') || in.tree.language == Language.JAVA ? in.block() : valueBlock();
      in.accept(',');
      return block;
    }
    in.accept(':');
    int block = in.node(Kind.BLOCK, in.from(), 0);
    int last = 0;
    while (!in.atEnd() && !in.isOp('}') && !in.isWord(CASE) && !isDefault()) {
      int before = in.p;
      in.skipSeparators();
      if (in.isOp('}') || in.isWord(CASE) || isDefault() || in.atEnd()) {
        break;
      }
      if (in.isName() && Reserved.is(BraceHeaders.BLOCK_ENDS, in.info())) {
        break;
      }
      last = tree.append(block, last, in.statement());
      if (in.p == before) {
        in.advance();
      }
    }
    return block;
  }

  private boolean isDefault() {
    return in.isWord(DEFAULT)
        && (in.isOpAt(in.p + 1, ':') || in.isOpAt(in.p + 1, Operators.THIN_ARROW));
  }

  private int valueBlock() {
    int block = in.node(Kind.BLOCK, in.from(), 0);
    int statement = in.node(Kind.EXPRESSION, in.from(), 0);
    tree.append(statement, 0, in.nested());
    tree.append(block, 0, statement);
    return block;
  }
}
