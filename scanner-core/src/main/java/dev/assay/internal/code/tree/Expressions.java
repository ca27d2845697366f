package dev.assay.internal.code.tree;

import static dev.assay.internal.code.tree.Operators.COMPARISON;

import dev.assay.segment.Language;

/** Operator precedence over expressions of any language. */
abstract class Expressions extends Cursor {
  private static final int IF = Words.reserved("if");
  private static final int ELSE = Words.reserved("else");
  private static final int AND = Words.reserved("and");
  private static final int OR = Words.reserved("or");
  private static final int NOT = Words.reserved("not");
  private static final int IN = Words.reserved("in");
  private static final int IS = Words.reserved("is");
  private static final int INSTANCE_OF = Words.reserved("instanceof");

  /** Set while a target before "in" is read. */
  boolean noIn;

  private int wordOperator;
  private int wordLength;

  Expressions(Tree tree, Syntax syntax) {
    super(tree, syntax);
  }

  /** An operand without its operators. */
  abstract int operand();

  /** What stands after "instanceof" or "is": a type, perhaps with a name for the value. */
  abstract int typePattern();

  /** An expression with conditional and, in languages where it is one, assignment. */
  final int expression() {
    int left = binary(Operators.OR);
    if (isWord(IF) && syntax.indented()) {
      left = pythonTernary(left);
    } else if (isOp('?')) {
      left = ternary(left);
    }
    if (type() == Tokens.OPERATOR
        && Operators.assigns(info())
        && (!syntax.indented() || info() == (':' | '=' << 8))) {
      return assignment(left);
    }
    return left;
  }

  private int pythonTernary(int value) {
    int node = node(Kind.TERNARY, tree.start(value), 0);
    advance();
    int last = tree.append(node, 0, binary(Operators.OR));
    last = tree.append(node, last, value);
    if (acceptWord(ELSE)) {
      tree.append(node, last, nested());
    }
    return node;
  }

  private int ternary(int condition) {
    int node = node(Kind.TERNARY, tree.start(condition), 0);
    advance();
    skipSoftNewlines();
    int last = tree.append(node, 0, condition);
    if (!isOp(':')) {
      last = tree.append(node, last, nested());
      skipSoftNewlines();
    }
    if (accept(':')) {
      skipSoftNewlines();
      tree.append(node, last, nested());
    }
    return node;
  }

  private int assignment(int target) {
    int op = info();
    int node = node(Kind.ASSIGN, tree.start(target), op == '=' || op == (':' | '=' << 8) ? 0 : op);
    advance();
    skipSoftNewlines();
    int last = tree.append(node, 0, declared(target));
    tree.append(node, last, nested());
    return node;
  }

  /** What a declaration binds: the last operand, where type arguments read as comparisons. */
  final int declared(int target) {
    int at = target;
    for (int i = 0; i < 8; i++) {
      byte kind = tree.kind(at);
      if (kind != Kind.BINARY && kind != Kind.COMPARE && kind != Kind.UNARY && kind != Kind.TYPED) {
        return at;
      }
      int last = tree.last(at);
      if (last == 0) {
        return at;
      }
      at = last;
    }
    return at;
  }

  /** An expression one level deeper; beyond the limit a hole. */
  final int nested() {
    if (depth >= MAX_DEPTH) {
      int node = error();
      skipBalanced();
      tree.setEnd(node, behind());
      return node;
    }
    depth++;
    int node = expression();
    depth--;
    return node;
  }

  final int binary(int least) {
    if (depth >= MAX_DEPTH) {
      return nested();
    }
    depth++;
    int left = isWord(NOT) ? negation() : operand();
    int group = 0;
    int groupOp = 0;
    int tail = 0;
    while (true) {
      int precedence = precedence();
      if (precedence < least || precedence == 0) {
        break;
      }
      int op = takeOperator();
      int right =
          op == Operators.INSTANCE_OF || op == Operators.IS && !syntax.indented()
              ? typePattern()
              : binary(precedence == Operators.POWER ? precedence : precedence + 1);
      if (left == group && (joins(op, groupOp, precedence) || tree.tall(group))) {
        tail = tree.append(group, tail, right);
        if (precedence == COMPARISON) {
          tree.setData(group, op);
        }
      } else {
        group =
            node(
                kindOf(precedence),
                tree.start(left),
                precedence == Operators.OR ? 1 : dataOf(op, precedence));
        tail = tree.append(group, tree.append(group, 0, left), right);
        left = group;
      }
      groupOp = op;
    }
    depth--;
    return left;
  }

  private static boolean joins(int op, int groupOp, int precedence) {
    return op == groupOp && precedence != Operators.POWER;
  }

  private static int dataOf(int op, int precedence) {
    return precedence == Operators.AND ? 0 : op;
  }

  private static byte kindOf(int precedence) {
    if (precedence == Operators.OR || precedence == Operators.AND) {
      return Kind.LOGIC;
    }
    return precedence == COMPARISON ? Kind.COMPARE : Kind.BINARY;
  }

  private int negation() {
    int node = node(Kind.NOT, from(), 0);
    advance();
    tree.append(node, 0, binary(COMPARISON));
    return node;
  }

  /** Precedence of the operator that stands here; 0 if none does. */
  private int precedence() {
    if (type() == Tokens.NEWLINE && !syntax.indented() && continues(p + 1)) {
      skipNewlines();
    }
    if (type() == Tokens.OPERATOR) {
      wordLength = 0;
      return Operators.precedence(info(), syntax);
    }
    if (type() != Tokens.NAME) {
      return 0;
    }
    int word = info();
    wordLength = 1;
    if (word == AND) {
      wordOperator = AND;
      return Operators.AND;
    }
    if (word == OR) {
      wordOperator = OR;
      return Operators.OR;
    }
    return comparisonWord(word);
  }

  private int comparisonWord(int word) {
    if (word == IN && !noIn && inCompares()) {
      wordOperator = Operators.IN;
    } else if (word == INSTANCE_OF) {
      wordOperator = Operators.INSTANCE_OF;
    } else if (word == IS && (syntax.indented() || tree.language == Language.CSHARP)) {
      boolean negated = isWordAt(p + 1, NOT);
      wordOperator = negated ? Operators.IS_NOT : Operators.IS;
      wordLength = negated ? 2 : 1;
    } else if (word == NOT && isWordAt(p + 1, IN)) {
      wordOperator = Operators.NOT_IN;
      wordLength = 2;
    } else {
      return 0;
    }
    return COMPARISON;
  }

  private boolean inCompares() {
    return switch (tree.language) {
      case JAVA, C, CPP, GO, PHP, CSHARP -> false;
      default -> true;
    };
  }

  private int takeOperator() {
    int op = wordLength == 0 ? info() : wordOperator;
    p += wordLength == 0 ? 1 : wordLength;
    skipSoftNewlines();
    return op;
  }

  /** Whether the line that starts at token {@code index} goes on with the expression before it. */
  final boolean continues(int index) {
    int i = index;
    while (i < tokens.size && tokens.type[i] == Tokens.NEWLINE) {
      i++;
    }
    if (tokens.type[i] != Tokens.OPERATOR) {
      return false;
    }
    if (tree.language == Language.GO) {
      return false;
    }
    int op = tokens.info[i];
    return op == '.'
        || op == ('?' | '.' << 8)
        || op == '?'
        || op == ':'
        || op == '+'
        || op == ('|' | '|' << 8)
        || op == ('&' | '&' << 8)
        || op == ('?' | '?' << 8)
        || op == '='
        || script() && isScriptContinuation(op);
  }

  private boolean script() {
    return tree.language == Language.JAVASCRIPT || tree.language == Language.TYPESCRIPT;
  }

  private static boolean isScriptContinuation(int op) {
    return Operators.assigns(op)
        || op == '*'
        || op == '%'
        || op == '/'
        || op == '-'
        || op == '&'
        || op == '|'
        || op == '<'
        || op == '>'
        || op == Operators.EQUAL
        || op == Operators.SAME
        || op == Operators.NOT_EQUAL
        || op == Operators.NOT_SAME;
  }
}
