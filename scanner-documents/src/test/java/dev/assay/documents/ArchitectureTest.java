package dev.assay.documents;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What parses stands apart from what scans. */
@AnalyzeClasses(packages = "dev.assay.documents", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] PARSERS = {
    "org.apache.tika..", "org.apache.pdfbox..", "org.apache.poi..", "org.jsoup.."
  };

  @ArchTest
  static final ArchRule onlyOnePackageImportsParsers =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.assay.documents.tika..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(PARSERS);

  /** Nobody calls it, so that no parser is ever loaded into the process that scans. */
  @ArchTest
  static final ArchRule theScanKnowsNothingOfThem =
      classes()
          .that()
          .resideInAPackage("dev.assay.documents.tika..")
          .should()
          .onlyHaveDependentClassesThat()
          .resideInAPackage("dev.assay.documents.tika..");
}
