package dev.assay.internal.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.record.Role;
import dev.assay.rule.Rule;
import dev.assay.rule.Scope;
import dev.assay.signal.RecordDetector;
import dev.assay.signal.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChecksTest {
  private static final String SUM = "arithmetic-equation";

  @Test
  void anUnknownCheckIsNamedTogetherWithThoseThatExist() {
    Rule rule = Dialogue.rule("arithmetic-equations", Scope.Kind.TURN, Set.of(Role.ASSISTANT));
    assertThatThrownBy(() -> Checks.detector(List.of(rule)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("arithmetic-equations")
        .hasMessageContaining("there are")
        .hasMessageContaining(SUM);
  }

  @Test
  void aRuleFindsOnlyInTheRolesThatItNames() {
    assertThat(signals(Scope.Kind.TURN, Set.of(Role.ASSISTANT), "So 2 + 2 = 5.", "Hm.")).isEmpty();
    assertThat(signals(Scope.Kind.TURN, Set.of(Role.USER), "So 2 + 2 = 5.", "Hm.")).hasSize(1);
  }

  @Test
  void aRuleForProseDoesNotLookIntoCode() {
    String code = "See:\n```text\n\u202Dabc\n```\n";
    Rule rule = Dialogue.rule("hidden-text-bidi-code", Scope.Kind.PROSE, Set.of(Role.ASSISTANT));
    List<Signal> signals = new ArrayList<>();
    Checks.detector(List.of(rule)).detect(Dialogue.record("Hi", code), signals::add);
    assertThat(signals).isEmpty();
  }

  @Test
  void theEvidenceIsTheSumItself() {
    Signal signal =
        signals(Scope.Kind.TURN, Set.of(Role.ASSISTANT), "Hi", "We know: 17 + 25 = 43, then.")
            .get(0);
    assertThat("We know: 17 + 25 = 43, then.".substring(signal.start(), signal.end()))
        .isEqualTo("17 + 25 = 43");
    assertThat(signal.turn()).isEqualTo(1);
  }

  private static List<Signal> signals(
      Scope.Kind kind, Set<Role> roles, String request, String answer) {
    RecordDetector detector = Checks.detector(List.of(Dialogue.rule(SUM, kind, roles)));
    List<Signal> signals = new ArrayList<>();
    detector.detect(Dialogue.record(request, answer), signals::add);
    return signals;
  }
}
