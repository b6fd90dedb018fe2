package io.snowpull.tests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may use what; the module rules stand in the POMs. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.snowpull");

  /** A library with the packages that own it. */
  record Owned(String library, String... owners) {}

  @TestFactory
  Stream<DynamicTest> librariesStayWithTheirOwner() {
    return Stream.of(
            new Owned("org.jooq..", "io.snowpull.ddl.."),
            new Owned("org.duckdb..", "io.snowpull.local.engine.duckdb.."),
            new Owned("org.antlr..", "io.snowpull.local.engine.parser.."),
            new Owned("javax.lang.model..", "io.snowpull.processor.javac.."),
            new Owned("com.github.mustachejava..", "io.snowpull.processor.render.."),
            new Owned("com.github.difflib..", "io.snowpull.packaging.."),
            new Owned("picocli..", "io.snowpull.cli.."))
        .map(
            owned ->
                DynamicTest.dynamicTest(
                    owned.library(),
                    () ->
                        noClasses()
                            .that()
                            .resideOutsideOfPackages(owned.owners())
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(owned.library())
                            .check(CLASSES)));
  }

  @Test
  void theLocalAccountSeesAnApplicationOnlyAsAFolder() {
    noClasses()
        .that()
        .resideInAPackage("io.snowpull.local..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.snowpull.annotations..",
            "io.snowpull.processor..",
            "io.snowpull.ddl..",
            "io.snowpull.runtime..",
            "io.snowpull.github..",
            "io.snowpull.packaging..")
        .check(CLASSES);
  }

  @Test
  void theModelKnowsNeitherCompilerNorTemplates() {
    noClasses()
        .that()
        .resideInAnyPackage("io.snowpull.processor.model..", "io.snowpull.processor.problem..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.snowpull.processor.javac..",
            "io.snowpull.processor.render..",
            "io.snowpull.processor.validation..")
        .check(CLASSES);
  }

  @Test
  void packagesAreNamedByTheirJob() {
    noClasses()
        .should()
        .resideInAnyPackage("..util..", "..utils..", "..impl..", "..helper..", "..common..")
        .check(CLASSES);
  }

  @Test
  void classesAreNamedByTheirRole() {
    noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?)").check(CLASSES);
  }
}
