package dev.assay.columnar;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** One package alone imports each library. */
@AnalyzeClasses(packages = "dev.assay", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule onlyParquetImportsParquet =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.assay.columnar.parquet..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.parquet..");

  @ArchTest
  static final ArchRule onlyArrowImportsArrow =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.assay.columnar.arrow..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.arrow..", "com.google.flatbuffers..");
}
