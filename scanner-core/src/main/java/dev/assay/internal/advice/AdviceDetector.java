package dev.assay.internal.advice;

import dev.assay.record.Role;
import dev.assay.record.Turn;
import dev.assay.rule.Rule;
import dev.assay.rule.Verification;
import dev.assay.segment.Prose;
import dev.assay.segment.Segment;
import dev.assay.segment.SegmentedRecord;
import dev.assay.signal.RecordDetector;
import dev.assay.signal.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Holds norms against what a record teaches: each stretch of prose of a learned turn, with the
 * user's turn before it as its question. One pass over the prose finds all phrases of all norms;
 * used by one thread.
 */
public final class AdviceDetector implements RecordDetector {
  private final Shared shared;
  private final @Nullable NormFinder finder;

  private AdviceDetector(Shared shared) {
    this.shared = shared;
    this.finder = shared.norms == null ? null : new NormFinder(shared.norms);
  }

  /** The norms among rules, compiled; immutable, for any number of threads. */
  public static final class Shared {
    private final List<Rule> rules;
    private final @Nullable NormSet norms;

    private Shared(List<Rule> rules, @Nullable NormSet norms) {
      this.rules = rules;
      this.norms = norms;
    }

    /** A detector for one thread. */
    public AdviceDetector detector() {
      return new AdviceDetector(this);
    }
  }

  /**
   * Compiles the rules that are norms; others are passed over.
   *
   * @throws IllegalArgumentException if one is no norm
   */
  public static Shared compile(List<Rule> all) {
    List<Rule> rules = new ArrayList<>();
    List<Norm> norms = new ArrayList<>();
    for (Rule rule : all) {
      if (rule.verification() instanceof Verification.Norm norm) {
        rules.add(rule);
        norms.add(NormSet.read(norm.tree()));
      }
    }
    return new Shared(rules, rules.isEmpty() ? null : NormSet.of(norms));
  }

  /**
   * Checks a {@code norm:} block.
   *
   * @throws IllegalArgumentException if it is none; the message names the key
   */
  public static void check(Map<String, Object> tree) {
    NormSet.read(tree);
  }

  @Override
  public void detect(SegmentedRecord record, Consumer<Signal> out) {
    if (finder == null) {
      return;
    }
    List<Turn> turns = record.record().turns();
    for (Segment segment : record.segments()) {
      if (segment instanceof Prose && turns.get(segment.turn()).role().learned()) {
        int turn = segment.turn();
        finder.find(
            turns.get(turn).text(),
            segment.start(),
            segment.end(),
            question(turns, turn),
            (norm, start, end) -> out.accept(new Signal(shared.rules.get(norm), turn, start, end)));
      }
    }
  }

  private static @Nullable String question(List<Turn> turns, int answer) {
    for (int i = answer - 1; i >= 0; i--) {
      if (turns.get(i).role() == Role.USER) {
        return turns.get(i).text();
      }
    }
    return null;
  }
}
