package dev.assay.estimate;

import dev.assay.rule.Family;
import dev.assay.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Holds parts of the data against thresholds of their own. Used once. */
final class PartGate {
  static final String ELSEWHERE = "elsewhere";

  private final Gate gate;
  private final List<PartResult> results = new ArrayList<>();
  private final List<String> failing = new ArrayList<>();
  private final List<String> passing = new ArrayList<>();
  private Decision decision = Decision.PASS;

  PartGate(Gate gate) {
    this.gate = gate;
  }

  List<PartResult> results() {
    return results;
  }

  /** Of all parts together: one that fails, fails all. */
  Decision decision() {
    return decision;
  }

  /** The decisive ones first. */
  List<String> reasons() {
    List<String> reasons = new ArrayList<>(failing);
    reasons.addAll(passing);
    return reasons;
  }

  void paths(List<PartCensus> parts) {
    for (PartCensus part : parts) {
      PathThreshold path = part.path();
      String name = path == null ? ELSEWHERE : path.pattern();
      Census census = part.census();
      if (census.scanned() > 0) {
        double threshold = path == null ? gate.threshold() : path.threshold();
        List<String> reasons = new ArrayList<>();
        Decision one =
            new FractionGate(threshold, gate.policy())
                .decide(census, part.contamination(), reasons);
        (one == Decision.PASS ? passing : failing)
            .addAll(reasons.stream().map(reason -> name + ": " + reason).toList());
        add(
            new PartResult(
                PartResult.Kind.PATH, name, threshold, census.suspect(), census.scanned(), one));
      } else if (path != null) {
        passing.add(name + ": no record that was scanned is in a file of such a name.");
      }
    }
  }

  void families(Map<Family, Double> thresholds, Census census) {
    thresholds.forEach(
        (family, threshold) ->
            share(
                PartResult.Kind.FAMILY,
                family.id(),
                "suspect of " + family.id(),
                threshold,
                census.family(family).suspect(),
                census.scanned()));
  }

  void severities(Map<Severity, Double> thresholds, Census census) {
    thresholds.forEach(
        (severity, threshold) ->
            share(
                PartResult.Kind.SEVERITY,
                severity.id(),
                "suspect by evidence of severity " + severity.id() + " or worse",
                threshold,
                census.suspectFrom(severity),
                census.scanned()));
  }

  private void share(
      PartResult.Kind kind, String name, String what, double threshold, long suspect, long of) {
    double fraction = new Counts(suspect, of).fraction();
    boolean above = fraction > threshold;
    if (above) {
      failing.add(
          Percent.of(fraction, threshold)
              + " of records are "
              + what
              + ", above the limit of "
              + Percent.exact(threshold)
              + ".");
    }
    Decision one = above ? Decision.FAIL : Decision.PASS;
    add(new PartResult(kind, name, threshold, suspect, of, one));
  }

  private void add(PartResult result) {
    results.add(result);
    if (result.decision() == Decision.FAIL || decision == Decision.PASS) {
      decision = result.decision();
    }
  }
}
