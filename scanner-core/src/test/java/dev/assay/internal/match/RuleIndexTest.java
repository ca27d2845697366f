package dev.assay.internal.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.internal.engine.TestRules;
import dev.assay.rule.Rule;
import dev.assay.rule.RuleSet;
import dev.assay.rule.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleIndexTest {
  private static final RuleSet RULES =
      RuleSet.of(
          List.of(
              TestRules.rule("py-sql-injection")
                  .message("SQL is built from a variable")
                  .cwe("CWE-89")
                  .build(),
              TestRules.rule("py-weak-hash")
                  .message("A password is hashed with MD5")
                  .cwe("CWE-916")
                  .build(),
              TestRules.rule("persona-voice")
                  .message("Speaks as a persona")
                  .severity(Severity.LOW)
                  .build()));

  private static List<String> search(String query) {
    try (RuleIndex index = new RuleIndex(RULES)) {
      return index.search(query, 10).stream().map(Rule::id).toList();
    }
  }

  @Test
  void findsRulesByWordsOfTheirTextInAnyForm() {
    assertThat(search("sql injections")).containsExactly("py-sql-injection");
    assertThat(search("hashing passwords")).containsExactly("py-weak-hash");
  }

  @Test
  void findsRulesByWholeValuesInAnyCase() {
    assertThat(search("cwe:CWE-89")).containsExactly("py-sql-injection");
    assertThat(search("cwe-916")).contains("py-weak-hash");
    assertThat(search("severity:low AND persona")).containsExactly("persona-voice");
    assertThat(search("severity:high AND persona AND id:voice")).isEmpty();
  }

  @Test
  void saysWhatIsWrongWithASearch() {
    assertThatThrownBy(() -> search("sql ("))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("does not parse");
  }
}
