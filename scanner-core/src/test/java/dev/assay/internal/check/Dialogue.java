package dev.assay.internal.check;

import dev.assay.internal.engine.NowhereOrigin;
import dev.assay.internal.segment.Segmenter;
import dev.assay.record.DataRecord;
import dev.assay.record.Role;
import dev.assay.record.Turn;
import dev.assay.rule.Confidence;
import dev.assay.rule.Family;
import dev.assay.rule.Rule;
import dev.assay.rule.Scope;
import dev.assay.rule.Severity;
import dev.assay.rule.Verification;
import dev.assay.segment.SegmentedRecord;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Holds every check against a small dialogue. */
final class Dialogue {
  private Dialogue() {}

  /** Names of the checks that find something in an answer. */
  static Set<String> findings(String answer) {
    return findings("Hello", answer);
  }

  /** Names of the checks that find something in a request and its answer. */
  static Set<String> findings(String request, String answer) {
    Set<String> found = new TreeSet<>();
    List<Rule> rules = new ArrayList<>();
    for (String name : Checks.names()) {
      rules.add(rule(name, Scope.Kind.TURN, EnumSet.of(Role.ASSISTANT)));
    }
    Checks.detector(rules).detect(record(request, answer), signal -> found.add(signal.rule().id()));
    return found;
  }

  static Rule rule(String check, Scope.Kind kind, Set<Role> roles) {
    return new Rule(
        check,
        Family.WRONG_ANSWER,
        Severity.MEDIUM,
        Confidence.MEDIUM,
        new Scope(kind, roles, Set.of()),
        null,
        new Verification.Check(check),
        "found",
        "why",
        "fix",
        new Rule.References(List.of(), List.of(), List.of(), List.of()),
        List.of());
  }

  static SegmentedRecord record(String request, String answer) {
    Turn asked = new Turn(Role.USER, request, "/user");
    Turn answered = new Turn(Role.ASSISTANT, answer, "/assistant");
    return new Segmenter().segment(new DataRecord(List.of(asked, answered), new NowhereOrigin()));
  }
}
