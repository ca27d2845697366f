package dev.assay.internal.regex;

import dev.assay.internal.regex.RegexNode.Alternatives;
import dev.assay.internal.regex.RegexNode.AnyOf;
import dev.assay.internal.regex.RegexNode.Concat;
import dev.assay.internal.regex.RegexNode.OneOf;
import dev.assay.internal.regex.RegexNode.Repeat;
import dev.assay.internal.text.Rarity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The literals of a part of an expression.
 *
 * @param exact all that the part can match, folded, if these are few; else null
 * @param required sets of literals, the rarest first; of each, one is inside whatever the part
 *     matches
 * @param maxUnits most UTF-16 units of a match, or -1
 */
record LiteralSets(@Nullable Set<String> exact, List<List<String>> required, int maxUnits) {
  private static final int MAX_EXACT = 32;
  private static final int MAX_REQUIRED = 256;
  private static final int MAX_LENGTH = 64;
  private static final int MAX_SETS = 4;
  private static final int MAX_UNITS = 100_000;
  private static final int MAX_COPIES = 8;
  private static final LiteralSets EMPTY = new LiteralSets(Set.of(""), List.of(), 0);

  static LiteralSets of(RegexNode node) {
    if (node instanceof OneOf one) {
      return ofOne(one);
    }
    if (node instanceof AnyOf any) {
      char unit = any.highSurrogate();
      return new LiteralSets(
          null, unit == 0 ? List.of() : List.of(List.of(String.valueOf(unit))), 2);
    }
    if (node instanceof Concat concat) {
      return concat(flat(concat).map(LiteralSets::of).toList());
    }
    if (node instanceof Alternatives alternatives) {
      return alternatives(alternatives.branches().stream().map(LiteralSets::of).toList());
    }
    Repeat repeat = (Repeat) node;
    return repeat(of(repeat.part()), repeat.least(), repeat.most());
  }

  /** Parts of groups inside, so that a literal may run across the border of a group. */
  private static Stream<RegexNode> flat(Concat concat) {
    return concat.parts().stream()
        .flatMap(part -> part instanceof Concat inner ? flat(inner) : Stream.of(part));
  }

  private static LiteralSets ofOne(OneOf one) {
    Set<String> exact = new LinkedHashSet<>();
    int units = 1;
    for (int c : one.codePoints()) {
      exact.add(Character.toString(c));
      units = Math.max(units, Character.charCount(c));
    }
    return new LiteralSets(exact, exact.contains("") ? List.of() : List.of(shortest(exact)), units);
  }

  /** Grows a run of exact parts as long as it stays small, and keeps the rarest set of each run. */
  private static LiteralSets concat(List<LiteralSets> parts) {
    Set<String> run = Set.of("");
    List<String> rarest = null;
    List<List<String>> required = new ArrayList<>();
    boolean all = true;
    int units = 0;
    for (LiteralSets part : parts) {
      Set<String> longer = part.exact == null ? null : product(run, part.exact);
      if (longer == null) {
        all = false;
        keep(rarest, required);
        rarest = null;
      }
      run = longer != null ? longer : part.exact != null ? part.exact : Set.of("");
      rarest = rarer(rarest, run);
      if (part.exact == null) {
        required.addAll(part.required);
      }
      units = sum(units, part.maxUnits);
    }
    keep(rarest, required);
    return new LiteralSets(all ? run : null, rarestFirst(required), units);
  }

  private static void keep(@Nullable List<String> set, List<List<String>> sets) {
    if (set != null) {
      sets.add(set);
    }
  }

  private static List<List<String>> rarestFirst(List<List<String>> sets) {
    return sets.stream()
        .distinct()
        .sorted(Comparator.comparingDouble(Rarity::ofAny))
        .limit(MAX_SETS)
        .toList();
  }

  private static LiteralSets alternatives(List<LiteralSets> branches) {
    Set<String> exact = new LinkedHashSet<>();
    Set<String> required = new LinkedHashSet<>();
    boolean allExact = true;
    boolean allRequired = true;
    int units = 0;
    for (LiteralSets branch : branches) {
      allExact &= branch.exact != null && exact.size() <= MAX_EXACT;
      allRequired &= !branch.required.isEmpty() && required.size() <= MAX_REQUIRED;
      exact.addAll(allExact && branch.exact != null ? branch.exact : Set.of());
      required.addAll(allRequired ? branch.required.get(0) : Set.of());
      units = units < 0 || branch.maxUnits < 0 ? -1 : Math.max(units, branch.maxUnits);
    }
    return new LiteralSets(
        allExact && exact.size() <= MAX_EXACT ? exact : null,
        allRequired && required.size() <= MAX_REQUIRED ? List.of(shortest(required)) : List.of(),
        units);
  }

  private static LiteralSets repeat(LiteralSets part, int least, int most) {
    int units = most < 0 ? (part.maxUnits == 0 ? 0 : -1) : times(part.maxUnits, most);
    if (least == 0) {
      boolean optional = most == 1 && part.exact != null;
      Set<String> exact = optional ? new LinkedHashSet<>(part.exact) : null;
      if (exact != null) {
        exact.add("");
      }
      return most == 0 ? EMPTY : new LiteralSets(exact, List.of(), units);
    }
    int copies = Math.min(least, MAX_COPIES);
    LiteralSets start = concat(Collections.nCopies(copies, part));
    boolean whole = copies == least && most == least;
    return new LiteralSets(whole ? start.exact : null, start.required, units);
  }

  private static @Nullable Set<String> product(Set<String> starts, Set<String> ends) {
    if (starts.size() * ends.size() > MAX_EXACT) {
      return null;
    }
    Set<String> product = new LinkedHashSet<>();
    for (String start : starts) {
      for (String end : ends) {
        if (start.length() + end.length() > MAX_LENGTH) {
          return null;
        }
        product.add(start + end);
      }
    }
    return product;
  }

  private static @Nullable List<String> rarer(
      @Nullable List<String> best, Collection<String> other) {
    if (other.contains("")) {
      return best;
    }
    List<String> shortest = shortest(other);
    return best == null || Rarity.ofAny(shortest) < Rarity.ofAny(best) ? shortest : best;
  }

  /** Without those that hold another one: where they stand, that one stands too. */
  private static List<String> shortest(Collection<String> literals) {
    return literals.stream()
        .filter(a -> literals.stream().noneMatch(b -> !a.equals(b) && a.contains(b)))
        .distinct()
        .toList();
  }

  private static int sum(int a, int b) {
    return a < 0 || b < 0 || a + b > MAX_UNITS ? -1 : a + b;
  }

  private static int times(int units, int count) {
    return units < 0 || (long) units * count > MAX_UNITS ? -1 : units * count;
  }
}
