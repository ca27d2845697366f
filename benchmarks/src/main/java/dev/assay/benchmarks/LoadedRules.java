package dev.assay.benchmarks;

import dev.assay.Rules;
import dev.assay.estimate.Calibration;
import dev.assay.estimate.Gate;
import dev.assay.internal.check.Checks;
import dev.assay.internal.engine.CompiledRules;
import dev.assay.internal.engine.RuleEngine;
import dev.assay.internal.format.ReadOptions;
import dev.assay.internal.scan.DatasetScan;
import dev.assay.internal.scan.Detection;
import dev.assay.internal.scan.ScanOptions;
import dev.assay.internal.triage.TriageOptions;
import dev.assay.report.ScanProgress;
import dev.assay.rule.RuleSet;
import dev.assay.signal.RecordDetector;
import dev.assay.verdict.VerdictPolicy;
import java.io.IOException;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The built-in rules, alone or with generated ones beside them. */
@State(Scope.Benchmark)
public class LoadedRules {
  /** How many times as many rules as are built in. */
  @Param({"1", "10"})
  public int times;

  RecordDetector engine = (record, out) -> {};
  RecordDetector checks = (record, out) -> {};
  DatasetScan scan = scan(RuleSet.of(java.util.List.of()));

  /**
   * Loads them.
   *
   * @throws IOException if the built-in rules are not on the class path
   */
  @Setup
  public void load() throws IOException {
    RuleSet builtIn = Rules.builtIn();
    int more = (times - 1) * builtIn.rules().size();
    RuleSet rules = builtIn.plus(new GeneratedRules().of(builtIn, more));
    engine = new RuleEngine(CompiledRules.of(rules));
    checks = Checks.detector(rules.rules());
    scan = scan(rules);
  }

  private static DatasetScan scan(RuleSet rules) {
    Detection detection =
        new Detection(CompiledRules.of(rules), rules, VerdictPolicy.standard(), Calibration.none());
    ScanOptions options =
        new ScanOptions(
            Path.of(""),
            ReadOptions.defaults(),
            Gate.standard(),
            0,
            false,
            1,
            TriageOptions.NONE,
            null,
            null);
    return new DatasetScan(detection, options, ScanProgress.NONE);
  }
}
