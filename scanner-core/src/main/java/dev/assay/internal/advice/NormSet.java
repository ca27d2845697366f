package dev.assay.internal.advice;

import dev.assay.internal.check.turn.CheckData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Norms and the stance list, compiled into one table of phrases. Immutable; shared by all threads.
 */
final class NormSet {
  /** Files of groups of phrases that several norms name with a dollar sign. */
  static final List<String> GROUP_FILES =
      List.of(
          "any",
          "automotive",
          "chemicals",
          "child-care",
          "computer-security",
          "electricity",
          "finance",
          "food-safety",
          "law-tax",
          "medicine",
          "mental-health",
          "outdoor-fitness",
          "workplace");

  private static final Map<String, List<String>> GROUPS = groups();

  final Phrases phrases;
  final List<Norm> norms;

  /** Whether any sign says what an answer to it must name. */
  final boolean wantsAnything;

  /** Bits of {@link Cue} by phrase. */
  final long[] cues;

  /** Where a phrase is used: numbers of parts, see {@link #patternOf} and {@link #partOf}. */
  final int[][] uses;

  /** All patterns of all norms. */
  final List<CompiledPattern> patterns;

  /**
   * A pattern in its place.
   *
   * @param norm whose it is
   * @param use what for
   * @param kind what the practice is that it names; of others no matter
   * @param parts phrases of each part, sorted
   */
  record CompiledPattern(int norm, Use use, Norm.Kind kind, int[][] parts) {
    int all() {
      return (1 << parts.length) - 1;
    }

    boolean holds(int part, int phrase) {
      return Arrays.binarySearch(parts[part], phrase) >= 0;
    }
  }

  /** What a norm has a pattern for. */
  enum Use {
    PRACTICE,
    ABOUT,
    UNLESS,
    UNLESS_ABOUT,
    WANTS,
    UNIT
  }

  private NormSet(
      Phrases phrases,
      List<Norm> norms,
      long[] cues,
      int[][] uses,
      List<CompiledPattern> patterns) {
    this.phrases = phrases;
    this.norms = norms;
    this.wantsAnything = norms.stream().anyMatch(norm -> !norm.wants().isEmpty());
    this.cues = cues;
    this.uses = uses;
    this.patterns = patterns;
  }

  /** Reads a {@code norm:} block with the shipped groups. */
  static Norm read(Map<String, ?> tree) {
    return Norm.read(tree, GROUPS);
  }

  static NormSet of(List<Norm> norms) {
    Phrases.Builder builder = new Phrases.Builder();
    Map<Integer, Long> cueOf = new LinkedHashMap<>();
    for (CheckData.Section section : CheckData.read("/dev/assay/internal/advice/stance.txt")) {
      long bit = Cue.named(section.name()).bit;
      for (String line : section.lines()) {
        for (String phrase : Phrases.expand(line)) {
          cueOf.merge(builder.add(phrase), bit | far(bit, phrase), (a, b) -> a | b);
        }
      }
    }
    List<CompiledPattern> patterns = new ArrayList<>();
    for (int i = 0; i < norms.size(); i++) {
      Norm norm = norms.get(i);
      for (Map.Entry<Norm.Kind, List<Norm.Pattern>> one : norm.practices().entrySet()) {
        add(patterns, builder, i, Use.PRACTICE, one.getKey(), one.getValue());
      }
      add(patterns, builder, i, Use.ABOUT, Norm.Kind.CLAIM, norm.about());
      add(patterns, builder, i, Use.UNLESS, Norm.Kind.CLAIM, norm.unless());
      add(patterns, builder, i, Use.UNLESS_ABOUT, Norm.Kind.CLAIM, norm.unlessAbout());
      add(patterns, builder, i, Use.WANTS, Norm.Kind.CLAIM, norm.wants());
      Norm.Quantity quantity = norm.quantity();
      if (quantity != null && !quantity.units().isEmpty()) {
        List<Norm.Pattern> units = List.of(new Norm.Pattern(List.of(quantity.units())));
        add(patterns, builder, i, Use.UNIT, Norm.Kind.QUANTITY, units);
      }
    }
    Phrases phrases = builder.build();
    long[] cues = new long[phrases.size()];
    cueOf.forEach((phrase, bits) -> cues[phrase] = bits);
    return new NormSet(phrases, List.copyOf(norms), cues, uses(phrases.size(), patterns), patterns);
  }

  /** "Don't" and "no need to" govern a verb that may stand some words on; "skip the" does not. */
  private static long far(long bit, String phrase) {
    boolean verb =
        phrase.endsWith("n't")
            || phrase.endsWith("not")
            || phrase.endsWith("never")
            || phrase.endsWith("never ever")
            || phrase.endsWith(" to")
            || phrase.endsWith(" that");
    return bit == Cue.FLIP.bit && verb ? Cue.FAR.bit : 0;
  }

  private static void add(
      List<CompiledPattern> out,
      Phrases.Builder builder,
      int norm,
      Use use,
      Norm.Kind kind,
      List<Norm.Pattern> all) {
    for (Norm.Pattern pattern : all) {
      int[][] parts = new int[pattern.parts().size()][];
      for (int i = 0; i < parts.length; i++) {
        parts[i] =
            pattern.parts().get(i).stream().mapToInt(builder::add).sorted().distinct().toArray();
      }
      out.add(new CompiledPattern(norm, use, kind, parts));
    }
  }

  /** What an answer to the sign must name. */
  List<CompiledPattern> wanted(int norm) {
    return patterns.stream()
        .filter(pattern -> pattern.norm() == norm && pattern.use() == Use.WANTS)
        .toList();
  }

  private static int[][] uses(int phrases, List<CompiledPattern> patterns) {
    List<List<Integer>> lists = new ArrayList<>();
    for (int i = 0; i < phrases; i++) {
      lists.add(new ArrayList<>());
    }
    for (int p = 0; p < patterns.size(); p++) {
      int[][] parts = patterns.get(p).parts();
      for (int part = 0; part < parts.length; part++) {
        for (int phrase : parts[part]) {
          lists.get(phrase).add(p << 3 | part);
        }
      }
    }
    return lists.stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  static int patternOf(int use) {
    return use >> 3;
  }

  static int partOf(int use) {
    return use & 7;
  }

  private static Map<String, List<String>> groups() {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    for (String file : GROUP_FILES) {
      for (CheckData.Section section :
          CheckData.read("/dev/assay/internal/advice/groups/" + file + ".txt")) {
        List<String> phrases = new ArrayList<>();
        for (String line : section.lines()) {
          for (String item : line.split("\\|", -1)) {
            phrases.add(item.strip());
          }
        }
        if (groups.put(section.name(), List.copyOf(phrases)) != null) {
          throw new IllegalStateException("the group " + section.name() + " stands twice");
        }
      }
    }
    return groups;
  }
}
