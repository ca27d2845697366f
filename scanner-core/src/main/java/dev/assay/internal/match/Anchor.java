package dev.assay.internal.match;

import dev.assay.internal.text.CharFold;
import dev.assay.internal.text.Rarity;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A word or literal that makes a rule a candidate where it stands.
 *
 * @param kind what it must be in the text
 * @param text folded
 * @param raw as it must stand, or null where case does not matter
 */
public record Anchor(Kind kind, String text, @Nullable String raw) {
  /** What an anchor must be in the text. */
  public enum Kind {
    /** A whole word. */
    WORD,
    /** The start of a word. */
    PREFIX,
    /** The end of a word. */
    SUFFIX,
    /** Anywhere, inside words and across them. */
    LITERAL
  }

  static Anchor word(String word) {
    return new Anchor(Kind.WORD, word, null);
  }

  static Anchor literal(String literal) {
    return new Anchor(Kind.LITERAL, literal, null);
  }

  static Anchor of(Kind kind, String text, boolean raw) {
    return new Anchor(kind, CharFold.fold(text), raw ? text : null);
  }

  /** Roughly how many texts of a hundred hold it. */
  double cost() {
    return kind == Kind.WORD ? Rarity.ofWord(text) : Rarity.ofLiteral(text);
  }

  static double cost(Collection<Anchor> alternatives) {
    return alternatives.stream().mapToDouble(Anchor::cost).sum();
  }

  /** How the anchor is written in explanations. */
  public String describe() {
    String shown = raw == null ? text : raw;
    return switch (kind) {
      case WORD -> "the word " + shown;
      case PREFIX -> "a word that starts with " + shown;
      case SUFFIX -> "a word that ends with " + shown;
      case LITERAL -> "the literal \"" + shown + '"';
    };
  }

  static List<Anchor> cheaper(@Nullable List<Anchor> a, List<Anchor> b) {
    return a == null || cost(b) < cost(a) ? b : a;
  }
}
