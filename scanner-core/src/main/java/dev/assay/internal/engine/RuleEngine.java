package dev.assay.internal.engine;

import dev.assay.internal.match.QuerySet;
import dev.assay.internal.match.TextScanner;
import dev.assay.internal.match.TextScope;
import dev.assay.record.Turn;
import dev.assay.rule.Rule;
import dev.assay.segment.Code;
import dev.assay.segment.Language;
import dev.assay.segment.Segment;
import dev.assay.segment.SegmentedRecord;
import dev.assay.signal.RecordDetector;
import dev.assay.signal.RuleFailure;
import dev.assay.signal.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Holds all rules against a record.
 *
 * <p>One pass over each turn that some rule wants finds the candidates; only these are verified. At
 * most {@value Verifier#MOST} signals of one rule come from one segment (or turn, for rules over
 * turns). Used by one thread at a time; {@link CompiledRules} is shared.
 */
public final class RuleEngine implements RecordDetector {
  private final CompiledRules compiled;
  private final TextScanner scan;

  /** An engine for these rules. */
  public RuleEngine(CompiledRules compiled) {
    this.compiled = compiled;
    this.scan = new TextScanner(compiled.set);
  }

  /** Whether no rule is matched here: all are checks or norms. */
  public boolean isEmpty() {
    return compiled.size() == 0;
  }

  /** Does something with each candidate. */
  private interface Visitor {
    void candidate(int rule, int turn, ScopedText text);
  }

  @Override
  public void detect(SegmentedRecord record, Consumer<Signal> out) {
    visit(
        record,
        (rule, turn, text) -> {
          if (text.queryHolds(rule)) {
            verify(rule, turn, text, out);
          }
        });
  }

  /** Says of each candidate why it matched, or did not. For people: slow. */
  public List<Explanation> explain(SegmentedRecord record) {
    List<Explanation> explanations = new ArrayList<>();
    visit(
        record,
        (rule, turn, text) -> {
          Outcome outcome =
              text.queryHolds(rule)
                  ? verify(rule, turn, text, signal -> {})
                  : new Outcome(
                      Explanation.Step.QUERY,
                      Objects.requireNonNullElse(compiled.rules.get(rule).match(), ""));
          List<String> anchors = scan.standing(compiled.queries.get(rule).anchors(), text.scope());
          explanations.add(
              new Explanation(
                  compiled.rules.get(rule),
                  turn,
                  text.start(),
                  text.end(),
                  anchors,
                  outcome.step(),
                  outcome.detail()));
        });
    return explanations;
  }

  private Outcome verify(int rule, int turn, ScopedText text, Consumer<Signal> out) {
    Rule known = compiled.rules.get(rule);
    return compiled
        .verifiers
        .get(rule)
        .verify(
            rule,
            text,
            (start, end, flow) -> out.accept(new Signal(known, turn, start, end, flow)));
  }

  private void visit(SegmentedRecord record, Visitor visitor) {
    List<Turn> turns = record.record().turns();
    List<Segment> segments = record.segments();
    int next = 0;
    for (int turn = 0; turn < turns.size(); turn++) {
      int first = next;
      while (next < segments.size() && segments.get(next).turn() == turn) {
        next++;
      }
      int wanted = compiled.kindsOfRole[turns.get(turn).role().ordinal()];
      if (wanted != 0) {
        new TurnVisit(turn, turns.get(turn), wanted, visitor).visit(segments.subList(first, next));
      }
    }
  }

  /** One turn on its way through the scanner. */
  private final class TurnVisit {
    private final int turn;
    private final int length;
    private final int wanted;
    private final Visitor visitor;
    private int at;

    TurnVisit(int index, Turn turn, int wanted, Visitor visitor) {
      this.turn = index;
      this.length = turn.text().length();
      this.wanted = wanted;
      this.visitor = visitor;
      scan.start(turn.text(), CompiledRules.bit(turn.role()));
    }

    void visit(List<Segment> segments) {
      for (Segment segment : segments) {
        if (segment instanceof Code code) {
          range(
              code.bodyStart(),
              code.bodyEnd(),
              CompiledRules.code(code.language()),
              code.language());
        } else {
          range(segment.start(), segment.end(), CompiledRules.prose(), null);
        }
      }
      between(length);
      if (scan.turnCandidates() > 0) {
        ScopedText text = new ScopedText(scan, scan.turnScope(), null);
        for (int i = 0; i < scan.turnCandidates(); i++) {
          candidate(scan.turnCandidate(i), text);
        }
      }
    }

    /** What no segment's rule looks at, such as the lines of a fence. */
    private void between(int to) {
      if (at < to) {
        if ((wanted & QuerySet.TURN) != 0) {
          scan.scan(at, to, QuerySet.TURN);
        }
        at = to;
      }
    }

    private void range(int start, int end, int kind, @Nullable Language language) {
      int from = Math.max(start, at);
      int to = Math.min(end, length);
      if (from >= to) {
        return;
      }
      between(from);
      at = to;
      if ((wanted & (kind | QuerySet.TURN)) != 0) {
        TextScope scope = scan.scan(from, to, kind);
        int count = scan.rangeCandidates();
        ScopedText text = count == 0 ? null : new ScopedText(scan, scope, language);
        for (int i = 0; text != null && i < count; i++) {
          candidate(scan.rangeCandidate(i), text);
        }
      }
    }

    private void candidate(int rule, ScopedText text) {
      try {
        visitor.candidate(rule, turn, text);
      } catch (RuntimeException | StackOverflowError e) {
        throw new RuleFailure(compiled.rules.get(rule).id(), e);
      }
    }
  }
}
