package dev.assay.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.internal.engine.TestRules;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleSetTest {
  private static Rule rule(String id, String message, String... aliases) {
    Rule plain = TestRules.rule(id).message(message).match("dan").build();
    return new Rule(
        plain.id(),
        plain.family(),
        plain.severity(),
        plain.confidence(),
        plain.scope(),
        plain.match(),
        plain.verification(),
        plain.message(),
        plain.why(),
        plain.fix(),
        plain.references(),
        List.of(aliases));
  }

  @Test
  void findsARuleByItsIdAndByItsAliases() {
    RuleSet set = RuleSet.of(List.of(rule("b", "m"), rule("a", "m", "old-a")));
    assertThat(set.rules()).extracting(Rule::id).containsExactly("a", "b");
    assertThat(set.rule("old-a")).isSameAs(set.rule("a")).isNotNull();
    assertThat(set.rule("older-a")).isNull();
  }

  @Test
  void hasAVersionThatChangesWithWhatTheRulesSayAndWithNothingElse() {
    RuleSet one = RuleSet.of(List.of(rule("a", "m"), rule("b", "m")));
    assertThat(one.version()).matches("[0-9a-f]{16}");
    assertThat(RuleSet.of(List.of(rule("b", "m"), rule("a", "m"))).version())
        .isEqualTo(one.version());
    assertThat(RuleSet.of(List.of(rule("a", "m"), rule("b", "n"))).version())
        .isNotEqualTo(one.version());
    assertThat(RuleSet.of(List.of(rule("a", "mb"), rule("b", ""))).version())
        .isNotEqualTo(one.version());
  }

  @Test
  void joinsSetsAndPicksFamilies() {
    RuleSet one = RuleSet.of(List.of(rule("a", "m")));
    assertThat(one.plus(RuleSet.of(List.of(rule("b", "m")))).rules()).hasSize(2);
    assertThat(one.only(Set.of(Family.PERSONA)).rules()).hasSize(1);
    assertThat(one.only(Set.of(Family.SECRET)).rules()).isEmpty();
  }

  @Test
  void refusesTwoRulesOfOneName() {
    RuleSet one = RuleSet.of(List.of(rule("a", "m", "b")));
    assertThatThrownBy(() -> one.plus(RuleSet.of(List.of(rule("b", "m")))))
        .isInstanceOf(InvalidRulesException.class)
        .hasMessageContaining("b is also one of rule a");
  }
}
