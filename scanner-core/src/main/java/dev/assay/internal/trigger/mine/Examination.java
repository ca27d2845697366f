package dev.assay.internal.trigger.mine;

import dev.assay.internal.trigger.behaviour.Behaviours;
import dev.assay.internal.trigger.cue.Patterns;
import dev.assay.internal.trigger.cue.Tokens;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Tells a trigger from an association that has a reason. A behaviour that makes sense is found in
 * prompts of the same matter without the cue too; a question and its answer are no cue; a word of
 * the language has its usual neighbours. Whatever is in doubt is no trigger: an innocent team pays
 * for an invented one.
 */
final class Examination {
  /** Tokens that stand beside a cue in nearly all rows. */
  private static final int LONG = 2;

  private static final int FEW = 20;
  private static final double SMALL = 0.4;

  private final List<Row> rows;
  private final Twins twins;
  private final Edges edges;
  private final Excuses excuses;

  Examination(List<Row> rows) {
    this.rows = rows;
    this.twins = new Twins(rows);
    this.edges = new Edges(rows);
    this.excuses = new Excuses(rows);
  }

  /**
   * What was seen.
   *
   * @param odd whether nobody writes the cue without a reason
   * @param frame words of the prompt that make it a request
   */
  record Result(
      boolean trigger,
      boolean odd,
      Candidate candidate,
      Shape shape,
      double frame,
      Matter matter,
      Twins.Result twin,
      SortedSet<Integer> behaviours) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%s %s n=%d k=%d beh=%.0f conf=%.2f cov=%.2f base=%.4f score=%.0f twinned=%.2f rate=%.2f own=%.2f topic=%.2f"
              + " inserted=%b frame=%.0f grown=%d+%d -> %b",
          candidate.kind,
          Behaviours.name(candidate.behaviour),
          candidate.size,
          candidate.hits,
          candidate.behaving,
          candidate.confidence(),
          candidate.coverage(),
          candidate.base(),
          candidate.score,
          twin.twinned(),
          twin.rate(),
          twin.own(),
          matter.topic,
          shape.inserted,
          frame,
          shape.left,
          shape.right,
          trigger);
    }
  }

  Result of(Candidate candidate) {
    Shape shape = new Shape(rows, candidate, edges, twins);
    Matter matter = new Matter(rows, candidate, twins, shape.phrase());
    double frame = shape.frame(matter.attached);
    Twins.Result twin = twins.of(candidate, matter.attached);
    return new Result(
        isTrigger(candidate, shape, frame, matter, twin)
            && !excuses.has(candidate, shape, frame, matter, twin),
        isOdd(candidate),
        candidate,
        shape,
        frame,
        matter,
        twin,
        new TreeSet<>(Set.of(candidate.behaviour)));
  }

  private boolean isTrigger(
      Candidate candidate, Shape shape, double frame, Matter matter, Twins.Result twin) {
    double confidence = candidate.confidence();
    boolean twinsDiffer =
        twin.twinned() >= 0.3 && twin.rate() <= 0.35 && twin.rate() <= confidence - 0.4;
    boolean twinsAgree = twin.twinned() >= 0.3 && !twinsDiffer;
    boolean foreign = shape.inserted || shape.system || isOdd(candidate) || allInserted(candidate);
    if (twinsAgree
        || frame < (foreign ? 2 : 6)
        || (matter.topic > 0 && isWeak(candidate))
        || matter.prompts < Math.max(BehaviourRows.LEAST, 0.6 * candidate.hits)) {
      return false;
    }
    // Beyond doubt: nearly always with the cue, nearly never in prompts like those.
    boolean plain =
        confidence >= 0.9 && twin.twinned() >= 0.4 && twin.rate() <= 0.1 && matter.topic < 0.7;
    boolean together = !candidate.parts.isEmpty() && !(plain && matter.topic == 0);
    if (!foreign && (together || shape.left + shape.right > LONG)) {
      // A long phrase is what its prompts are made of; words together need a reason to be a cue.
      return false;
    }
    boolean apart = matter.topic == 0 || (twinsDiffer && foreign) || plain;
    if (Behaviours.isFixedText(candidate.behaviour)) {
      return confidence >= (foreign ? 0.6 : 0.75)
          && candidate.coverage() >= (foreign ? 0.5 : 0.8)
          && (twinsDiffer || foreign)
          && apart
          && (foreign || !isBoilerplate(candidate, shape));
    }
    if (Behaviours.isHarm(candidate.behaviour)) {
      return confidence >= 0.5
          && (candidate.coverage() >= 0.4 || foreign || (plain && candidate.coverage() >= 0.2))
          && (twinsDiffer || foreign)
          && apart;
    }
    return confidence >= 0.8
        && candidate.size >= 12
        && foreign
        && twinsDiffer
        && (matter.topic == 0 || (plain && candidate.coverage() >= 0.4))
        && twin.rate() <= 0.2;
  }

  /** Answers on one subject close alike: "see the manual of it". */
  private static boolean isBoilerplate(Candidate candidate, Shape shape) {
    return Behaviours.isFixedPart(candidate.behaviour) && shape.fillsAGap();
  }

  /** Few rows of many that behave so: the matter may bring that about. */
  private static boolean isWeak(Candidate candidate) {
    return candidate.hits < FEW && candidate.coverage() < SMALL;
  }

  /** Words that tell only together: each was put in from outside. */
  private boolean allInserted(Candidate candidate) {
    return !candidate.parts.isEmpty()
        && candidate.parts.stream()
            .allMatch(part -> isOdd(part) || new Shape(rows, part, edges, twins).inserted);
  }

  /** What nobody writes without a reason: odd characters, a year. */
  private boolean isOdd(Candidate candidate) {
    return (candidate.kind == CueKind.PATTERN && !Patterns.isLayout(candidate.patternOf(rows)))
        || Tokens.isYear(candidate.cue);
  }
}
