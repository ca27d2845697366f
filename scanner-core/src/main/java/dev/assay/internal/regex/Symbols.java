package dev.assay.internal.regex;

import dev.assay.internal.text.CharFold;
import java.util.Collection;
import java.util.LinkedHashSet;

/**
 * A set of the symbols that units of text are read as: each ASCII character folded, and one symbol
 * for all others. Sets may hold more than asked for, never less.
 *
 * @param low bits of the characters 0 to 63
 * @param high bits of the characters 64 to 127
 * @param beyond whether the symbol of all others is in it
 */
record Symbols(long low, long high, boolean beyond) {
  /** Of all units that are not ASCII once folded. */
  static final int BEYOND = 128;

  static final int COUNT = 129;

  static final Symbols ALL = new Symbols(-1, -1, true);

  /** What is not ASCII but folds to it: the Kelvin sign, the long s, the Turkish letters i. */
  private static final long FOLDED_FROM_BEYOND = bit('k') | bit('s') | bit('i');

  /** The symbol of a unit. */
  static int of(char unit) {
    char folded = CharFold.fold(unit);
    return folded < BEYOND ? folded : BEYOND;
  }

  /** The symbol of one code point, which is folded. */
  static Symbols ofFolded(int codePoint) {
    if (codePoint >= BEYOND) {
      return new Symbols(0, 0, true);
    }
    return codePoint < 64
        ? new Symbols(bit(codePoint), 0, false)
        : new Symbols(0, bit(codePoint), false);
  }

  /** The symbols of ASCII characters given as they are, and of others if there are such. */
  static Symbols ofMembers(long low, long high, boolean others) {
    long upper = high & letters('A');
    return new Symbols(low, high & ~letters('A') | upper << 32, false).with(others);
  }

  /** The symbols of all that is not among these: a letter is out only if both its cases are. */
  static Symbols without(long low, long high) {
    long both = high & letters('a') & (high & letters('A')) << 32;
    long out = high & ~letters('A') & ~letters('a') | both;
    return new Symbols(~low, ~out & ~letters('A'), true).with(true);
  }

  boolean has(int symbol) {
    return symbol == BEYOND ? beyond : ((symbol < 64 ? low : high) & bit(symbol)) != 0;
  }

  /**
   * Puts symbols that all of these sets have, or have not, into one class.
   *
   * @param classOf the class of each symbol, from 0; filled
   * @return how many classes there are
   */
  static int classes(Collection<Symbols> sets, char[] classOf) {
    int count = 1;
    for (Symbols set : new LinkedHashSet<>(sets)) {
      int[] number = new int[2 * count];
      count = 0;
      for (int symbol = 0; symbol < COUNT; symbol++) {
        int half = 2 * classOf[symbol] + (set.has(symbol) ? 1 : 0);
        if (number[half] == 0) {
          number[half] = ++count;
        }
        classOf[symbol] = (char) (number[half] - 1);
      }
    }
    return count;
  }

  private Symbols with(boolean others) {
    return others ? new Symbols(low, high | FOLDED_FROM_BEYOND, true) : this;
  }

  private static long letters(char first) {
    return ((1L << 26) - 1) << (first - 64);
  }

  private static long bit(int character) {
    return 1L << (character & 63);
  }
}
