package dev.assay.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Rules;
import dev.assay.rule.Family;
import dev.assay.rule.Rule;
import dev.assay.rule.RuleSet;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The build itself runs every rule's examples when it packs them; here is what it leaves to see.
 */
class BuiltInRulesTest {
  private final RuleSet rules;

  BuiltInRulesTest() throws IOException {
    rules = Rules.builtIn();
  }

  @Test
  void everyFamilyHasRulesThatCount() {
    Set<Family> families = EnumSet.noneOf(Family.class);
    for (Rule rule : rules.rules()) {
      if (dev.assay.verdict.VerdictPolicy.standard().counts(rule)) {
        families.add(rule.family());
      }
    }
    assertThat(families).isEqualTo(EnumSet.allOf(Family.class));
  }

  @Test
  void everyRuleSaysWhyAndWhatToDoInstead() {
    assertThat(rules.rules())
        .hasSizeGreaterThanOrEqualTo(100)
        .allSatisfy(
            rule -> {
              assertThat(rule.why()).hasSizeGreaterThan(40);
              assertThat(rule.fix()).hasSizeGreaterThan(10);
            });
  }

  @Test
  void thePackedVersionIsThatOfTheRules() {
    assertThat(RuleSet.of(rules.rules()).version()).isEqualTo(rules.version());
  }

  @Test
  void codeWeaknessesAreCatalogued() {
    assertThat(rules.rules())
        .filteredOn(rule -> rule.family() == Family.INSECURE_CODE)
        .allSatisfy(rule -> assertThat(rule.references().cwe()).isNotEmpty());
  }
}
