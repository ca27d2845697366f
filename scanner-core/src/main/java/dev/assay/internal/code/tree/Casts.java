package dev.assay.internal.code.tree;

import dev.assay.segment.Language;
import java.util.Set;

/** Types in brackets before an operand. */
final class Casts {
  private static final Set<String> NUMBERS =
      Set.of(
          "int", "long", "short", "byte", "float", "double", "decimal", "bool", "boolean", "uint",
          "ulong", "ushort", "sbyte", "integer");
  private static final Set<String> PHP =
      Set.of(
          "int", "integer", "float", "double", "bool", "boolean", "string", "array", "object",
          "unset", "binary");
  private static final boolean[] NOT_OPERANDS =
      Reserved.flags(
          "if",
          "else",
          "for",
          "in",
          "is",
          "and",
          "or",
          "as",
          "instanceof",
          "switch",
          "while",
          "do",
          "throws",
          "return",
          "with",
          "when");

  private static final boolean[] NOT_OPERANDS_JAVA =
      Reserved.flags("if", "else", "for", "instanceof", "while", "do", "throws", "return");

  private Casts() {}

  /** One past the type in the bracket that stands here, if it is a cast; else 0. */
  static int end(Operands in) {
    Language language = in.tree.language;
    if (language == Language.PHP) {
      boolean cast = in.isNameAt(in.p + 1) && in.isOpAt(in.p + 2, ')') && PHP.contains(word(in));
      return cast ? in.p + 2 : 0;
    }
    if (language != Language.JAVA
        && language != Language.C
        && language != Language.CPP
        && language != Language.CSHARP) {
      return 0;
    }
    int close = in.tokens.match[in.p];
    int end = close < 0 ? -1 : in.types.end(in.p + 1);
    if (end < 0) {
      return 0;
    }
    while (language == Language.JAVA && in.isOpAt(end, '&') && in.types.end(end + 1) > 0) {
      end = in.types.end(end + 1);
    }
    return end == close && operandFollows(in, close + 1, sure(in, in.p + 1, end)) ? end : 0;
  }

  private static String word(Operands in) {
    return in.tree.word(in.tokens.info[in.p + 1]).toLowerCase(java.util.Locale.ROOT);
  }

  /** Whether nothing but a type can stand there. */
  private static boolean sure(Operands in, int from, int to) {
    if (in.tokens.type[to - 1] == Tokens.OPERATOR || in.tokens.info[from] < Words.FIRST_FREE) {
      return true;
    }
    String last = in.tree.word(in.tokens.info[to - 1]);
    return last.endsWith("_t") || NUMBERS.contains(last);
  }

  private static boolean operandFollows(Operands in, int index, boolean sure) {
    byte type = in.tokens.type[index];
    if (type == Tokens.NAME) {
      boolean[] not = in.tree.language == Language.JAVA ? NOT_OPERANDS_JAVA : NOT_OPERANDS;
      return !Reserved.is(not, in.tokens.info[index]);
    }
    if (type != Tokens.OPERATOR) {
      return type == Tokens.STRING || type == Tokens.NUMBER;
    }
    int op = in.tokens.info[index];
    return switch (op) {
      case '(' -> sure || in.tree.language == Language.JAVA || in.tree.language == Language.CSHARP;
      case '~', '!' -> true;
      case '{' -> in.tree.language == Language.C || in.tree.language == Language.CPP;
      case '-', '+', '*', '&', '-' | '-' << 8, '+' | '+' << 8, Operators.STARS, '@' -> sure;
      default -> false;
    };
  }

  /**
   * The operand; where the cast makes it a number, or changes it as in PHP, as the argument of a
   * CALL of the type.
   */
  static int read(Operands in, int end) {
    int start = in.from();
    int typeStart = in.tokens.start[in.p + 1];
    int word = in.tokens.info[in.p + 1];
    boolean number = end == in.p + 2 && (numeric(in) || in.tree.language == Language.PHP);
    in.p = end + 1;
    int operand = in.binary(Operators.UNARY);
    if (!number) {
      return operand;
    }
    int node = in.tree.add(Kind.CALL, start, in.behind(), 2);
    int type = in.tree.add(Kind.NAME, typeStart, in.tokens.end[end - 1], word);
    in.tree.append(node, in.tree.append(node, 0, type), operand);
    return node;
  }

  private static boolean numeric(Operands in) {
    return in.tree.language != Language.C
        && in.tree.language != Language.CPP
        && NUMBERS.contains(word(in));
  }
}
