package dev.assay.internal.check.sum;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates one side of a sum: numbers, + - * / ^ and brackets. Bounded in digits, operands and
 * depth; what passes a bound, or is not plain, has no value.
 */
final class Expression {
  private static final int MOST_DIGITS = 15;
  private static final int MOST_OPERANDS = 40;
  private static final int MOST_DEPTH = 8;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final MathContext PRECISION = MathContext.DECIMAL128;

  /**
   * A value and how it was written.
   *
   * @param value by the usual precedence
   * @param leftToRight the value when read without precedence
   * @param first the first operand
   * @param operands how many numbers
   * @param decimals of the last number
   * @param exact only whole numbers, and no division that leaves a rest
   * @param percent whether a percent sign stands in it
   * @param money whether a currency sign stands in it
   * @param end one past the last character read
   */
  record Value(
      BigDecimal value,
      BigDecimal leftToRight,
      BigDecimal first,
      int operands,
      int decimals,
      boolean exact,
      boolean percent,
      boolean money,
      int end) {}

  private final String text;
  private final int limit;
  private final boolean precedence;
  private int at;
  private int operands;
  private int decimals;
  private int depth;
  private boolean exact = true;
  private boolean percent;
  private boolean money;
  private @Nullable BigDecimal first;

  private Expression(String text, int start, int limit, boolean precedence) {
    this.text = text;
    this.at = start;
    this.limit = limit;
    this.precedence = precedence;
  }

  /**
   * Reads as much of the text as is one expression; null if there is none, or none that is sure.
   */
  static @Nullable Value read(String text, int start, int limit) {
    Expression usual = new Expression(text, start, limit, true);
    BigDecimal value = usual.sum();
    if (value == null || usual.first == null) {
      return null;
    }
    BigDecimal naive = new Expression(text, start, limit, false).sum();
    return new Value(
        value,
        naive == null ? value : naive,
        usual.first,
        usual.operands,
        usual.decimals,
        usual.exact,
        usual.percent,
        usual.money,
        usual.at);
  }

  private @Nullable BigDecimal sum() {
    BigDecimal left = precedence ? product() : factor();
    while (left != null) {
      char op = operator();
      if (op == 0 || precedence && op != '+' && op != '-') {
        return left;
      }
      int before = at;
      at = operatorEnd();
      BigDecimal right = precedence ? product() : factor();
      if (right == null) {
        at = before;
        return null;
      }
      left = apply(op, left, right);
    }
    return null;
  }

  private @Nullable BigDecimal product() {
    BigDecimal left = factor();
    while (left != null) {
      char op = operator();
      if (op != '*' && op != '/') {
        return left;
      }
      at = operatorEnd();
      BigDecimal right = factor();
      left = right == null ? null : apply(op, left, right);
    }
    return null;
  }

  private @Nullable BigDecimal apply(char op, BigDecimal left, BigDecimal right) {
    switch (op) {
      case '+':
        return left.add(right, PRECISION);
      case '-':
        return left.subtract(right, PRECISION);
      case '*':
        return left.multiply(right, PRECISION);
      default:
        return divide(left, right);
    }
  }

  private @Nullable BigDecimal divide(BigDecimal left, BigDecimal right) {
    if (right.signum() == 0) {
      return null;
    }
    BigDecimal quotient = left.divide(right, PRECISION);
    exact &= quotient.stripTrailingZeros().scale() <= 0;
    return quotient;
  }

  private @Nullable BigDecimal factor() {
    skipSpaces();
    boolean negative = false;
    if (at < limit && Numbers.minus(text.charAt(at))) {
      negative = true;
      at++;
      skipSpaces();
    }
    BigDecimal value = primary();
    if (value == null) {
      return null;
    }
    value = power(value);
    if (value != null && at < limit && text.charAt(at) == '%') {
      percent = true;
      at++;
      value = value.divide(HUNDRED, PRECISION);
    }
    return value == null || !negative ? value : value.negate();
  }

  private @Nullable BigDecimal primary() {
    if (at < limit && Numbers.currency(text.charAt(at))) {
      money = true;
      at++;
      skipSpaces();
    }
    if (at < limit && text.charAt(at) == '(') {
      return bracket();
    }
    Numbers.Number number = Numbers.read(text, at, limit);
    if (number == null
        || number.ambiguous()
        || number.digits() > MOST_DIGITS
        || ++operands > MOST_OPERANDS) {
      return null;
    }
    at = number.end();
    decimals = number.decimals();
    exact &= decimals == 0;
    first = first == null ? number.value() : first;
    return number.value();
  }

  private @Nullable BigDecimal bracket() {
    if (++depth > MOST_DEPTH) {
      return null;
    }
    at++;
    BigDecimal inner = sum();
    skipSpaces();
    if (inner == null || at >= limit || text.charAt(at) != ')') {
      return null;
    }
    at++;
    depth--;
    return inner;
  }

  private @Nullable BigDecimal power(BigDecimal base) {
    int mark = Numbers.powerEnd(text, at, limit);
    if (mark < 0) {
      return base;
    }
    Numbers.Number exponent = Numbers.read(text, mark, limit);
    if (exponent == null || exponent.decimals() > 0 || exponent.digits() > 2) {
      return null;
    }
    int n = exponent.value().intValueExact();
    if (n > 20) {
      return null;
    }
    at = exponent.end();
    return base.pow(n, PRECISION);
  }

  /** The operator that comes next, as one of + - * /, or 0. */
  private char operator() {
    int i = Numbers.skipSpaces(text, at, limit);
    return i < limit ? Numbers.operator(text, i, limit) : 0;
  }

  private int operatorEnd() {
    return Numbers.skipSpaces(text, at, limit) + 1;
  }

  private void skipSpaces() {
    at = Numbers.skipSpaces(text, at, limit);
  }
}
