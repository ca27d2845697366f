package dev.assay.internal.check;

import dev.assay.internal.check.turn.Check;
import dev.assay.internal.check.turn.Findings;
import dev.assay.internal.check.turn.TurnView;
import dev.assay.record.Role;
import dev.assay.record.Turn;
import dev.assay.rule.Rule;
import dev.assay.rule.Scope;
import dev.assay.segment.Code;
import dev.assay.segment.SegmentedRecord;
import dev.assay.signal.RecordDetector;
import dev.assay.signal.RuleFailure;
import dev.assay.signal.Signal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Holds the checks against each turn that one of their rules looks at. */
final class CheckDetector implements RecordDetector {
  private final List<Check> checks;
  private final Map<String, List<Rule>> rules;
  private final List<Set<Role>> roles;
  private final Set<Role> anyRole = EnumSet.noneOf(Role.class);
  private @Nullable TurnView view;

  CheckDetector(List<Check> checks, Map<String, List<Rule>> rules) {
    this.checks = checks;
    this.rules = rules;
    this.roles = checks.stream().map(this::rolesOf).toList();
    roles.forEach(anyRole::addAll);
  }

  @Override
  public void detect(SegmentedRecord record, Consumer<Signal> out) {
    TurnView turn = view == null ? new TurnView(record) : view;
    view = turn;
    List<Turn> turns = record.record().turns();
    for (int i = 0; i < turns.size(); i++) {
      Role role = turns.get(i).role();
      if (anyRole.contains(role)) {
        turn.moveTo(record, i);
        checkTurn(turn, role, out);
      }
    }
  }

  private void checkTurn(TurnView turn, Role role, Consumer<Signal> out) {
    Findings findings = new Emitter(turn, out);
    for (int c = 0; c < checks.size(); c++) {
      Check check = checks.get(c);
      if (roles.get(c).contains(role) && check.concerns(turn)) {
        try {
          check.check(turn, findings);
        } catch (RuntimeException e) {
          throw new RuleFailure(firstRuleOf(check), e);
        }
      }
    }
  }

  private String firstRuleOf(Check check) {
    return check.names().stream()
        .sorted()
        .flatMap(name -> rules.getOrDefault(name, List.of()).stream())
        .map(Rule::id)
        .findFirst()
        .orElse("");
  }

  private Set<Role> rolesOf(Check check) {
    Set<Role> found = EnumSet.noneOf(Role.class);
    for (String name : check.names()) {
      for (Rule rule : rules.getOrDefault(name, List.of())) {
        found.addAll(rule.scope().roles());
      }
    }
    return found;
  }

  /**
   * Turns findings into signals of the rules that asked for them and whose scope holds the place.
   */
  private final class Emitter implements Findings {
    private final TurnView turn;
    private final Consumer<Signal> out;

    Emitter(TurnView turn, Consumer<Signal> out) {
      this.turn = turn;
      this.out = out;
    }

    @Override
    public void found(String name, int start, int end) {
      for (Rule rule : rules.getOrDefault(name, List.of())) {
        if (inScope(rule.scope(), start)) {
          out.accept(new Signal(rule, turn.index(), start, end));
        }
      }
    }

    @Override
    public boolean wants(String name) {
      return rules.containsKey(name);
    }

    private boolean inScope(Scope scope, int start) {
      if (!scope.roles().contains(turn.role())) {
        return false;
      }
      if (scope.kind() == Scope.Kind.TURN) {
        return true;
      }
      Code code = turn.codeAt(start);
      if (scope.kind() == Scope.Kind.PROSE) {
        return code == null;
      }
      return code != null
          && (scope.languages().isEmpty() || scope.languages().contains(code.language()));
    }
  }
}
