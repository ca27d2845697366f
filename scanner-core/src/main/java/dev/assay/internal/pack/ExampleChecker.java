package dev.assay.internal.pack;

import dev.assay.internal.check.Checks;
import dev.assay.internal.engine.CompiledRules;
import dev.assay.internal.engine.Explanation;
import dev.assay.internal.engine.RuleEngine;
import dev.assay.internal.rule.RuleExample;
import dev.assay.internal.rule.RuleSource;
import dev.assay.internal.segment.Segmenter;
import dev.assay.record.DataRecord;
import dev.assay.rule.Rule;
import dev.assay.rule.RuleProblem;
import dev.assay.rule.RuleSet;
import dev.assay.rule.Verification;
import dev.assay.segment.SegmentedRecord;
import dev.assay.signal.RecordDetector;
import dev.assay.signal.RuleFailure;
import dev.assay.signal.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Runs the examples of rules: the bad ones must make their rule fire, the good ones must not. What
 * other rules find in them is of no matter.
 */
public final class ExampleChecker {
  private final Function<DataRecord, SegmentedRecord> segmenter;
  private final Function<RuleSet, List<RecordDetector>> checks;

  /** Examples are segmented and held against rules and checks as a scan would. */
  public static ExampleChecker withAllDetectors() {
    return new ExampleChecker(
        new Segmenter()::segment, rules -> List.of(Checks.detector(rules.rules())));
  }

  /**
   * A checker.
   *
   * @param segmenter cuts an example as it would cut a record
   * @param checks makes the detectors of the rules that are verified by a check
   */
  public ExampleChecker(
      Function<DataRecord, SegmentedRecord> segmenter,
      Function<RuleSet, List<RecordDetector>> checks) {
    this.segmenter = segmenter;
    this.checks = checks;
  }

  /** Every example that does not come out as its rule says, with the reason where it is known. */
  public List<RuleProblem> check(List<RuleSource> sources) {
    List<RuleProblem> problems = new ArrayList<>();
    for (RuleSource source : sources) {
      RuleSet alone = RuleSet.of(List.of(source.rule()));
      CompiledRules compiled = CompiledRules.of(alone);
      RuleEngine engine = new RuleEngine(compiled);
      List<RecordDetector> detectors = new ArrayList<>(checks.apply(alone));
      boolean byCheck = source.rule().verification() instanceof Verification.Check;
      if (byCheck && detectors.isEmpty()) {
        problems.add(source.problem("verify.check", "there is no check of this name"));
        continue;
      }
      detectors.add(engine);
      detectors.add(compiled.advice());
      for (RuleExample example : source.examples()) {
        check(source, example, detectors, engine, problems);
      }
    }
    return problems;
  }

  private void check(
      RuleSource source,
      RuleExample example,
      List<RecordDetector> detectors,
      RuleEngine engine,
      List<RuleProblem> problems) {
    SegmentedRecord record = segmenter.apply(example.record());
    try {
      List<Signal> signals = new ArrayList<>();
      for (RecordDetector detector : detectors) {
        detector.detect(record, signal -> keep(signal, source.rule(), signals));
      }
      if (example.bad() && signals.isEmpty()) {
        problems.add(
            at(
                source,
                example,
                "the rule does not fire on this bad example: " + whyNot(engine, record)));
      } else if (!example.bad() && !signals.isEmpty()) {
        problems.add(
            at(
                source,
                example,
                "the rule fires on this good example, at " + evidence(record, signals.get(0))));
      }
    } catch (RuleFailure e) {
      problems.add(at(source, example, "the rule fails on this example: " + e.getCause()));
    }
  }

  private static void keep(Signal signal, Rule rule, List<Signal> signals) {
    if (signal.rule().id().equals(rule.id())) {
      signals.add(signal);
    }
  }

  private static RuleProblem at(RuleSource source, RuleExample example, String message) {
    return new RuleProblem(source.file(), example.line(), example.column(), message);
  }

  private static String whyNot(RuleEngine engine, SegmentedRecord record) {
    if (engine.isEmpty()) {
      return "its words do not stand together, or the stance of the sentence excuses it";
    }
    List<Explanation> explanations = engine.explain(record);
    if (explanations.isEmpty()) {
      return "no anchor of it stands in a turn and segment that it looks at (here are "
          + Shape.of(record)
          + ")";
    }
    Explanation last = explanations.get(explanations.size() - 1);
    return last.step().said() + (last.detail().isEmpty() ? "" : ": " + last.detail());
  }

  private static String evidence(SegmentedRecord record, Signal signal) {
    String text = record.record().turns().get(signal.turn()).text();
    String found = text.substring(signal.start(), Math.min(signal.end(), signal.start() + 80));
    return '"' + found.replace("\n", "\\n") + '"';
  }
}
