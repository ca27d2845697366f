package dev.assay.estimate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Fractions as people read them: 0.074 is "7.4 %". The same in every locale. */
final class Percent {
  private static final int MOST_DIGITS = 9;

  private Percent() {}

  /** With one decimal, or two digits below 1 %; without trailing zeros. */
  static String of(double fraction) {
    return text(fraction, 1);
  }

  /** The same, with as many decimals as it takes to read differently from a different other. */
  static String of(double fraction, double other) {
    int decimals = 1;
    while (fraction != other
        && decimals < MOST_DIGITS
        && text(fraction, decimals).equals(text(other, MOST_DIGITS))) {
      decimals++;
    }
    return text(fraction, decimals);
  }

  /** As it was given: 0.05 is "5 %", 0.0125 is "1.25 %". */
  static String exact(double fraction) {
    return text(fraction, MOST_DIGITS);
  }

  private static String text(double fraction, int decimals) {
    BigDecimal percent = BigDecimal.valueOf(fraction).movePointRight(2);
    BigDecimal rounded = percent.setScale(decimals, RoundingMode.HALF_UP);
    if (percent.abs().compareTo(BigDecimal.ONE) < 0 && decimals == 1) {
      rounded =
          percent.round(new MathContext(2, RoundingMode.HALF_UP)).setScale(4, RoundingMode.HALF_UP);
    }
    return rounded.signum() == 0 ? "0 %" : rounded.stripTrailingZeros().toPlainString() + " %";
  }
}
