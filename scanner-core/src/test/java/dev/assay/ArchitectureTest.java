package dev.assay;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Holds {@link ArchitectureRules} against the library. */
@AnalyzeClasses(packages = "dev.assay", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final ArchitectureRules RULES = new ArchitectureRules("dev.assay");

  @ArchTest static final ArchRule noPackageCycles = RULES.noPackageCycles();

  @ArchTest static final ArchRule onlyMatchImportsLucene = RULES.onlyMatchImportsLucene();

  @ArchTest static final ArchRule onlyGitImportsJGit = RULES.onlyGitImportsJGit();

  @ArchTest static final ArchRule onlyArchive = RULES.onlyArchiveImportsArchivers();

  @ArchTest
  static final ArchRule publicSignatures = RULES.publicSignaturesNameOnlyOwnTypesAndTheJdk();

  @ArchTest static final ArchRule nothingEndsTheJvm = RULES.nothingEndsTheJvm();

  @ArchTest static final ArchRule nothingPrintsStackTraces = RULES.nothingPrintsStackTraces();

  @ArchTest static final ArchRule nothingReadsTheEnvironment = RULES.nothingReadsTheEnvironment();

  @ArchTest static final ArchRule estimateKnowsNoReport = RULES.estimateKnowsNoReport();

  @ArchTest
  static void lowerLayersKnowNoUpperOnes(JavaClasses library) {
    RULES.lowerLayersKnowNoUpperOnes().forEach(rule -> rule.check(library));
  }
}
