package dev.assay.internal.check.sum;

import dev.assay.internal.check.sum.Expression.Value;
import dev.assay.internal.check.turn.Findings;
import dev.assay.internal.check.turn.TurnView;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds equations of plain numbers and those among them that cannot hold. */
final class Equations {
  /** An equation is looked for this far before its first equals sign and after its last. */
  private static final int REACH = 160;

  /** A chain longer than this is not read on. */
  private static final int MOST_SIDES = 12;

  private static final BigDecimal LOOSE = new BigDecimal("0.02");

  /** A factor that a change of unit, unsaid, would explain. */
  private static final Set<String> UNIT_FACTORS =
      Set.of(
          "3", "4", "7", "8", "10", "12", "14", "16", "24", "30", "36", "52", "60", "100", "144",
          "168", "365", "720", "1000", "1440", "1760", "3600", "5280", "8760", "86400", "1000000");

  /** A word before the equation that makes its first number part of something else. */
  private static final Set<String> TAKES_OPERAND =
      Set.of(
          "of",
          "root",
          "roots",
          "plus",
          "minus",
          "times",
          "by",
          "log",
          "ln",
          "sin",
          "cos",
          "tan",
          "mod",
          "than",
          "average",
          "mean",
          "median",
          "half",
          "twice",
          "double",
          "triple",
          "negative",
          "and",
          "or",
          "over",
          "per",
          "factorial",
          "max",
          "min",
          "sum",
          "divided",
          "multiplied",
          "if",
          "not",
          "base",
          "remaining",
          "square",
          "squared");

  private Equations() {}

  static void find(TurnView turn, Findings out) {
    String text = turn.text();
    int from = 0;
    int annotation = 0;
    while (true) {
      int equals = text.indexOf('=', from);
      if (equals < 0) {
        return;
      }
      from = equals + 1;
      if (!betweenNumbers(text, equals)) {
        continue;
      }
      int start = chainStart(text, equals, annotation);
      if (start < 0) {
        continue;
      }
      Chain chain = read(text, start, Math.min(text.length(), equals + REACH));
      if (chain == null || chain.end <= equals) {
        continue;
      }
      from = Math.max(from, chain.end);
      annotation = from;
      if (chain.wrong) {
        report(turn, start, chain, out);
      }
    }
  }

  /** Whether what touches the sign on both sides can be the end and the start of a sum. */
  private static boolean betweenNumbers(String text, int equals) {
    int before = equals - 1;
    while (before >= 0 && text.charAt(before) == ' ') {
      before--;
    }
    int after = Numbers.skipSpaces(text, equals + 1, text.length());
    if (before < 0 || after >= text.length()) {
      return false;
    }
    char b = text.charAt(before);
    char a = text.charAt(after);
    return (b >= '0' && b <= '9' || b == ')' || b == '%')
        && (a >= '0' && a <= '9'
            || a == '.'
            || a == '('
            || Numbers.minus(a)
            || Numbers.currency(a));
  }

  private static void report(TurnView turn, int start, Chain chain, Findings out) {
    String text = turn.text();
    if (turn.codeAt(start) != null) {
      return;
    }
    boolean annotated =
        start >= 2 && text.startsWith("<<", start - 2) && text.startsWith(">>", chain.end);
    if (annotated) {
      out.found(ArithmeticCheck.ANNOTATION, start - 2, chain.end + 2);
    } else if (plainSides(text, start, chain) && !Doubt.in(text, start, chain.end)) {
      out.found(ArithmeticCheck.EQUATION, start, chain.end);
    }
  }

  /** A chain of sides that were read. */
  private record Chain(boolean wrong, boolean single, int end) {}

  /** Where the left side starts, or -1 if what stands there is not plain. */
  private static int chainStart(String text, int equals, int floor) {
    int i = equals;
    int least = Math.max(floor, equals - REACH);
    while (i > least && sumCharacter(text, i - 1)) {
      i--;
    }
    if (i == least && i > floor) {
      return -1;
    }
    i = Numbers.skipSpaces(text, i, equals);
    return i < equals ? i : -1;
  }

  private static boolean sumCharacter(String text, int i) {
    char c = text.charAt(i);
    if (c == 'x' || c == 'X') {
      return Numbers.operator(text, i, text.length()) == '*' && i > 0 && operandEnd(text, i - 1);
    }
    return c >= '0' && c <= '9'
        || " \t\u00A0.,+*/^()%".indexOf(c) >= 0
        || Numbers.minus(c)
        || Numbers.currency(c)
        || c == '\u00D7'
        || c == '\u00B7'
        || c == '\u22C5'
        || c == '\u00F7';
  }

  private static boolean operandEnd(String text, int from) {
    int i = from;
    while (i > 0 && text.charAt(i) == ' ') {
      i--;
    }
    char c = text.charAt(i);
    return c >= '0' && c <= '9' || c == ')' || c == '%';
  }

  private static @Nullable Chain read(String text, int start, int limit) {
    Value left = Sides.read(text, start, limit);
    if (left == null) {
      return null;
    }
    boolean wrong = false;
    boolean loose = left.money() || left.percent();
    boolean single = left.operands() == 1;
    int sides = 1;
    int end = left.end();
    while (sides < MOST_SIDES) {
      int sign = Numbers.skipSpaces(text, left.end(), limit);
      if (sign >= limit
          || text.charAt(sign) != '='
          || sign + 1 < limit && text.charAt(sign + 1) == '=') {
        break;
      }
      Value right = Sides.read(text, Numbers.skipSpaces(text, sign + 1, limit), limit);
      if (right == null) {
        return sides == 1 ? null : new Chain(wrong, single, end);
      }
      loose |= right.money() || right.percent();
      wrong |= contradict(left, right, loose || Sides.unitFollows(text, right.end()));
      left = right;
      end = right.end();
      sides++;
    }
    return sides == 1 ? null : new Chain(wrong, single, end);
  }

  static boolean contradict(Value left, Value right, boolean unitsMayChange) {
    if (left.operands() == 1 && right.operands() == 1) {
      return false;
    }
    // "4 + 5 = 9 x 3 = 27" runs on: the next side starts from the last result.
    return differ(left.value(), right.value(), left, right, unitsMayChange)
        && differ(left.leftToRight(), right.value(), left, right, unitsMayChange)
        && differ(left.value(), right.leftToRight(), left, right, unitsMayChange)
        && (right.operands() == 1
            || differ(left.value(), right.first(), left, right, unitsMayChange));
  }

  private static boolean differ(
      BigDecimal a, BigDecimal b, Value left, Value right, boolean unitsMayChange) {
    if (a.compareTo(b) == 0) {
      return false;
    }
    BigDecimal gap = a.subtract(b).abs();
    boolean whole = left.exact() && right.exact() && !left.percent() && !right.percent();
    if (!whole) {
      int digits =
          Math.min(
              right.operands() == 1 ? right.decimals() : 12,
              left.operands() == 1 ? left.decimals() : 12);
      BigDecimal step = BigDecimal.ONE.movePointLeft(digits);
      BigDecimal largest = a.abs().max(b.abs());
      if (gap.compareTo(step) <= 0 || gap.compareTo(largest.multiply(LOOSE)) <= 0) {
        return false;
      }
    }
    return !(unitsMayChange || left.percent() || right.percent()) || !unitFactor(a, b);
  }

  /** Whether one is the other times a factor between units, give or take rounding. */
  static boolean unitFactor(BigDecimal a, BigDecimal b) {
    if (a.signum() == 0 || b.signum() == 0) {
      return false;
    }
    BigDecimal ratio = a.abs().max(b.abs()).divide(a.abs().min(b.abs()), MathContext.DECIMAL32);
    for (String factor : UNIT_FACTORS) {
      BigDecimal f = new BigDecimal(factor);
      if (ratio.subtract(f).abs().compareTo(f.multiply(LOOSE)) <= 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether the equation starts where a statement can start. */
  private static boolean plainSides(String text, int start, Chain chain) {
    int i = start - 1;
    while (i >= 0 && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i--;
    }
    if (i < 0 || text.charAt(i) == '\n') {
      return true;
    }
    char c = text.charAt(i);
    if (Character.isLetterOrDigit(c)) {
      // "Week 2 = 35 + 35" and "rate - 45 = 20" name things that are not there.
      return i < start - 1
          && !chain.single
          && !Numbers.minus(text.charAt(start))
          && !TAKES_OPERAND.contains(wordBefore(text, i));
    }
    return ",.;:=$?)>*".indexOf(c) >= 0 && !(c == ')' || c == '*' || c == '>') || c == ':';
  }

  private static String wordBefore(String text, int last) {
    int i = last;
    while (i > 0 && Character.isLetter(text.charAt(i - 1)) && last - i < 20) {
      i--;
    }
    return text.substring(i, last + 1).toLowerCase(Locale.ROOT);
  }
}
