package io.snowpull.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a native application; stands once, on the {@code package-info.java} of the connector.
 *
 * <p>Together with {@link ConnectorProcedure} and {@link StateTable} it is the one source of {@code
 * setup.sql}, {@code manifest.yml}, {@code grants.sql} and the generated documents.
 *
 * @see <a
 *     href="https://docs.snowflake.com/en/developer-guide/native-apps/manifest-reference">manifest
 *     reference</a>
 */
@Documented
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.PACKAGE)
public @interface ConnectorApplication {

  /** Name of the application as installed; the application package is {@code <name>_PACKAGE}. */
  String name();

  /** Version identifier, at most 30 characters of {@code [A-Za-z0-9_-$. ]}. */
  String version();

  /** Version label shown to consumers; empty for none. */
  String label() default "";

  /** Comment of the version; empty for none. */
  String comment() default "";

  /**
   * Manifest version: 1 asks the consumer for references and privileges, 2 has privileges granted
   * automatically and reaches the network through app specifications.
   */
  int manifestVersion() default 1;

  /** Root-relative path of the connector's jar inside the application package. */
  String jar();

  /** Java version that runs the procedures: 11, 17 or 21. */
  String runtimeVersion() default "17";

  /** Snowflake-side packages of every procedure; one of them must be Snowpark. */
  String[] packages() default {"com.snowflake:snowpark:latest"};

  /** Root-relative path of the readme; empty for none. */
  String readme() default "README.md";

  /** Least severe log message that is captured. */
  LogLevel logLevel() default LogLevel.UNSET;

  /** When spans are captured; anything but OFF may show hidden calls to event-table readers. */
  TraceLevel traceLevel() default TraceLevel.UNSET;

  /** Whether resource metrics are captured. */
  MetricLevel metricLevel() default MetricLevel.UNSET;

  /**
   * Application roles; a role may be named by procedures, tables, schemas only if it is here. By
   * default one that runs the connector and one that reads its data.
   */
  ApplicationRole[] roles() default {
    @ApplicationRole(
        name = "APP_USER",
        comment = "Runs the connector and reads its data",
        inherits = "DATA_READER"),
    @ApplicationRole(name = "DATA_READER", comment = "Reads the data")
  };

  /**
   * Schemas, in the order in which they are created. By default those that the other annotations'
   * defaults name; with them, the roles have to have APP_USER.
   */
  Schema[] schemas() default {
    @Schema(
        name = "PUBLIC",
        versioned = true,
        comment = "What consumers call",
        usableBy = "APP_USER"),
    @Schema(name = "CORE", versioned = true, comment = "The connector's own procedures"),
    @Schema(name = "STATE", comment = "Configuration and state"),
    @Schema(name = "TASKS", comment = "One task for each resource", usableBy = "APP_USER")
  };

  /** Account privileges the application asks for, each with the reason shown to the consumer. */
  Privilege[] privileges() default {};

  /** Consumer objects the application works with. */
  Reference[] references() default {};

  /** Roles that may bind references; at least one where references are declared. */
  String[] referencesBoundBy() default {};

  /** The Streamlit pages. */
  Streamlit[] streamlits() default {};

  /** The outside service that procedures with {@code externalAccess} reach; at most one. */
  ExternalAccess[] externalAccess() default {};

  /**
   * Packages of libraries whose records with {@link StateTable} are tables of this application too:
   * those in which a connector's runtime keeps its state.
   */
  String[] libraryTables() default {};

  /**
   * Qualified names of tables of earlier versions that are declared no more; accounts that have
   * them keep them.
   */
  String[] retiredTables() default {};

  /** Kinds of events shared with the provider. */
  TelemetryEvent[] telemetryEvents() default {};
}
