package dev.assay.internal.check.sum;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** "3 hours is 150 minutes": an amount said to equal another of the same kind that it is not. */
final class UnitClaims {
  /** Kind, then names and the size of each unit in the kind's smallest; exact by definition. */
  private static final String[] TABLE = {
    "time second seconds 1 minute minutes 60 hour hours 3600 day days 86400 week weeks 604800",
    "metric-length millimeter millimeters 1 millimetre millimetres 1 mm 1 centimeter centimeters 10 centimetre centimetres 10 cm 10 meter meters 1000"
        + " metre metres 1000 kilometer kilometers 1000000 kilometre kilometres 1000000 km 1000000",
    "imperial-length inch inches 1 foot feet 12 yard yards 36 mile miles 63360",
    "metric-mass milligram milligrams 1 mg 1 gram grams 1000 kilogram kilograms 1000000 kg 1000000",
    "imperial-mass ounce ounces 1 pound pounds 16",
    "metric-volume milliliter milliliters 1 millilitre millilitres 1 ml 1 liter liters 1000 litre litres 1000",
    "count dozen dozens 12",
    "calendar month months 1 year years 12 decade decades 120 century centuries 1200",
  };

  private static final List<String> EQUALS =
      List.of(
          " = ",
          " equals ",
          " equal ",
          " is equal to ",
          " are equal to ",
          " is the same as ",
          " are the same as ",
          " is exactly ",
          " are exactly ");

  private static final Set<String> OPENERS =
      Set.of(
          "that",
          "so",
          "since",
          "because",
          "as",
          "exactly",
          "therefore",
          "know",
          "note",
          "remember",
          "every",
          "thus",
          "where");

  private static final BigDecimal LOOSE = new BigDecimal("0.03");

  private static final Map<String, Unit> UNITS = units();

  private UnitClaims() {}

  private record Unit(String kind, BigDecimal size) {}

  static boolean wrong(String text, int start, Numbers.Number left) {
    if (!startsClaim(text, start)) {
      return false;
    }
    int word = left.end() + 1;
    int wordEnd = wordEnd(text, word);
    Unit from = unit(text, word, wordEnd);
    if (from == null) {
      return false;
    }
    int at = SpokenSums.after(text, wordEnd, EQUALS);
    Numbers.Number right = at < 0 ? null : Numbers.read(text, at, text.length());
    if (right == null
        || right.ambiguous()
        || right.digits() > 15
        || right.end() >= text.length()
        || text.charAt(right.end()) != ' ') {
      return false;
    }
    int toEnd = wordEnd(text, right.end() + 1);
    Unit to = unit(text, right.end() + 1, toEnd);
    if (to == null || !to.kind.equals(from.kind) || goesOn(text, toEnd)) {
      return false;
    }
    BigDecimal expected = left.value().multiply(from.size).divide(to.size, MathContext.DECIMAL64);
    BigDecimal gap = expected.subtract(right.value()).abs();
    return gap.compareTo(BigDecimal.ONE.movePointLeft(right.decimals())) >= 0
        && gap.compareTo(expected.abs().multiply(LOOSE)) > 0;
  }

  /** The amount must not be the end of a sum, or of a longer amount. */
  private static boolean startsClaim(String text, int start) {
    int i = start - 1;
    while (i >= 0 && text.charAt(i) == ' ') {
      i--;
    }
    if (i < 0 || "\n.,:;(".indexOf(text.charAt(i)) >= 0) {
      return true;
    }
    int word = i;
    while (word > 0 && Character.isLetter(text.charAt(word - 1)) && i - word < 12) {
      word--;
    }
    return OPENERS.contains(text.substring(word, i + 1).toLowerCase(Locale.ROOT));
  }

  /** "2 hours 30 minutes", "5 feet and 3 inches", "60 minutes per ...": the amount is not whole. */
  private static boolean goesOn(String text, int end) {
    String rest = text.substring(end, Math.min(text.length(), end + 12)).toLowerCase(Locale.ROOT);
    return rest.startsWith(" and")
        || rest.startsWith(" per")
        || rest.startsWith("/")
        || rest.startsWith(",") && Numbers.digitAt(rest, 2, rest.length())
        || Numbers.digitAt(rest, 1, rest.length())
        || rest.startsWith(" *")
        || rest.startsWith(" x")
        || rest.startsWith(" +")
        || rest.startsWith(" -")
        || rest.startsWith("^")
        || rest.startsWith(" plus")
        || rest.startsWith(" times")
        || rest.startsWith(" each")
        || rest.startsWith(" a ")
        || rest.startsWith(" of");
  }

  private static @org.jspecify.annotations.Nullable Unit unit(String text, int start, int end) {
    return end <= start || end - start > 12 ? null : UNITS.get(text.substring(start, end));
  }

  private static int wordEnd(String text, int start) {
    int i = start;
    while (i < text.length() && Character.isLetter(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static Map<String, Unit> units() {
    Map<String, Unit> units = new HashMap<>();
    for (String row : TABLE) {
      String[] cells = row.split(" ");
      List<String> names = new java.util.ArrayList<>();
      for (int i = 1; i < cells.length; i++) {
        if (Character.isDigit(cells[i].charAt(0))) {
          BigDecimal size = new BigDecimal(cells[i]);
          names.forEach(name -> units.put(name, new Unit(cells[0], size)));
          names.clear();
        } else {
          names.add(cells[i]);
        }
      }
    }
    return Map.copyOf(units);
  }
}
