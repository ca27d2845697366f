package dev.assay.internal.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** Figures as people read them, the same in every locale and on every Java version. */
final class Numbers {
  private static final int MOST_DECIMALS = 6;

  private Numbers() {}

  /** Such as {@code 10,012}. */
  static String count(long count) {
    StringBuilder digits = new StringBuilder(Long.toString(count));
    int first = count < 0 ? 1 : 0;
    for (int i = digits.length() - 3; i > first; i -= 3) {
      digits.insert(i, ',');
    }
    return digits.toString();
  }

  /** Such as {@code 1 record} or {@code 2,000 records}. */
  static String count(long count, String one, String many) {
    return count(count) + " " + (count == 1 ? one : many);
  }

  /** Such as {@code 5.80 %}: two decimals, and never 0 or 100 for what is not quite that. */
  static String percent(double fraction) {
    return number(fraction, 2) + " %";
  }

  /** Such as {@code 4.9 %}: for what is estimated, and not known to the second decimal. */
  static String about(double fraction) {
    return number(fraction, 1) + " %";
  }

  /** The digits of a percentage alone. */
  static String number(double fraction, int decimals) {
    BigDecimal exact = new BigDecimal(fraction).movePointRight(2);
    if (exact.signum() == 0) {
      return "0";
    }
    BigDecimal rounded = exact.setScale(decimals, RoundingMode.HALF_UP);
    BigDecimal hundred = BigDecimal.valueOf(100);
    if (rounded.signum() == 0) {
      return "<" + BigDecimal.ONE.movePointLeft(decimals).toPlainString();
    }
    if (rounded.compareTo(hundred) == 0 && exact.compareTo(hundred) < 0) {
      return ">" + hundred.subtract(BigDecimal.ONE.movePointLeft(decimals)).toPlainString();
    }
    return rounded.compareTo(hundred) == 0 ? "100" : rounded.toPlainString();
  }

  /**
   * Such as {@code 5 %} or {@code 0.25 %}: a figure that somebody chose, with no needless zeros.
   */
  static String chosen(double fraction) {
    BigDecimal percent =
        new BigDecimal(fraction).movePointRight(2).setScale(MOST_DECIMALS, RoundingMode.HALF_UP);
    return (percent.signum() == 0 ? "0" : percent.stripTrailingZeros().toPlainString()) + " %";
  }

  /** How likely something is, such as {@code 31 %} or {@code below 1 %}. */
  static String chance(double probability) {
    if (probability < 0.01) {
      return "below 1 %";
    }
    if (probability > 0.99) {
      return "above 99 %";
    }
    return new BigDecimal(probability).movePointRight(2).setScale(0, RoundingMode.HALF_UP) + " %";
  }

  /** Such as {@code 0.8 s}, {@code 42 s}, {@code 3 min 5 s} or {@code 2 h 10 min}. */
  static String time(Duration time) {
    long seconds = time.toSeconds();
    if (seconds < 10) {
      return BigDecimal.valueOf(time.toMillis(), 3).setScale(1, RoundingMode.HALF_UP) + " s";
    }
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return seconds / 60 + " min " + seconds % 60 + " s";
    }
    return count(seconds / 3600) + " h " + seconds % 3600 / 60 + " min";
  }
}
