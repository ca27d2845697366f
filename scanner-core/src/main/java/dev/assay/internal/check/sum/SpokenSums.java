package dev.assay.internal.check.sum;

import dev.assay.internal.check.turn.Findings;
import dev.assay.internal.check.turn.TurnView;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sums said in words: "20% of 50 is 15", "half of 30 is 10", "9.11 is larger than 9.9". */
final class SpokenSums {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal LOOSE = new BigDecimal("0.03");

  private static final Map<String, BigDecimal> FRACTIONS =
      Map.of(
          "half of ",
          new BigDecimal("0.5"),
          "quarter of ",
          new BigDecimal("0.25"),
          "twice ",
          BigDecimal.valueOf(2),
          "double ",
          BigDecimal.valueOf(2),
          "triple ",
          BigDecimal.valueOf(3),
          "square of ",
          BigDecimal.ZERO);

  private static final List<String> IS =
      List.of(" is equal to ", " equals ", " is exactly ", " is ", " = ");
  private static final List<String> MORE =
      List.of(" is greater than ", " is larger than ", " is bigger than ");
  private static final List<String> LESS = List.of(" is less than ", " is smaller than ");

  private SpokenSums() {}

  static void find(TurnView turn, Findings out) {
    String text = turn.text();
    char[] chars = turn.facts().chars();
    int length = turn.facts().length();
    int i = 0;
    while (i < length) {
      if (chars[i] < '0' || chars[i] > '9') {
        i++;
        continue;
      }
      int start = i;
      while (i < length && numberPart(chars, i, length)) {
        i++;
      }
      if (i < length && worthReading(chars, start, i, length)) {
        read(text, start, out);
      }
    }
  }

  private static boolean numberPart(char[] chars, int i, int length) {
    char c = chars[i];
    return c >= '0' && c <= '9'
        || (c == '.' || c == ',') && i + 1 < length && chars[i + 1] >= '0' && chars[i + 1] <= '9';
  }

  /** What follows a number in a statement about it: most numbers are done with here. */
  private static boolean worthReading(char[] chars, int start, int end, int length) {
    char c = chars[end];
    if (c == '%') {
      return at(chars, end + 1, length, " of ");
    }
    if (c == ',') {
      return end - start == 4
          && end + 3 < length
          && (chars[end + 2] == 'w' || chars[end + 2] == 'i' || chars[end + 2] == 'f');
    }
    if (c != ' ' && c != '-') {
      return false;
    }
    int word = end + 1;
    while (word < length
        && word < end + 14
        && (chars[word] | 0x20) >= 'a'
        && (chars[word] | 0x20) <= 'z') {
      word++;
    }
    if (word == end + 1) {
      return chars[word] == '=';
    }
    boolean connects =
        at(chars, word, length, " = ")
            || at(chars, word, length, " equal")
            || at(chars, word, length, " is ")
            || at(chars, word, length, " are ");
    return connects
        || at(chars, end, length, " percent of ")
        || at(chars, end, length, " is ")
        || at(chars, end, length, " equals ")
        || end - start == 4
            && (at(chars, end, length, " was ")
                || at(chars, end, length, " fell ")
                || at(chars, end, length, " falls ")
                || at(chars, end, length, " will "));
  }

  private static boolean at(char[] chars, int from, int length, String words) {
    if (from + words.length() > length) {
      return false;
    }
    for (int i = 0; i < words.length(); i++) {
      if (chars[from + i] != words.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static void read(String text, int start, Findings out) {
    Numbers.Number number =
        startsNumber(text, start) ? Numbers.read(text, start, text.length()) : null;
    if (number == null || number.digits() > 15 || number.ambiguous()) {
      return;
    }
    int dayEnd = number.digits() == 4 ? Weekdays.wrongEnd(text, start, number) : -1;
    String name = dayEnd > 0 ? ArithmeticCheck.WEEKDAY : wrong(text, start, number);
    if (name != null && !Doubt.in(text, start, number.end())) {
      out.found(name, start, Math.min(text.length(), lineEnd(text, number.end())));
    }
  }

  private static int lineEnd(String text, int from) {
    int i = from;
    while (i < text.length()
        && i < from + 80
        && text.charAt(i) != '\n'
        && !text.startsWith(". ", i)) {
      i++;
    }
    return i;
  }

  private static @Nullable String wrong(String text, int start, Numbers.Number number) {
    int end = number.end();
    if (end >= text.length()) {
      return null;
    }
    char next = text.charAt(end);
    if (next == '%' || text.startsWith(" percent of ", end)) {
      int of = next == '%' ? end + 1 : end + 8;
      return text.startsWith(" of ", of)
              && wrongProduct(text, of + 4, number.value().divide(HUNDRED, MathContext.DECIMAL64))
          ? ArithmeticCheck.PERCENTAGE
          : null;
    }
    if (next == ' ' || next == '-') {
      if (UnitClaims.wrong(text, start, number)) {
        return ArithmeticCheck.UNITS;
      }
      if (next == ' ' && wrongOrder(text, start, number)) {
        return ArithmeticCheck.COMPARISON;
      }
      return wrongFraction(text, start) ? ArithmeticCheck.FRACTION : null;
    }
    return null;
  }

  private static boolean wrongFraction(String text, int start) {
    for (Map.Entry<String, BigDecimal> fraction : FRACTIONS.entrySet()) {
      String words = fraction.getKey();
      int at = start - words.length();
      if (at >= 0
          && text.startsWith(words, at)
          && startsClause(text, at)
          && fraction.getValue().signum() > 0) {
        return wrongProduct(text, start, fraction.getValue());
      }
    }
    return false;
  }

  /** "a half of 30", "Half of 30": what stands before must not go on from another quantity. */
  private static boolean startsClause(String text, int at) {
    String before = text.substring(Math.max(0, at - 12), at).toLowerCase(java.util.Locale.ROOT);
    return before.isEmpty()
        || before.endsWith("a ") && !before.endsWith("and a ")
        || before.endsWith(". ")
        || before.endsWith("\n")
        || before.endsWith("that ")
        || before.endsWith(", so ");
  }

  /** Whether "N is M" there, with M unlike factor times N. */
  private static boolean wrongProduct(String text, int at, BigDecimal factor) {
    Numbers.Number base = money(text, at);
    if (base == null) {
      return false;
    }
    int claim = after(text, base.end(), IS);
    Numbers.Number claimed = claim < 0 ? null : money(text, claim);
    if (claimed == null
        || base.ambiguous()
        || claimed.ambiguous()
        || !endsClaim(text, claimed.end())) {
      return false;
    }
    BigDecimal product = factor.multiply(base.value());
    BigDecimal gap = product.subtract(claimed.value()).abs();
    BigDecimal step = BigDecimal.ONE.movePointLeft(claimed.decimals());
    return gap.compareTo(product.stripTrailingZeros().scale() <= 0 ? BigDecimal.ZERO : step) > 0
        && gap.compareTo(product.abs().multiply(LOOSE)) > 0
        && !Equations.unitFactor(product, claimed.value());
  }

  private static boolean wrongOrder(String text, int start, Numbers.Number number) {
    boolean more = true;
    int at = after(text, number.end(), MORE);
    if (at < 0) {
      more = false;
      at = after(text, number.end(), LESS);
    }
    Numbers.Number other = at < 0 ? null : Numbers.read(text, at, text.length());
    if (other == null
        || other.ambiguous()
        || !endsClaim(text, other.end())
        || !standsAlone(text, start)) {
      return false;
    }
    int order = number.value().compareTo(other.value());
    return more ? order < 0 : order > 0;
  }

  private static boolean standsAlone(String text, int start) {
    if (start == 0) {
      return true;
    }
    String before =
        text.substring(Math.max(0, start - 8), start).toLowerCase(java.util.Locale.ROOT);
    return before.endsWith(". ")
        || before.endsWith("\n")
        || before.endsWith("that ")
        || before.endsWith("so ")
        || before.endsWith(": ")
        || before.endsWith("yes, ")
        || before.endsWith("no, ");
  }

  /** No digits, scale, power or fraction follows, so the claimed number is whole. */
  private static boolean endsClaim(String text, int end) {
    if (end >= text.length()) {
      return true;
    }
    char c = text.charAt(end);
    if (c == '.' || c == ',' || c == '\n' || c == ';' || c == '!') {
      return true;
    }
    return c == ' '
        && end + 1 < text.length()
        && Character.isLetter(text.charAt(end + 1))
        && !scale(text, end + 1);
  }

  private static boolean scale(String text, int at) {
    for (String word :
        new String[] {
          "thousand",
          "million",
          "billion",
          "hundred",
          "dozen",
          "percent",
          "plus",
          "minus",
          "times",
          "x ",
          "and ",
          "or ",
          "to "
        }) {
      if (text.startsWith(word, at)) {
        return true;
      }
    }
    return false;
  }

  static int after(String text, int at, List<String> words) {
    for (String word : words) {
      if (text.startsWith(word, at)) {
        return at + word.length();
      }
    }
    return -1;
  }

  private static Numbers.@Nullable Number money(String text, int at) {
    int i = at < text.length() && Numbers.currency(text.charAt(at)) ? at + 1 : at;
    return startsNumber(text, i) ? Numbers.read(text, i, text.length()) : null;
  }

  private static boolean startsNumber(String text, int i) {
    if (!Numbers.digitAt(text, i, text.length())) {
      return false;
    }
    char before = i == 0 ? ' ' : text.charAt(i - 1);
    return !(Character.isLetterOrDigit(before)
        || before == '.'
        || before == ','
        || before == '_'
        || before == '/'
        || before == '-'
        || before == '^');
  }
}
