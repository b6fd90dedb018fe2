package io.snowpull.github;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.snowpull.github.procedures.IngestDataHandler;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.snowpull.github", "io.snowpull.runtime", "io.snowpull.ddl");

  @Test
  void onlyTheClientTalksToTheNetwork() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.snowpull.github.client", "io.snowpull.runtime.http")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.net.http")
        .check(CLASSES);
  }

  @Test
  void onlyTheDdlModuleUsesJooq() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.snowpull.ddl..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.jooq..")
        .check(CLASSES);
  }

  @Test
  void theRuntimeKnowsNoSource() {
    noClasses()
        .that()
        .resideInAPackage("io.snowpull.runtime..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.snowpull.github..")
        .check(CLASSES);
  }

  /** Loading jOOQ takes most of a second, which every run of every task would pay. */
  @Test
  void ingestionNeverReachesJooq() {
    noClasses()
        .that()
        .belongToAnyOf(IngestDataHandler.class)
        .should()
        .transitivelyDependOnClassesThat()
        .resideInAPackage("org.jooq..")
        .check(CLASSES);
  }

  @Test
  void onlyOneClassReadsSecrets() {
    classes()
        .that()
        .haveFullyQualifiedName("com.snowflake.snowpark_java.types.SnowflakeSecrets")
        .should()
        .onlyBeAccessed()
        .byClassesThat()
        .haveFullyQualifiedName("io.snowpull.runtime.configuration.SecretText")
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(
                    "io.snowpull.github",
                    "io.snowpull.runtime",
                    "com.snowflake.snowpark_java.types"));
  }
}
