package dev.assay.internal.code.tree;

import dev.assay.segment.Language;

/** Looks ahead for types that stand after what they describe: TypeScript, Go, Rust. */
final class LateTypes {
  private static final int MAX_TOKENS = 240;
  private static final boolean[] PREFIXES =
      Reserved.flags("typeof", "readonly", "new", "mut", "dyn", "impl", "const", "unsafe", "chan");
  private static final boolean[] INFIX = Reserved.flags("extends", "is");
  private static final int FUNC = Words.reserved("func");
  private static final int FN = Words.reserved("fn");
  private static final int STRUCT = Words.reserved("struct");
  private static final int INTERFACE = Words.reserved("interface");
  private static final int MAP = Words.reserved("map");
  private static final int CHAN = Words.reserved("chan");

  private final Tokens t;
  private final Types types;
  private final Language language;

  LateTypes(Tokens tokens, Types types, Language language) {
    this.t = tokens;
    this.types = types;
    this.language = language;
  }

  /** One past the type that starts at token {@code from}; {@code from} if none does. */
  int end(int from) {
    return language == Language.GO ? go(from, 0) : operators(from, true);
  }

  /** The same, where an arrow after the type is not part of it. */
  int endBeforeArrow(int from) {
    return operators(from, false);
  }

  /** Operands joined by {@code |}, {@code &}, {@code =>} and the like. */
  private int operators(int from, boolean arrows) {
    int limit = Math.min(t.size - 1, from + MAX_TOKENS);
    boolean operand = true;
    int i = from;
    while (i < limit) {
      if (t.type[i] == Tokens.NEWLINE && operand) {
        i++;
        continue;
      }
      int after = operand ? operand(i) : isOp(i, Operators.ARROW) && !arrows ? -1 : infix(i);
      if (after < 0) {
        break;
      }
      if (operand) {
        operand = after <= i + 1 && isPrefix(i);
      } else {
        operand = isInfix(i);
      }
      i = after;
    }
    return i;
  }

  private boolean isPrefix(int i) {
    return t.type[i] == Tokens.OPERATOR
            && !isOp(i, ']')
            && !isOp(i, ')')
            && !isOp(i, '}')
            && !isOp(i, '!')
            && t.match[i] < 0
        || t.type[i] == Tokens.NAME && Reserved.is(PREFIXES, t.info[i]);
  }

  /** One past an operand or a prefix; -1 if none stands here. */
  private int operand(int i) {
    if (t.type[i] == Tokens.NAME || t.type[i] == Tokens.STRING || t.type[i] == Tokens.NUMBER) {
      return i + 1;
    }
    if (t.type[i] != Tokens.OPERATOR) {
      return -1;
    }
    int op = t.info[i];
    return switch (op) {
      case '(', '[', '{' -> op == '{' && language == Language.RUST ? -1 : close(i);
      case '|', '&', '*', Operators.AMPERSANDS, '?', Operators.SCOPE, '!', '-' -> i + 1;
      case '<' -> types.angle(i);
      default -> -1;
    };
  }

  private int close(int i) {
    return t.match[i] < 0 ? -1 : t.match[i] + 1;
  }

  private boolean isInfix(int i) {
    return isOp(i, '|')
        || isOp(i, '&')
        || isOp(i, '+')
        || isOp(i, '.')
        || isOp(i, Operators.SCOPE)
        || isOp(i, Operators.ARROW)
        || isOp(i, Operators.THIN_ARROW)
        || t.type[i] == Tokens.NAME;
  }

  private int infix(int i) {
    if (t.type[i] == Tokens.NAME) {
      return Reserved.is(INFIX, t.info[i]) && language == Language.TYPESCRIPT ? i + 1 : -1;
    }
    if (t.type[i] != Tokens.OPERATOR) {
      return -1;
    }
    int op = t.info[i];
    return switch (op) {
      case '.', Operators.SCOPE, '+', Operators.THIN_ARROW -> i + 1;
      case '|', '&' -> language == Language.TYPESCRIPT ? i + 1 : -1;
      case Operators.ARROW -> language == Language.TYPESCRIPT ? i + 1 : -1;
      case '[' -> language == Language.TYPESCRIPT ? close(i) : -1;
      case '(' -> language == Language.RUST ? close(i) : -1;
      case '<', Operators.DIAMOND -> types.angle(i) < 0 ? -1 : types.angle(i);
      default -> -1;
    };
  }

  private int go(int from, int depth) {
    int i = from;
    if (depth > 20 || i >= t.size - 1) {
      return i;
    }
    if (isOp(i, '*') || isOp(i, Operators.SEND) || isOp(i, Operators.ELLIPSIS)) {
      return go(i + 1, depth + 1);
    }
    if (isOp(i, '[')) {
      return t.match[i] < 0 ? from : go(t.match[i] + 1, depth + 1);
    }
    if (isOp(i, '(')) {
      return t.match[i] < 0 ? from : t.match[i] + 1;
    }
    if (t.type[i] != Tokens.NAME) {
      return from;
    }
    int word = t.info[i];
    if (word == CHAN) {
      return go(i + 1, depth + 1);
    }
    if (word == FUNC && isOp(i + 1, '(') && t.match[i + 1] >= 0) {
      return go(t.match[i + 1] + 1, depth + 1);
    }
    if ((word == STRUCT || word == INTERFACE) && isOp(i + 1, '{') && t.match[i + 1] >= 0) {
      return t.match[i + 1] + 1;
    }
    return goName(i + 1, depth);
  }

  private int goName(int after, int depth) {
    int i = after;
    if (isOp(i, '.') && t.type[i + 1] == Tokens.NAME) {
      i += 2;
    }
    if (isOp(i, '[') && t.match[i] > i + 1) {
      boolean map = i == after && t.info[after - 1] == MAP;
      return map ? go(t.match[i] + 1, depth + 1) : t.match[i] + 1;
    }
    return i;
  }

  private boolean isOp(int index, int op) {
    return index < t.size && t.type[index] == Tokens.OPERATOR && t.info[index] == op;
  }
}
