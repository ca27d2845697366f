package dev.assay.internal.check.sum;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.assay.internal.check.turn.CharFacts;
import dev.assay.internal.check.turn.Findings;
import dev.assay.internal.check.turn.TurnView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A final answer that contradicts the working before it: the working ends in a computed result, and
 * the final number is neither that result, nor another number of the closing words, nor a rounding
 * or a change of unit of any of them.
 */
final class FinalAnswer {
  private static final String[] MARKS = {
    "####",
    "\\boxed{",
    "the answer is",
    "The answer is",
    "final answer is",
    "Final answer:",
    "Final Answer:",
    "Answer:"
  };

  private static final String OPERATORS = "+-*/x\u00D7\u00F7\u2212\u2013<(%";
  private static final List<String> NAMES =
      List.of(
          "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve");
  private static final Pattern NAMED =
      Pattern.compile("(?i)\\b(" + String.join("|", NAMES) + ")\\b");

  /** Words for which a result is told with a sign, or as parts of a hundred. */
  private static final Pattern SIGNED =
      Pattern.compile(
          "(?i)\\b(?:negative|minus|loss|lost|loses?|losing|below|under|decreas\\w*|debts?|owe\\w*|deficit|drop\\w*|fell|falls?|down|less|decline\\w*|overdr\\w+|change|difference|temperature|degrees)\\b|[-\u2212] ?\\d+ ?[,)]|= ?\\$?[-\u2212]|\\([-\u2212]");

  private static final Pattern HUNDREDTHS =
      Pattern.compile(
          "(?i)%|cents?\\b|\u00A2|percent|probab|chance|odds|fraction|meters?\\b|metres?\\b|\\bcm\\b");

  /** Thousands set apart by spaces: not every number can be told from two. */
  private static final Pattern GROUPED = Pattern.compile("\\d \\d{3}\\b");

  /** Results are looked for in so much of the working before the final answer. */
  private static final int REACH = 6000;

  /** The unit of the answer stands so near behind it. */
  private static final int UNIT = 10;

  private static final Leeway EXACT = new Leeway(true, true);

  private FinalAnswer() {}

  static void find(TurnView turn, Findings out) {
    if (!out.wants(ArithmeticCheck.FINAL_ANSWER)) {
      return;
    }
    String text = turn.text();
    int mark = -1;
    String marked = "";
    for (String candidate : MARKS) {
      if (!possible(candidate, turn.facts())) {
        continue;
      }
      int at = text.lastIndexOf(candidate);
      if (at > mark) {
        mark = at;
        marked = candidate;
      }
    }
    if (mark <= 0 || turn.codeAt(mark) != null) {
      return;
    }
    Numbers.@Nullable Number claimed = claimed(text, mark + marked.length());
    if (claimed == null) {
      return;
    }
    int from = Math.max(0, mark - REACH);
    String told = turn.request() + " " + text.substring(from, mark);
    String unit = text.substring(claimed.end(), Math.min(text.length(), claimed.end() + UNIT));
    Leeway leeway = new Leeway(SIGNED.matcher(told).find(), HUNDREDTHS.matcher(told + unit).find());
    if (contradicts(text, from, mark, claimed, leeway)) {
      out.found(ArithmeticCheck.FINAL_ANSWER, mark, claimed.end());
    }
  }

  /**
   * In what a result and the answer may differ.
   *
   * @param sign one may be the other with its sign turned
   * @param hundred one may be a hundred times the other
   */
  private record Leeway(boolean sign, boolean hundred) {}

  private static boolean possible(String mark, CharFacts facts) {
    char c = mark.charAt(0);
    return c != '#' && c != '\\' || facts.has(c == '#' ? CharFacts.HASH : CharFacts.BACKSLASH);
  }

  /** The number that the mark announces, if it is plain: no fraction, scale or unknown after it. */
  private static Numbers.@Nullable Number claimed(String text, int from) {
    int i = from;
    while (i < text.length()
        && i < from + 12
        && " \t*:$\u20AC\u00A3{(=\\".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    boolean negative = i < text.length() && Numbers.minus(text.charAt(i));
    i = negative ? i + 1 : i;
    if (i < text.length() && Numbers.currency(text.charAt(i))) {
      i++;
    }
    Numbers.Number number = Numbers.read(text, i, text.length());
    if (number == null || number.ambiguous() || number.digits() > 15) {
      return null;
    }
    int next = Numbers.skipSpaces(text, number.end(), text.length());
    if (next < text.length() && "/:^-+*x\u00D7\u2013".indexOf(text.charAt(next)) >= 0) {
      return null;
    }
    for (String scale : new String[] {"thousand", "million", "billion", "dozen", "hundred", "k"}) {
      if (text.startsWith(scale, next)) {
        return null;
      }
    }
    return new Numbers.Number(
        negative ? number.value().negate() : number.value(),
        number.decimals(),
        number.digits(),
        false,
        number.end());
  }

  private static boolean contradicts(
      String text, int from, int mark, Numbers.Number claimed, Leeway leeway) {
    List<BigDecimal> results = results(text, from, mark);
    if (results.isEmpty()) {
      return false;
    }
    int closing = closingStart(text, from, mark);
    if (GROUPED.matcher(text.substring(closing, claimed.end())).find()) {
      return false;
    }
    for (BigDecimal number : closingNumbers(text, closing, mark)) {
      if (same(number, claimed, leeway)) {
        return false;
      }
    }
    BigDecimal last = results.get(results.size() - 1);
    if (same(last, claimed, leeway)) {
      return false;
    }
    // The working must end in its result; if its last line only words it, the claim must be new.
    int equals = text.indexOf('=', closing);
    return equals >= 0 && equals < mark
        || words(text, closing, mark, last) && !holds(text, from, mark, claimed, leeway);
  }

  private static boolean words(String text, int closing, int mark, BigDecimal result) {
    Numbers.Number plain = new Numbers.Number(result, 0, 0, false, 0);
    return closingNumbers(text, closing, mark).stream()
        .anyMatch(number -> same(number, plain, EXACT));
  }

  private static boolean holds(
      String text, int from, int mark, Numbers.Number claimed, Leeway leeway) {
    for (int i = from; i < mark; i++) {
      Numbers.Number number = numberAt(text, i, mark);
      if (number != null) {
        if (same(number.value(), claimed, leeway)) {
          return true;
        }
        i = number.end() - 1;
      }
    }
    return false;
  }

  /** Start of the last line before the mark that is not empty. */
  private static int closingStart(String text, int from, int mark) {
    int end = mark;
    while (end > from
        && (Character.isWhitespace(text.charAt(end - 1))
            || "*#$\\".indexOf(text.charAt(end - 1)) >= 0)) {
      end--;
    }
    int line = text.lastIndexOf('\n', end - 1);
    return Math.max(from, line + 1);
  }

  /** What the closing line states: results, and numbers that are no operand, in digits or words. */
  private static List<BigDecimal> closingNumbers(String text, int from, int mark) {
    List<BigDecimal> numbers = results(text, from, mark);
    for (int i = from; i < mark; i++) {
      Numbers.Number number = numberAt(text, i, mark);
      if (number != null) {
        if (!operand(text, i, number.end(), mark)) {
          numbers.add(number.value());
        }
        i = number.end() - 1;
      }
    }
    Matcher named = NAMED.matcher(text.substring(from, mark));
    while (named.find()) {
      numbers.add(BigDecimal.valueOf(NAMES.indexOf(named.group(1).toLowerCase(Locale.ROOT))));
    }
    return numbers;
  }

  private static boolean operand(String text, int start, int end, int limit) {
    int before = start - 1;
    while (before >= 0 && (text.charAt(before) == ' ' || Numbers.currency(text.charAt(before)))) {
      before--;
    }
    int after = Numbers.skipSpaces(text, end, limit);
    return before >= 0 && OPERATORS.indexOf(text.charAt(before)) >= 0
        || after < limit && OPERATORS.indexOf(text.charAt(after)) >= 0;
  }

  /** The first number after each equals sign. */
  private static List<BigDecimal> results(String text, int from, int to) {
    List<BigDecimal> results = new ArrayList<>();
    for (int i = text.indexOf('=', from); i >= 0 && i < to; i = text.indexOf('=', i + 1)) {
      int j = i + 1;
      while (j < to && " \t$\u20AC\u00A3(<".indexOf(text.charAt(j)) >= 0) {
        j++;
      }
      boolean negative = j < to && Numbers.minus(text.charAt(j));
      Numbers.Number number = numberAt(text, negative ? j + 1 : j, to);
      if (number != null) {
        results.add(negative ? number.value().negate() : number.value());
      }
    }
    return results;
  }

  private static Numbers.@Nullable Number numberAt(String text, int i, int to) {
    return Numbers.digitAt(text, i, to)
            || i + 1 < to && text.charAt(i) == '.' && Numbers.digitAt(text, i + 1, to)
        ? Numbers.read(text, i, to)
        : null;
  }

  private static boolean same(BigDecimal result, Numbers.Number claimed, Leeway leeway) {
    BigDecimal gap = result.subtract(claimed.value()).abs();
    if (gap.signum() == 0) {
      return true;
    }
    boolean fractions = result.stripTrailingZeros().scale() > 0 || claimed.decimals() > 0;
    if (fractions && gap.compareTo(BigDecimal.ONE.movePointLeft(claimed.decimals())) <= 0) {
      return true;
    }
    return leeway.sign && result.abs().compareTo(claimed.value().abs()) == 0
        || leeway.hundred && percentOf(result, claimed.value());
  }

  /** 0.25 and 25, 150 cents and 1.5 dollars. */
  private static boolean percentOf(BigDecimal a, BigDecimal b) {
    return a.movePointRight(2).compareTo(b) == 0 || b.movePointRight(2).compareTo(a) == 0;
  }
}
