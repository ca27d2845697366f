package dev.assay.internal.code.tree;

/** How tightly operators bind, over all languages. */
public final class Operators {
  /** Data of a COMPARE node for operators that are words. */
  public static final int IN = 1;

  public static final int NOT_IN = 2;
  public static final int IS = 3;
  public static final int IS_NOT = 4;
  public static final int INSTANCE_OF = 5;

  /** Data of nodes for {@code ==}, {@code !=}, {@code ===}, {@code !==}. */
  public static final int EQUAL = '=' | '=' << 8;

  public static final int NOT_EQUAL = '!' | '=' << 8;
  public static final int SAME = '=' | '=' << 8 | '=' << 16;
  public static final int NOT_SAME = '!' | '=' << 8 | '=' << 16;

  static final int SCOPE = ':' | ':' << 8;
  static final int STARS = '*' | '*' << 8;
  static final int AMPERSANDS = '&' | '&' << 8;
  static final int DIAMOND = '<' | '>' << 8;
  static final int CLOSE_TWO = '>' | '>' << 8;
  static final int ELLIPSIS = '.' | '.' << 8 | '.' << 16;
  static final int ARROW = '=' | '>' << 8;
  static final int THIN_ARROW = '-' | '>' << 8;
  static final int SEND = '<' | '-' << 8;
  static final int PIPES = '|' | '|' << 8;

  static final int OR = 3;
  static final int AND = 4;
  static final int COMPARISON = 6;
  static final int POWER = 14;
  static final int UNARY = 13;

  private Operators() {}

  /** Precedence of a binary operator, 0 for none. */
  static int precedence(int op, Syntax syntax) {
    return switch (op) {
      case '|' | '|' << 8, '?' | '?' << 8 -> OR;
      case '&' | '&' << 8 -> AND;
      case '<',
          '>',
          '<' | '=' << 8,
          '>' | '=' << 8,
          EQUAL,
          NOT_EQUAL,
          SAME,
          NOT_SAME,
          '<' | '=' << 8 | '>' << 16,
          '=' | '~' << 8,
          '<' | '>' << 8 ->
          COMPARISON;
      case '|', SEND -> 7;
      case '^' -> 8;
      case '&' -> 9;
      case '<' | '<' << 8, '>' | '>' << 8 -> 10;
      case '+', '-' -> 11;
      case '.' | '.' << 8, '.' | '.' << 8 | '=' << 16 -> syntax.hashStrings() ? 5 : 0;
      case '.' -> syntax.dotConcat() ? 11 : 0;
      case '*', '/', '%', '/' | '/' << 8 -> 12;
      case '@' -> syntax.indented() ? 12 : 0;
      case '*' | '*' << 8 -> POWER;
      default -> 0;
    };
  }

  /** Whether the operator assigns: {@code =}, {@code +=}, {@code :=}, ... */
  static boolean assigns(int op) {
    return switch (op) {
      case '=',
          ':' | '=' << 8,
          '+' | '=' << 8,
          '-' | '=' << 8,
          '*' | '=' << 8,
          '/' | '=' << 8,
          '%' | '=' << 8,
          '|' | '=' << 8,
          '&' | '=' << 8,
          '^' | '=' << 8,
          '@' | '=' << 8,
          '.' | '=' << 8,
          '*' | '*' << 8 | '=' << 16,
          '/' | '/' << 8 | '=' << 16,
          '>' | '>' << 8 | '=' << 16,
          '<' | '<' << 8 | '=' << 16,
          '?' | '?' << 8 | '=' << 16,
          '&' | '&' << 8 | '=' << 16,
          '|' | '|' << 8 | '=' << 16 ->
          true;
      default -> false;
    };
  }
}
