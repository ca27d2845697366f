package dev.assay.internal.regex;

import java.util.List;

/** A regular expression, as far as literals and lengths are concerned. */
sealed interface RegexNode {
  /** Matches between characters, or nothing at all. */
  RegexNode EMPTY = new Concat(List.of());

  /**
   * One character of a small set.
   *
   * @param codePoints folded; never empty
   */
  record OneOf(List<Integer> codePoints) implements RegexNode {
    public OneOf {
      codePoints = List.copyOf(codePoints);
    }
  }

  /**
   * One character of a set too large to list.
   *
   * @param highSurrogate the first unit of all its members, or 0 where they do not share one
   */
  record AnyOf(char highSurrogate) implements RegexNode {}

  /** One after the other. */
  record Concat(List<RegexNode> parts) implements RegexNode {
    public Concat {
      parts = List.copyOf(parts);
    }
  }

  /** One or the other. */
  record Alternatives(List<RegexNode> branches) implements RegexNode {
    public Alternatives {
      branches = List.copyOf(branches);
    }
  }

  /**
   * Several times.
   *
   * @param most -1 where there is no limit
   */
  record Repeat(RegexNode part, int least, int most) implements RegexNode {}
}
