package dev.assay.internal.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.internal.engine.RuleFault;
import dev.assay.internal.engine.RuleFaults;
import dev.assay.internal.engine.TestRules;
import org.junit.jupiter.api.Test;

class AnchorlessRulesTest {
  @Test
  void areToldThatTheyWouldBeTriedOnEveryText() {
    assertThat(RuleFaults.of(TestRules.rule("r").match("/a.*/").build()))
        .extracting(RuleFault::message)
        .singleElement()
        .asString()
        .contains("no anchor", "add a word");
    assertThat(RuleFaults.of(TestRules.rule("r").regex("[a-z]+\\d").build()))
        .extracting(RuleFault::key)
        .containsExactly("verify.regex");
  }

  @Test
  void areFineOnceAQuerySelectsTheirCandidates() {
    assertThat(RuleFaults.of(TestRules.rule("r").match("dan").regex("[a-z]+\\d").build()))
        .isEmpty();
  }
}
