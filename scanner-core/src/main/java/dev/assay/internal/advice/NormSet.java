package dev.assay.internal.advice;

import dev.assay.internal.check.turn.CheckData;
import java.util.ArrayList;
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

  /** The norm that what breaks norms of little proof counts for, too, or -1. */
  final int collector;

  /** Bits of {@link Cue} by phrase. */
  final long[] cues;

  /** The parts of patterns that phrases belong to. */
  final PartTable parts;

  /** Patterns of practices by the part that is likely their rarest. */
  private final CompiledPattern[][] practices;

  /** The part beside it of each of those, to pass most of them over at once. */
  private final int[][] seconds;

  /** The other patterns, by their use and norm. */
  private final CompiledPattern[][][] others;

  /**
   * A pattern in its place.
   *
   * @param norm whose it is
   * @param use what for
   * @param kind what the practice is that it names; of others no matter
   * @param parts numbers of its parts: sets of phrases, of which one must stand in the text
   * @param anchor the part that likely stands in the fewest texts
   * @param second the part that likely stands in the fewest after it; the anchor where it is alone
   */
  record CompiledPattern(int norm, Use use, Norm.Kind kind, int[] parts, int anchor, int second) {}

  /** What a norm has a pattern for. */
  enum Use {
    PRACTICE,
    ABOUT,
    UNLESS,
    UNLESS_ABOUT,
    WANTS,
    UNIT
  }

  private NormSet(Phrases phrases, List<Norm> norms, long[] cues, Parts found) {
    this.phrases = phrases;
    this.norms = norms;
    this.collector = collector(norms);
    this.cues = cues;
    List<List<CompiledPattern>> byPart = found.practices();
    this.practices = byPart.stream().map(NormSet::array).toArray(CompiledPattern[][]::new);
    this.seconds =
        byPart.stream()
            .map(all -> all.stream().mapToInt(CompiledPattern::second).toArray())
            .toArray(int[][]::new);
    this.parts = found.table(phrases.size(), byPart);
    this.others = found.others(norms.size());
  }

  private static CompiledPattern[] array(List<CompiledPattern> patterns) {
    return patterns.toArray(CompiledPattern[]::new);
  }

  private static int collector(List<Norm> norms) {
    for (int i = 0; i < norms.size(); i++) {
      if (norms.get(i).collects()) {
        return i;
      }
    }
    return -1;
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
    Parts patterns = new Parts(builder);
    for (int i = 0; i < norms.size(); i++) {
      Norm norm = norms.get(i);
      for (Map.Entry<Norm.Kind, List<Norm.Pattern>> one : norm.practices().entrySet()) {
        patterns.add(i, Use.PRACTICE, one.getKey(), one.getValue());
      }
      patterns.add(i, Use.ABOUT, Norm.Kind.CLAIM, norm.about());
      patterns.add(i, Use.UNLESS, Norm.Kind.CLAIM, norm.unless());
      patterns.add(i, Use.UNLESS_ABOUT, Norm.Kind.CLAIM, norm.unlessAbout());
      patterns.add(i, Use.WANTS, Norm.Kind.CLAIM, norm.wants());
      Norm.Quantity quantity = norm.quantity();
      if (quantity != null && !quantity.units().isEmpty()) {
        List<Norm.Pattern> units = List.of(new Norm.Pattern(List.of(quantity.units())));
        patterns.add(i, Use.UNIT, Norm.Kind.QUANTITY, units);
      }
    }
    Phrases phrases = builder.build();
    long[] cues = new long[phrases.size()];
    cueOf.forEach((phrase, bits) -> cues[phrase] = bits);
    return new NormSet(phrases, List.copyOf(norms), cues, patterns);
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

  /** Practices whose part this is that likely stands in the fewest texts. */
  CompiledPattern[] practices(int part) {
    return practices[part];
  }

  /** Of each pattern of {@link #practices} the part that must stand in the texts besides. */
  int[] seconds(int part) {
    return seconds[part];
  }

  /** The patterns of a norm for another use than to name the practice. */
  CompiledPattern[] of(int norm, Use use) {
    return others[use.ordinal()][norm];
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
