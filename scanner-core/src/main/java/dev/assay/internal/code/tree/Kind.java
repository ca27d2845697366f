package dev.assay.internal.code.tree;

/** Kinds of nodes in a {@link Tree}, with their children in order. */
public final class Kind {
  private Kind() {}

  /** Nothing that could be understood; children are what was understood inside. */
  public static final byte ERROR = 0;

  /** Data: the word. */
  public static final byte NAME = 1;

  public static final byte NUMBER = 2;

  /** Data: flags of the literal, or -1 for a piece of a template. */
  public static final byte STRING = 3;

  /** Pieces (STRING) and holes (HOLE). */
  public static final byte TEMPLATE = 4;

  /** An expression in a template. Data: 1 if its format makes it a number. */
  public static final byte HOLE = 5;

  /** True, False, None and their like. Data: the word. */
  public static final byte LITERAL = 6;

  /** Object; data: the member's word. */
  public static final byte ATTRIBUTE = 7;

  /** Callee, then arguments (KEYWORD, STAR or expressions). Data: 1 for {@code new}. */
  public static final byte CALL = 8;

  /** Argument by name: value. Data: the word. */
  public static final byte KEYWORD = 9;

  /** {@code *x}, {@code **x}, {@code ...x}: operand. Data: number of stars. */
  public static final byte STAR = 10;

  /** Object, index. */
  public static final byte INDEX = 11;

  public static final byte SLICE = 12;

  /** Two or more operands of one operator. Data: the operator. */
  public static final byte BINARY = 13;

  public static final byte UNARY = 14;

  /** Operands of comparisons. Data: the last operator, or its word negated minus one. */
  public static final byte COMPARE = 15;

  /** Operands of "and" (data 0) or "or" (data 1). */
  public static final byte LOGIC = 16;

  public static final byte NOT = 17;

  /** Condition, value if true, value if false. */
  public static final byte TERNARY = 18;

  public static final byte LIST = 19;
  public static final byte TUPLE = 20;
  public static final byte SET = 21;
  public static final byte DICT = 22;

  /** Key, value. */
  public static final byte PAIR = 23;

  /** Element, then CLAUSE nodes. */
  public static final byte COMPREHENSION = 24;

  /** Target, iterated expression, conditions. */
  public static final byte CLAUSE = 25;

  /** {@code await x}, {@code yield x}: operand. */
  public static final byte AWAIT = 26;

  /** A type, then a declared name. */
  public static final byte TYPED = 27;

  public static final byte BLOCK = 30;

  /** An expression as a statement. */
  public static final byte EXPRESSION = 31;

  /** Targets, then the value. Data: operator of an augmented assignment, 0 if plain. */
  public static final byte ASSIGN = 32;

  public static final byte RETURN = 33;

  /** Condition, block, condition, block, ..., block of else. */
  public static final byte IF = 34;

  public static final byte WHILE = 35;

  /** Target, iterated expression, block. */
  public static final byte FOR = 36;

  /** WITH_ITEM nodes, block. */
  public static final byte WITH = 37;

  /** Expression, target if any. */
  public static final byte WITH_ITEM = 38;

  /** Blocks and EXCEPT nodes. */
  public static final byte TRY = 39;

  /** Type if any, block. Data: the word it is bound to, or -1. */
  public static final byte EXCEPT = 40;

  /** DECORATOR, PARAMETER nodes, block. Data: the name's word, or -1. */
  public static final byte FUNCTION = 41;

  /** DECORATOR nodes, bases, block. Data: the name's word, or -1. */
  public static final byte CLASS = 42;

  /** ANNOTATION if any, default if any. Data: the name's word. */
  public static final byte PARAMETER = 43;

  public static final byte ANNOTATION = 44;

  /** An expression. */
  public static final byte DECORATOR = 45;

  /** IMPORTED nodes. */
  public static final byte IMPORT = 46;

  /** The path as an expression. Data: the word it is bound to. */
  public static final byte IMPORTED = 47;

  public static final byte RAISE = 48;
  public static final byte ASSERT = 49;
  public static final byte DELETE = 50;

  /** Any other statement: what it holds. Data: its word. */
  public static final byte OTHER = 51;
}
