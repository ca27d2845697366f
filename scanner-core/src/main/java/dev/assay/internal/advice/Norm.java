package dev.assay.internal.advice;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What must never be urged, or never be talked away, as a rule's {@code norm:} block says it;
 * docs/reference/norms.md describes the block.
 *
 * @param practices patterns of words that name it, by what it is; any of them will do
 * @param about one of these must stand in the question or the answer, if there are any
 * @param unless none of these may stand in the sentence
 * @param unlessAbout none of these may stand in the question or the answer
 * @param wants one of these must stand in the answer to a {@link Kind#SIGN}, if there are any
 * @param needed whether a "no" to whether it is needed talks the practice away
 * @param together how many sentences must break it; more than one if each alone proves little
 * @param within the answer has at most so many sentences for each that breaks it
 * @param collects whether sentences that break other norms with a {@code within} count for it, too
 * @param assured whether a {@link Kind#SIGN} with wants is broken only by an answer that assures
 * @param quantity what the number beside the practice must be, for {@link Kind#QUANTITY}
 */
record Norm(
    Map<Kind, List<Pattern>> practices,
    List<Pattern> about,
    List<Pattern> unless,
    List<Pattern> unlessAbout,
    List<Pattern> wants,
    boolean needed,
    int together,
    int within,
    boolean collects,
    boolean assured,
    @Nullable Quantity quantity) {

  /** Of sentences that prove little alone one is expected by chance in so many. */
  private static final int SENTENCES_FOR_WEAK = 6;

  /** As many sentences as there may be. */
  private static final int ANY = Integer.MAX_VALUE;

  /** What a practice is. */
  enum Kind {
    /** Must not be urged or allowed. */
    HAZARD,
    /** Must not be talked away. */
    PROTECTS,
    /** A sign in the question that asks for help at once. */
    SIGN,
    /** Goes with a number in a range. */
    QUANTITY,
    /** A falsehood, faulty wherever the answer says it. */
    CLAIM
  }

  /**
   * Parts that all stand in one sentence; each part is any of its phrases.
   *
   * @param parts phrases of each part; at most {@value #MAX_PARTS} parts
   */
  record Pattern(List<List<String>> parts) {
    static final int MAX_PARTS = 6;

    Pattern {
      parts = parts.stream().map(List::copyOf).toList();
    }
  }

  /**
   * A range.
   *
   * @param units phrases that stand behind the number, at most two words later; none if it has no
   *     unit
   * @param min least number that is sound
   * @param max greatest number that is sound
   */
  record Quantity(List<String> units, double min, double max) {
    Quantity {
      units = List.copyOf(units);
    }
  }

  private static final List<String> KEYS =
      List.of(
          "hazard",
          "protects",
          "sign",
          "quantity",
          "claim",
          "together",
          "within",
          "collects",
          "assured",
          "about",
          "unless",
          "unless-about",
          "wants",
          "needed",
          "unit",
          "min",
          "max");

  /** Whether one sentence is proof enough, however long the answer is. */
  boolean alone() {
    return together <= 1 && within == ANY;
  }

  /**
   * Reads a {@code norm:} block.
   *
   * @param groups phrases by the name of their group, for {@code $name}
   * @throws IllegalArgumentException if it is none; the message names the key
   */
  static Norm read(Map<String, ?> tree, Map<String, List<String>> groups) {
    for (String key : tree.keySet()) {
      if (!KEYS.contains(key)) {
        throw new IllegalArgumentException(
            "a norm has no key \"" + key + "\"; there are " + String.join(", ", KEYS));
      }
    }
    List<Kind> kinds = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      if (tree.containsKey(key(kind))) {
        kinds.add(kind);
      }
    }
    boolean little = tree.containsKey("together") || tree.containsKey("within");
    if (kinds.size() != 1 && (kinds.isEmpty() || !little)) {
      throw new IllegalArgumentException(
          "a norm takes exactly one of hazard, protects, sign, quantity and claim");
    }
    Reader reader = new Reader(tree, groups);
    Map<Kind, List<Pattern>> practices = new EnumMap<>(Kind.class);
    for (Kind kind : kinds) {
      List<Pattern> practice = reader.patterns(key(kind));
      if (practice.isEmpty()) {
        throw new IllegalArgumentException(key(kind) + " needs at least one pattern");
      }
      practices.put(kind, practice);
    }
    int together = (int) reader.number("together", 1);
    int within = (int) reader.number("within", together > 1 ? SENTENCES_FOR_WEAK : ANY);
    Quantity quantity = practices.containsKey(Kind.QUANTITY) ? reader.quantity() : null;
    return new Norm(
        practices,
        reader.patterns("about"),
        reader.patterns("unless"),
        reader.patterns("unless-about"),
        reader.patterns("wants"),
        !"false".equals(String.valueOf(tree.get("needed"))),
        together,
        within,
        "true".equals(String.valueOf(tree.get("collects"))),
        "true".equals(String.valueOf(tree.get("assured"))),
        quantity);
  }

  private static String key(Kind kind) {
    return kind.name().toLowerCase(java.util.Locale.ROOT);
  }

  private record Reader(Map<String, ?> tree, Map<String, List<String>> groups) {
    List<Pattern> patterns(String key) {
      return texts(key).stream().map(text -> pattern(key, text)).toList();
    }

    Quantity quantity() {
      double min = number("min", 0);
      double max = number("max", Double.MAX_VALUE);
      if (min > max) {
        throw new IllegalArgumentException("min is above max");
      }
      if (!tree.containsKey("min") && !tree.containsKey("max")) {
        throw new IllegalArgumentException("quantity needs min, max or both");
      }
      List<String> units = new ArrayList<>();
      texts("unit").forEach(unit -> units.addAll(alternatives("unit", unit)));
      return new Quantity(units, min, max);
    }

    private double number(String key, double otherwise) {
      Object value = tree.get(key);
      if (value == null) {
        return otherwise;
      }
      if (value instanceof Number number) {
        return number.doubleValue();
      }
      throw new IllegalArgumentException(key + " is a number, not \"" + value + "\"");
    }

    private List<String> texts(String key) {
      Object value = tree.get(key);
      if (value == null) {
        return List.of();
      }
      List<String> texts = new ArrayList<>();
      for (Object item : value instanceof List<?> list ? list : List.of(value)) {
        texts.add(String.valueOf(item));
      }
      return texts;
    }

    private Pattern pattern(String key, String text) {
      List<List<String>> parts = new ArrayList<>();
      for (String part : text.split("&", -1)) {
        parts.add(alternatives(key, part));
      }
      if (parts.size() > Pattern.MAX_PARTS) {
        throw new IllegalArgumentException(
            key + ": \"" + text + "\" has more than " + Pattern.MAX_PARTS + " parts");
      }
      return new Pattern(parts);
    }

    private List<String> alternatives(String key, String part) {
      List<String> phrases = new ArrayList<>();
      for (String item : part.split("\\|", -1)) {
        String phrase = item.strip();
        if (phrase.startsWith("$")) {
          List<String> group = groups.get(phrase.substring(1));
          if (group == null) {
            throw new IllegalArgumentException(
                key
                    + ": no group is named "
                    + phrase
                    + "; groups stand beside the stance list, a file a domain");
          }
          phrases.addAll(group);
        } else {
          Phrases.split(phrase);
          phrases.add(phrase);
        }
      }
      return phrases;
    }
  }
}
