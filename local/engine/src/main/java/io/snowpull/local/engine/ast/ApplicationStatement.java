package io.snowpull.local.engine.ast;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Application packages, applications, application roles and Streamlits. */
public sealed interface ApplicationStatement extends Statement {
  record CreateApplicationPackage(CreateMode mode, ObjectName name, Options options, String text)
      implements ApplicationStatement {}

  record AlterApplicationPackage(
      boolean ifExists, ObjectName name, PackageAction action, String text)
      implements ApplicationStatement {}

  /** What ALTER APPLICATION PACKAGE does. Versions are as Snowflake stores them. */
  sealed interface PackageAction {
    /** ADD VERSION, without release channels. Options: LABEL, COMMENT. */
    record AddVersion(@Nullable Identifier version, StageLocation files, Options options)
        implements PackageAction {}

    /** REGISTER VERSION, with release channels. */
    record RegisterVersion(@Nullable Identifier version, StageLocation files, Options options)
        implements PackageAction {}

    /**
     * @param patch null for the next one
     */
    record AddPatch(
        @Nullable Integer patch, Identifier version, StageLocation files, Options options)
        implements PackageAction {}

    record DropVersion(Identifier version) implements PackageAction {}

    record DeregisterVersion(Identifier version) implements PackageAction {}

    /** {@code MODIFY RELEASE CHANNEL c ADD|DROP VERSION v}. */
    record AddChannelVersion(Identifier channel, Identifier version) implements PackageAction {}

    record DropChannelVersion(Identifier channel, Identifier version) implements PackageAction {}

    /** {@code MODIFY RELEASE CHANNEL c ADD|REMOVE|SET ACCOUNTS = (..)}. */
    record ChangeChannelAccounts(Identifier channel, String verb, Options options)
        implements PackageAction {}

    /**
     * Sets or modifies a release directive.
     *
     * @param channel null when the package has no channels
     * @param directive null for the default one
     * @param options VERSION, PATCH, ACCOUNTS, UPGRADE_AFTER
     */
    record SetReleaseDirective(
        @Nullable Identifier channel, @Nullable Identifier directive, Options options)
        implements PackageAction {}

    record UnsetReleaseDirective(@Nullable Identifier channel, @Nullable Identifier directive)
        implements PackageAction {}

    record SetOptions(Options options) implements PackageAction {}

    record UnsetOptions(List<String> names) implements PackageAction {}
  }

  /** {@code CREATE APPLICATION name FROM APPLICATION PACKAGE p [USING ..] options}. */
  record CreateApplication(
      CreateMode mode,
      ObjectName name,
      ObjectName applicationPackage,
      CodeSource source,
      Options options,
      String text)
      implements ApplicationStatement {}

  /** Which code an application gets. */
  sealed interface CodeSource {
    /** As the package's release directive says. */
    record ReleaseDirective() implements CodeSource {}

    /**
     * @param patch null for the newest
     */
    record Version(Identifier version, @Nullable Integer patch) implements CodeSource {}

    record Files(StageLocation location) implements CodeSource {}

    record Channel(Identifier channel) implements CodeSource {}
  }

  /**
   * @param name null when the application that runs the statement is meant
   */
  record AlterApplication(
      boolean ifExists, @Nullable ObjectName name, ApplicationAction action, String text)
      implements ApplicationStatement {}

  /** What ALTER APPLICATION does. */
  sealed interface ApplicationAction {
    record Upgrade(CodeSource source) implements ApplicationAction {}

    record RenameTo(ObjectName name) implements ApplicationAction {}

    record SetOptions(Options options) implements ApplicationAction {}

    record UnsetOptions(List<String> names) implements ApplicationAction {}

    /** All references when the list is empty. */
    record UnsetReferences(List<String> names) implements ApplicationAction {}

    /** By the application. Options: TYPE, LABEL, DESCRIPTION, HOST_PORTS and others. */
    record SetSpecification(Identifier specification, Options options)
        implements ApplicationAction {}

    record DropSpecification(Identifier specification) implements ApplicationAction {}

    /** By the consumer: APPROVE, or DECLINE. */
    record DecideSpecification(boolean approve, Identifier specification, BigDecimal sequenceNumber)
        implements ApplicationAction {}

    /** {@code SET CONFIGURATION DEFINITION c options}. */
    record SetConfigurationDefinition(Identifier configuration, Options options)
        implements ApplicationAction {}

    /** {@code SET CONFIGURATION c VALUE = '..'}. */
    record SetConfigurationValue(Identifier configuration, Options options)
        implements ApplicationAction {}
  }

  record CreateApplicationRole(CreateMode mode, ObjectName name, Options options, String text)
      implements ApplicationStatement {}

  /**
   * Options: MAIN_FILE, QUERY_WAREHOUSE, TITLE, COMMENT and others.
   *
   * @param from null for ROOT_LOCATION (among the options) or an empty Streamlit
   */
  record CreateStreamlit(
      CreateMode mode, ObjectName name, @Nullable StageLocation from, Options options, String text)
      implements ApplicationStatement {}
}
