package dev.assay.internal.text;

import java.util.Collection;
import java.util.Set;

/**
 * Roughly how many texts of a hundred hold a word or literal. Estimated from its length and a list
 * of words that nearly every page holds: good enough to choose the rarest of a few.
 */
public final class Rarity {
  /** From here on, nearly every text would be a candidate. */
  public static final double HOPELESS = 100;

  private static final double COMMON_WORD = 50;

  /** A digit or sign makes a text as rare as this many letters more. */
  private static final int ODD = 2;

  private static final double[] BY_LENGTH = {50, 8, 4, 2, 1, 0.7, 0.4, 0.25, 0.2};

  private static final Set<String> COMMON =
      Set.of(
          ("a an and are as at be been but by can could did do does for from get had has have he her "
                  + "here him his how i if in into is it its just like make me more my new no not "
                  + "now of on one only or other our out over s she should so some such t than that "
                  + "the their them then there these they this time to up use used using very was "
                  + "we well were what when where which while who will with would you your return "
                  + "def class import self none true false print name data value string int list "
                  + "function user file code line text x y n 0 1 2 also any all about because")
              .split(" "));

  private Rarity() {}

  /** Of a folded word. */
  public static double ofWord(String word) {
    boolean plain = word.chars().allMatch(Character::isLetter);
    return COMMON.contains(word) ? COMMON_WORD : byLength(word.length() + (plain ? 0 : ODD));
  }

  /** Of a folded literal that may stand anywhere. */
  public static double ofLiteral(String literal) {
    if (literal.isEmpty() || literal.length() == 1 && literal.charAt(0) < 128) {
      return HOPELESS;
    }
    boolean plain = literal.chars().allMatch(c -> c == ' ' || c >= 'a' && c <= 'z');
    if (plain && COMMON.contains(literal.strip())) {
      return COMMON_WORD;
    }
    return 3 * byLength(literal.length() + (plain ? 0 : ODD));
  }

  /** Of any of some literals. */
  public static double ofAny(Collection<String> literals) {
    return literals.stream().mapToDouble(Rarity::ofLiteral).sum();
  }

  private static double byLength(int length) {
    int last = BY_LENGTH.length - 1;
    return length <= last ? BY_LENGTH[length] : BY_LENGTH[last] * last / Math.min(length, 2 * last);
  }
}
