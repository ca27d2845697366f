package dev.assay.internal.match;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Refuses operators that Lucene reads otherwise than people do: it takes {@code a AND b OR c} for
 * {@code a AND b} where c is of no matter, and {@code a OR NOT b} for {@code a AND NOT b}.
 */
public final class OperatorCheck {
  private final String query;
  private final boolean sideBySideIsAnd;
  private final Deque<Level> open = new ArrayDeque<>();
  private int at;

  private OperatorCheck(String query, boolean sideBySideIsAnd) {
    this.query = query;
    this.sideBySideIsAnd = sideBySideIsAnd;
    open.push(new Level());
  }

  /** What stands between one pair of parentheses. */
  private final class Level {
    private boolean and;
    private boolean or;
    private boolean operand;
    private boolean operator;

    void word(String word) {
      switch (word) {
        case "AND", "&&" -> {
          and = true;
          operator = true;
        }
        case "OR", "||" -> {
          or = true;
          operator = true;
        }
        case "NOT" -> not();
        default -> {
          // What a field's name stands before is the operand.
          if (!word.endsWith(":")) {
            operand(word);
          }
        }
      }
      if (and && or) {
        throw new QueryException(
            "AND and OR stand side by side, which can be read in two ways; put parentheses around"
                + " what belongs together");
      }
    }

    private void not() {
      if (operator && or) {
        throw new QueryException(
            "OR NOT would match nearly every text; say a AND NOT b, or leave it out");
      }
      operator = true;
    }

    private void operand(String word) {
      boolean signed = word.startsWith("+") || word.startsWith("-") || word.startsWith("!");
      if (sideBySideIsAnd) {
        and |= operand && !operator;
      } else {
        or |= operand && !operator && !signed;
      }
      operand = true;
      operator = false;
    }
  }

  /**
   * Checks a query.
   *
   * @throws QueryException if its operators are not clear
   */
  static void check(String query) {
    new OperatorCheck(query, false).check();
  }

  /**
   * Checks a query in which words side by side must all stand.
   *
   * @throws QueryException if its operators are not clear
   */
  public static void checkAnd(String query) {
    new OperatorCheck(query, true).check();
  }

  private void check() {
    int start = -1;
    while (at <= query.length()) {
      char c = at < query.length() ? query.charAt(at) : ' ';
      boolean border = Character.isWhitespace(c) || c == '(' || c == ')';
      if (border && start >= 0) {
        top().word(query.substring(start, at));
        start = -1;
      }
      if (c == '(') {
        top().operand("(");
        open.push(new Level());
      } else if (c == ')') {
        close();
      } else if (!border) {
        start = start < 0 ? at : start;
        skip(c);
      }
      at++;
    }
  }

  private Level top() {
    return open.getFirst();
  }

  /** Goes on behind what follows a parenthesis, such as {@code @2}. */
  private void close() {
    if (open.size() > 1) {
      open.pop();
    }
    while (at + 1 < query.length() && "@^~0123456789".indexOf(query.charAt(at + 1)) >= 0) {
      at++;
    }
  }

  /** Goes to the end of a quotation, a range or an escape that starts here. */
  private void skip(char c) {
    int end =
        switch (c) {
          case '\\' -> at + 1;
          case '"' -> query.indexOf('"', at + 1);
          case '/' -> query.indexOf('/', at + 1);
          case '[', '{' -> Math.max(query.indexOf(']', at), query.indexOf('}', at));
          default -> at;
        };
    at = Math.max(at, end);
  }
}
