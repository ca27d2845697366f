package dev.assay;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every rule of {@link ArchitectureRules} fails on a sample that breaks it. */
class ArchitectureRulesTest {
  private static final String ROOT = "dev.assay.architecture";
  private static final JavaClasses SAMPLES = new ClassFileImporter().importPackages(ROOT);
  private static final ArchitectureRules RULES = new ArchitectureRules(ROOT);

  @Test
  void findsPackageCycles() {
    assertThat(failures(RULES.noPackageCycles())).anyMatch(it -> it.contains("Cycle detected"));
  }

  @Test
  void findsLuceneOutsideOfMatch() {
    assertThat(failures(RULES.onlyMatchImportsLucene()))
        .isNotEmpty()
        .allMatch(it -> it.contains("LuceneOutside"))
        .noneMatch(it -> it.contains("LuceneInside"));
  }

  @Test
  void findsJGitOutsideOfGit() {
    assertThat(failures(RULES.onlyGitImportsJGit()))
        .isNotEmpty()
        .allMatch(it -> it.contains("JGitOutside"));
  }

  @Test
  void findsThirdPartyTypesInPublicSignatures() {
    assertThat(failures(RULES.publicSignaturesNameOnlyOwnTypesAndTheJdk()))
        .anyMatch(it -> it.contains("ForeignSignatures.method("))
        .anyMatch(it -> it.contains("ForeignSignatures.thrower("))
        .anyMatch(it -> it.contains("ForeignSignatures.FIELD"))
        .anyMatch(it -> it.contains("ForeignSignatures$Component.<init>("))
        .anyMatch(it -> it.contains("ForeignSignatures$Component.nodes("))
        .anyMatch(it -> it.contains("ForeignSignatures$Child names"))
        .noneMatch(it -> it.contains("hidden"))
        .noneMatch(it -> it.contains("internal"));
  }

  @Test
  void findsWhatEndsTheJvm() {
    assertThat(failures(RULES.nothingEndsTheJvm())).hasSize(1);
  }

  @Test
  void findsPrintedStackTraces() {
    assertThat(failures(RULES.nothingPrintsStackTraces())).hasSize(1);
  }

  @Test
  void findsReadsOfTheEnvironment() {
    assertThat(failures(RULES.nothingReadsTheEnvironment()))
        .anyMatch(it -> it.contains("getProperty"))
        .anyMatch(it -> it.contains("getenv"));
  }

  @Test
  void findsAnEstimateThatKnowsAReport() {
    assertThat(failures(RULES.estimateKnowsNoReport())).isNotEmpty();
  }

  @Test
  void findsEachLayerThatKnowsAnUpperOne() {
    assertThat(RULES.lowerLayersKnowNoUpperOnes())
        .hasSize(5)
        .allSatisfy(rule -> assertThat(failures(rule)).as(rule.getDescription()).isNotEmpty());
  }

  private static List<String> failures(ArchRule rule) {
    return rule.evaluate(SAMPLES).getFailureReport().getDetails();
  }
}
