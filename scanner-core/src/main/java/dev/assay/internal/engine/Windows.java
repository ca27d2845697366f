package dev.assay.internal.engine;

import dev.assay.internal.regex.RegexFacts;
import dev.assay.internal.text.CharFold;
import java.util.Arrays;
import java.util.List;

/**
 * The parts of a text that an expression has to be tried on.
 *
 * <p>Each match holds one of the expression's required literals and has at most so many units.
 * Around every literal, a window of that many units to both sides holds each match around it, and
 * windows that touch are joined. One more character to each side keeps word borders and line starts
 * true: no match can reach it, since it would then hold a literal whose window reaches further. So
 * the matches in the windows are the matches in the text.
 */
final class Windows {
  /** Two units, so that no pair of surrogates is cut. */
  private static final int MARGIN = 2;

  private static final int MAX_LITERALS = 24;
  private static final int MAX_PLACES = 64;
  private static final int MAX_UNITS = 2000;
  private static final Windows NOWHERE = new Windows(new int[0], 0);
  private final int[] bounds;
  private final int count;

  private Windows(int[] bounds, int count) {
    this.bounds = bounds;
    this.count = count;
  }

  int count() {
    return count;
  }

  int start(int i) {
    return bounds[2 * i];
  }

  int end(int i) {
    return bounds[2 * i + 1];
  }

  /** The windows of {@code chars[start, end)}; none where the expression cannot be found. */
  static Windows of(RegexFacts facts, char[] chars, int start, int end) {
    List<String> literals = facts.literals();
    Windows whole = new Windows(new int[] {start, end}, 1);
    if (literals == null || literals.size() > MAX_LITERALS) {
      return whole;
    }
    int[] places = new int[MAX_PLACES];
    int found = 0;
    for (String literal : literals) {
      for (int at = find(literal, chars, start, end); at >= 0; ) {
        if (found == MAX_PLACES) {
          return whole;
        }
        places[found++] = at;
        at = find(literal, chars, at + 1, end);
      }
    }
    if (found == 0) {
      return NOWHERE;
    }
    int units = facts.maxUnits();
    return units < 0 || units > MAX_UNITS
        ? whole
        : around(Arrays.copyOf(places, found), units + MARGIN, start, end);
  }

  /** Windows of {@code reach} units to both sides of the places, joined where they touch. */
  private static Windows around(int[] places, int reach, int start, int end) {
    Arrays.sort(places);
    int[] bounds = new int[2 * places.length];
    int count = 0;
    for (int place : places) {
      int from = Math.max(start, place - reach);
      int to = Math.min(end, place + reach);
      if (count > 0 && from <= bounds[2 * count - 1]) {
        bounds[2 * count - 1] = to;
      } else {
        bounds[2 * count] = from;
        bounds[2 * count + 1] = to;
        count++;
      }
    }
    return new Windows(bounds, count);
  }

  /**
   * Whether of each set of literals but the first one stands in the text, as far as sets are small.
   */
  static boolean othersStand(RegexFacts facts, char[] chars, int start, int end) {
    List<List<String>> required = facts.required();
    for (int i = 1; i < required.size(); i++) {
      if (required.get(i).size() <= MAX_LITERALS && !anyOf(required.get(i), chars, start, end)) {
        return false;
      }
    }
    return true;
  }

  /** Whether any of the literals stands in the text, whatever its case. */
  static boolean anyOf(List<String> literals, char[] chars, int start, int end) {
    for (String literal : literals) {
      if (find(literal, chars, start, end) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static int find(String literal, char[] chars, int start, int end) {
    char first = literal.charAt(0);
    int last = end - literal.length();
    for (int i = start; i <= last; i++) {
      if (CharFold.fold(chars[i]) == first && same(literal, chars, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean same(String literal, char[] chars, int at) {
    for (int i = 1; i < literal.length(); i++) {
      if (CharFold.fold(chars[at + i]) != literal.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
