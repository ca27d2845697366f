package dev.assay.internal.engine;

import dev.assay.record.Role;
import dev.assay.rule.Confidence;
import dev.assay.rule.Family;
import dev.assay.rule.Rule;
import dev.assay.rule.Scope;
import dev.assay.rule.Severity;
import dev.assay.rule.Verification;
import dev.assay.segment.Language;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds rules for tests: an assistant's turn, no query, no verification, unless said. */
public final class TestRules {
  private final String id;
  private String message = "m";
  private Severity severity = Severity.HIGH;
  private Scope.Kind kind = Scope.Kind.TURN;
  private Set<Role> roles = Set.of(Role.ASSISTANT, Role.TEXT);
  private Set<Language> languages = Set.of();
  private @Nullable String match;
  private Verification verification = new Verification.QueryOnly();
  private List<String> cwe = List.of();

  private TestRules(String id) {
    this.id = id;
  }

  /** A rule of this id. */
  public static TestRules rule(String id) {
    return new TestRules(id);
  }

  public TestRules message(String text) {
    message = text;
    return this;
  }

  public TestRules severity(Severity level) {
    severity = level;
    return this;
  }

  public TestRules cwe(String weakness) {
    cwe = List.of(weakness);
    return this;
  }

  public TestRules in(Scope.Kind where, Language... known) {
    kind = where;
    languages = Set.of(known);
    return this;
  }

  public TestRules of(Role... who) {
    roles = Set.of(who);
    return this;
  }

  public TestRules match(String query) {
    match = query;
    return this;
  }

  public TestRules regex(String regex) {
    return verify(new Verification.Expression(regex, List.of(), List.of(), 0));
  }

  public TestRules verify(Verification how) {
    verification = how;
    return this;
  }

  public Rule build() {
    return new Rule(
        id,
        Family.PERSONA,
        severity,
        Confidence.HIGH,
        new Scope(kind, roles, languages),
        match,
        verification,
        message,
        "w",
        "f",
        new Rule.References(cwe, List.of(), List.of(), List.of()),
        List.of());
  }
}
